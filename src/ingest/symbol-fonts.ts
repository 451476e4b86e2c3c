/** Fonts of signs: their letters are no letters. Only what official documents use them for is told apart. */

const SYMBOL_NAME = /^symbol\b/i
const DINGBATS_NAME = /^(?:(?:web|wing|zapf ?)dings\b|monotype sorts|marlett|zapfdingbats)/i

/** Greek letters in the order of the Latin letters of the font Symbol. */
const GREEK_CAPITALS = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const GREEK_SMALL = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
/** Signs of its upper half by code. */
const SYMBOLS: Readonly<Record<number, string>> = {
  163: '≤',
  165: '∞',
  171: '↔',
  172: '←',
  174: '→',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  184: '÷',
  185: '≠',
  187: '≈',
  188: '…',
  214: '√',
  222: '⇒',
  229: '∑',
}
/** Boxes, ticks and arrows of Wingdings. */
const DINGBATS: Readonly<Record<number, string>> = {
  111: '□',
  112: '□',
  113: '□',
  114: '□',
  120: '☒',
  168: '□',
  223: '←',
  224: '→',
  232: '→',
  240: '→',
  251: '☒',
  252: '✓',
  253: '☒',
  254: '☑',
}
/** Everything else stands before items of lists. */
const BULLET = '•'
/** Word moves codes of such fonts into the private use area. */
const PRIVATE_USE = 0xf000

/** Whether a font has signs instead of letters. */
export const isSymbolFont = (font: string): boolean => SYMBOL_NAME.test(font) || DINGBATS_NAME.test(font)

/**
 * The sign that a code stands for in a font of signs.
 *
 * @param unit the code as it is stored: a byte, or that in the private use area
 */
export function signOf(font: string, unit: number): string {
  const code = (unit & 0xff00) === PRIVATE_USE ? unit & 0xff : unit
  if (code <= 0x20 || code > 0xff) return String.fromCharCode(unit)
  if (!SYMBOL_NAME.test(font)) return DINGBATS[code] ?? BULLET
  if (code >= 0x41 && code <= 0x5a) return GREEK_CAPITALS.charAt(code - 0x41)
  if (code >= 0x61 && code <= 0x7a) return GREEK_SMALL.charAt(code - 0x61)
  return code < 0x80 ? String.fromCharCode(code) : (SYMBOLS[code] ?? BULLET)
}

/** A text in a font of signs. */
export const signsOf = (text: string, font: string): string =>
  Array.from({ length: text.length }, (_, i) => signOf(font, text.charCodeAt(i))).join('')
