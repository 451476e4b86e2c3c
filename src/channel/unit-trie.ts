/**
 * Probabilities of one string under many printed units at once, by the character model over tries.
 *
 * Units stand in a trie from their last letter to their first: final consonants survive OCR best, and a wrong
 * one ends the walk early. A node's column holds, for each number of characters read from the end, the summed
 * probability of all alignments; it is never recomputed for units that share their last letters.
 */
import { baseLetter, isVowelLetter } from './backoff.ts'
import { PIECE_STRIDE, type Pieces, READ_LENGTH_MAX } from './pieces.ts'

/** Longest string a walk takes. */
export const LENGTH_MAX = 16
/** Zeros on both sides of a column, so that the loop over pieces needs no bounds. */
const PADDING = READ_LENGTH_MAX
/** Entries from one column to the next. */
const COLUMN = LENGTH_MAX + 2 * PADDING + 2

/** What a walk found, to be reused by the next one. */
export interface Found {
  count: number
  readonly unit: Int32Array
  readonly probability: Float64Array
}

/** Kinds of letters below a node. */
const VOWELS = 1
const CONSONANTS = 2

/** Numbers of a node: its letter in the emission rows, end of its subtree, unit or −1, depth << 2 | kind of what may follow. */
const NODE = 4

/** Tries over printed units in preorder, one behind the other: a subtree is the stretch of nodes up to its end. */
export class UnitTries {
  readonly #nodes: Int32Array
  /** First node of each trie. */
  readonly #roots: Int32Array
  readonly #columns: Float64Array
  /** Live stretch of each column, by depth. */
  readonly #low: Int32Array
  readonly #high: Int32Array
  /** Room for the results of a walk. */
  readonly found: Found

  /**
   * @param units distinct strings
   * @param tries the units of each trie, by their place in the list
   * @param letterOf index of a letter in the emission rows
   */
  constructor(
    units: readonly string[],
    tries: readonly (readonly number[])[],
    letterOf: (letter: string) => number,
  ) {
    const builder = new Builder(units, letterOf)
    this.#roots = Int32Array.from([...tries.map((ids) => builder.add(ids)), 0])
    this.#roots[tries.length] = builder.nodes.length / NODE
    this.#nodes = Int32Array.from(builder.nodes)
    const depths = builder.deepest + 1
    this.#columns = new Float64Array(depths * COLUMN)
    this.#low = new Int32Array(depths)
    this.#high = new Int32Array(depths)
    this.found = { count: 0, unit: new Int32Array(units.length), probability: new Float64Array(units.length) }
  }

  /**
   * Finds the units under which a string is at least as likely as a floor.
   *
   * @param trie number of the trie
   * @param pieces of a string of at most {@link LENGTH_MAX} characters, with their bounds
   * @param floor alignments are dropped as soon as they fall below it
   * @returns {@link found}, valid until the next walk
   */
  walk(trie: number, pieces: Pieces, floor: number): Found {
    const { length, longest, rows, data, vowelRest, consonantRest } = pieces
    const found = this.found
    const foundUnit = found.unit
    const foundProbability = found.probability
    const nodes = this.#nodes
    const columns = this.#columns
    const low = this.#low
    const high = this.#high
    const nothingAt = rows[0]!
    const end = this.#roots[trie + 1]!
    let count = 0
    // Nothing was read yet; the first letter looks no further than this.
    for (let k = 0; k <= 2 * PADDING; k++) columns[k] = 0
    columns[PADDING] = 1
    low[0] = 0
    high[0] = 0
    for (let node = this.#roots[trie]!; node < end; ) {
      const at = node * NODE
      const letter = nodes[at]!
      const shape = nodes[at + 3]!
      const depth = shape >> 2
      if (depth > 0) {
        const column = depth * COLUMN + PADDING
        const aboveLow = low[depth - 1]!
        const reach = high[depth - 1]! + longest
        const last = reach < length ? reach : length
        const nothing = data[nothingAt + letter]!
        const kind = shape & 3
        const rest = kind === VOWELS ? vowelRest : consonantRest
        let firstLive = -1
        let lastLive = -1
        for (let j = aboveLow; j <= last; j++) {
          const above = column - COLUMN + j
          const piece = j * PIECE_STRIDE
          let mass =
            columns[above]! * nothing +
            columns[above - 1]! * data[rows[piece + 1]! + letter]! +
            columns[above - 2]! * data[rows[piece + 2]! + letter]!
          if (longest > 2) mass += columns[above - 3]! * data[rows[piece + 3]! + letter]!
          // What is left to read must come from the letters left, at best.
          if ((kind === 0 ? mass : mass * rest[j]!) < floor) mass = 0
          else {
            if (firstLive < 0) firstLive = j
            lastLive = j
          }
          columns[column + j] = mass
        }
        if (firstLive < 0) {
          node = nodes[at + 1]!
          continue
        }
        low[depth] = firstLive
        high[depth] = lastLive
        // The next letter looks this far to either side of the live stretch.
        const before = column + aboveLow
        const behind = column + last
        for (let k = 1; k <= PADDING; k++) {
          columns[before - k] = 0
          columns[behind + k] = 0
        }
      }
      const unit = nodes[at + 2]!
      if (unit >= 0 && high[depth] === length) {
        foundUnit[count] = unit
        foundProbability[count++] = columns[depth * COLUMN + PADDING + length]!
      }
      node++
    }
    found.count = count
    return found
  }
}

/** Makes tries: links between nodes while one grows, preorder when it is done. */
class Builder {
  /** {@link NODE} numbers each, of all tries so far. */
  readonly nodes: number[] = []
  deepest = 0
  readonly #units: readonly string[]
  readonly #letterOf: (letter: string) => number
  // Of the trie that grows, by node: letter, first child, last child, next sibling, unit; −1 for none.
  #letter: string[] = []
  #child: number[] = []
  #last: number[] = []
  #sibling: number[] = []
  #unit: number[] = []

  constructor(units: readonly string[], letterOf: (letter: string) => number) {
    this.#units = units
    this.#letterOf = letterOf
  }

  /** Adds a trie; returns its root. */
  add(ids: readonly number[]): number {
    this.#letter = []
    this.#child = []
    this.#last = []
    this.#sibling = []
    this.#unit = []
    this.#grow(-1, '')
    for (const id of ids) {
      const unit = this.#units[id]!
      let node = 0
      for (let i = unit.length - 1; i >= 0; i--) node = this.#step(node, unit.charAt(i))
      this.#unit[node] = id
    }
    const root = this.nodes.length / NODE
    this.#emit(0, 0)
    return root
  }

  #step(node: number, letter: string): number {
    let child = this.#child[node]!
    while (child >= 0 && this.#letter[child] !== letter) child = this.#sibling[child]!
    return child < 0 ? this.#grow(node, letter) : child
  }

  #grow(parent: number, letter: string): number {
    const node = this.#letter.push(letter) - 1
    this.#child.push(-1)
    this.#last.push(-1)
    this.#sibling.push(-1)
    this.#unit.push(-1)
    if (parent < 0) return node
    const last = this.#last[parent]!
    if (last < 0) this.#child[parent] = node
    else this.#sibling[last] = node
    this.#last[parent] = node
    return node
  }

  /** Writes a subtree; returns the kind of all its letters below the node, both bits if there are none. */
  #emit(node: number, depth: number): number {
    const { nodes } = this
    if (depth > this.deepest) this.deepest = depth
    const at = nodes.length
    const letter = this.#letter[node]!
    nodes.push(depth === 0 ? -1 : this.#letterOf(letter), 0, this.#unit[node]!, 0)
    let kinds = VOWELS | CONSONANTS
    for (let child = this.#child[node]!; child >= 0; child = this.#sibling[child]!) {
      kinds &= isVowelLetter(baseLetter(this.#letter[child]!)) ? VOWELS : CONSONANTS
      kinds &= this.#emit(child, depth + 1)
    }
    nodes[at + 1] = nodes.length / NODE
    // Below a node without any it may be called either.
    nodes[at + 3] = (depth << 2) | (kinds === (VOWELS | CONSONANTS) ? VOWELS : kinds)
    return kinds
  }
}
