// Names looked up at an offset of a text: in any case, over line breaks, the longest first.

/** A list of names, made ready when first looked at. Immutable. */
export class NameList {
  readonly #names: () => readonly string[]
  /** By first word, the longest first. */
  #byFirst: Map<string, string[]> | undefined
  #lengthMax = 0

  /** @param names any case, single spaces */
  constructor(names: () => readonly string[]) {
    this.#names = names
  }

  #read(): Map<string, string[]> {
    const byFirst = new Map<string, string[]>()
    for (const listed of this.#names()) {
      const name = listed.normalize('NFC').toLowerCase()
      const first = FIRST.exec(name)?.[0]
      if (first === undefined) continue
      this.#lengthMax = Math.max(this.#lengthMax, name.length)
      const list = byFirst.get(first)
      if (list === undefined) byFirst.set(first, [name])
      else list.push(name)
    }
    for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length)
    return byFirst
  }

  /** The offset behind the longest name that stands at one; -1 when none does. */
  endAt(text: string, at: number): number {
    FIRST_AT.lastIndex = at
    const first = FIRST_AT.exec(text)?.[0].toLowerCase()
    return first === undefined ? -1 : this.endFrom(text, at, first)
  }

  /** {@link endAt} where the first word is known, in small letters. */
  endFrom(text: string, at: number, first: string): number {
    this.#byFirst ??= this.#read()
    const names = this.#byFirst.get(first)
    if (names === undefined) return -1
    // Line breaks may be longer than the space they stand for.
    const stretch = text.slice(at, at + this.#lengthMax + SLACK).toLowerCase()
    for (const name of names) {
      const length = matchLength(stretch, name)
      if (length > 0) return at + length
    }
    return -1
  }
}

const FIRST = /^\p{L}+/u
const FIRST_AT = /\p{L}+/uy
const SLACK = 20

/** Length of what matches a name at the beginning, runs of white space taken for one space; 0 for none. */
function matchLength(stretch: string, name: string): number {
  let i = 0
  for (let k = 0; k < name.length; k++) {
    if (name[k] === ' ') {
      const from = i
      while (i < stretch.length && /\s/u.test(stretch[i]!)) i++
      if (i === from) return 0
    } else if (stretch[i] === name[k]) i++
    else return 0
  }
  return /[\p{L}\p{M}]/u.test(stretch[i] ?? '') ? 0 : i
}
