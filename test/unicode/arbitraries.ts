import fc from 'fast-check'

/** Every Vietnamese letter with a mark, both cases. */
const MARKED = [...'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ']

/** Code units that break careless text code: marks, twins, joiners, surrogates, controls. */
const NASTY = [
  ...'\u0300\u0301\u0302\u0303\u0306\u0308\u0309\u030c\u031b\u0323\u0340\u0341\u0344\u034f\u20d0\u05b0',
  ...'\u00d0\u00f0\u0189\u0256\u01cd\u01ce\ufb00\ufb01\ufb03\u00ad\u200b\u200d\u200e\u2060\ufeff',
  ...'АаОосухеѐўйΑοόΩµμ\u1100\u1161\u11a8İıßΣςſ\u212a\u2126',
  ...'\0\t\n\r\f \u00a0\u2028–“”₫\ud83d\udc00'.split(''),
]

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'aeiouydhnqgGIOAU 1.-') },
  { weight: 3, arbitrary: fc.constantFrom(...MARKED, ...MARKED.map((letter) => letter.toUpperCase())) },
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
)

/** Strings of any UTF-16 code units, lone surrogates included, rich in what Vietnamese text trips over. */
export const anyText = fc.array(unit, { maxLength: 40 }).map((units) => units.join(''))

/** Text that a keyboard can make: Latin letters with and without Vietnamese marks, digits, punctuation. */
export const vietnameseText = fc
  .array(fc.constantFrom(...'abcdeghiklmnopqrstuvxy ABCDÊƠ.,-15', ...MARKED), { maxLength: 40 })
  .map((units) => units.join(''))

export const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['a million letters', 'a'.repeat(1e6)],
  ['a million combining marks', '\u0301'.repeat(1e6)],
  ['a letter under a million mixed marks', `e${'\u0302\u0301\u0308'.repeat(333_333)}`],
  ['a million zero-width spaces', `a${'\u200b'.repeat(1e6)}`],
  ['a million lone high surrogates', '\ud800'.repeat(1e6)],
  ['a million lone low surrogates', '\udc00'.repeat(1e6)],
  ['a million NULs', '\0'.repeat(1e6)],
  ['a million line breaks', '\r\n'.repeat(500_000)],
  ['one Latin word with Cyrillic at every second place', 'aо'.repeat(500_000)],
  ['a million Latin letters, one Cyrillic at the end', `${'a'.repeat(1e6)}о`],
]
