/**
 * Probabilities of one string under many printed units at once, by the character model over a trie.
 *
 * Units stand in the trie from their last letter to their first: final consonants survive OCR best, and a wrong
 * one ends the walk early. A node's column holds, for each number of characters read from the end, the summed
 * probability of all alignments; it is never recomputed for units that share their last letters.
 */
import { baseLetter, isVowelLetter } from './backoff.ts'
import { PIECE_STRIDE, type Pieces, READ_LENGTH_MAX } from './pieces.ts'

/** Longest string a walk takes. */
export const LENGTH_MAX = 16
/** Zeros on both sides of a column, so that the loop over pieces needs no bounds. */
const PADDING = READ_LENGTH_MAX

/** What a walk found, to be reused by the next one. */
export interface Found {
  count: number
  /** Position of the unit in the list the trie was made of. */
  readonly unit: Int32Array
  readonly probability: Float64Array
}

/** Kinds of letters below a node. */
const VOWELS = 1
const CONSONANTS = 2

/** A trie over printed units in preorder: a subtree is the stretch of nodes up to its end. */
export class UnitTrie {
  readonly #letter: Int32Array
  readonly #depth: Uint8Array
  readonly #end: Int32Array
  readonly #unit: Int32Array
  /** What may still follow below a node: {@link VOWELS} only, {@link CONSONANTS} only, or ANY. */
  readonly #rest: Uint8Array
  readonly #columns: Float64Array[] = []
  /** Live stretch of each column, by depth. */
  readonly #low: Int32Array
  readonly #high: Int32Array
  /** Room for the results of a walk over this trie. */
  readonly found: Found

  /**
   * @param units distinct strings
   * @param letterOf index of a letter in the emission rows
   */
  constructor(units: readonly string[], letterOf: (letter: string) => number) {
    const nodes = trieNodes(units)
    this.#letter = Int32Array.from(nodes, (node) => (node.depth === 0 ? -1 : letterOf(node.letter)))
    this.#depth = Uint8Array.from(nodes, (node) => node.depth)
    this.#end = Int32Array.from(nodes, (node) => node.end)
    this.#unit = Int32Array.from(nodes, (node) => node.unit)
    this.#rest = Uint8Array.from(nodes, restOf)
    const deepest = this.#depth.reduce((a, b) => Math.max(a, b), 0)
    this.#low = new Int32Array(deepest + 1)
    this.#high = new Int32Array(deepest + 1)
    for (let depth = 0; depth <= deepest; depth++)
      this.#columns.push(new Float64Array(LENGTH_MAX + 2 * PADDING + 1))
    this.found = { count: 0, unit: new Int32Array(units.length), probability: new Float64Array(units.length) }
  }

  /**
   * Finds the units under which a string is at least as likely as a floor.
   *
   * @param pieces of a string of at most {@link LENGTH_MAX} characters, with their bounds
   * @param floor alignments are dropped as soon as they fall below it
   * @returns {@link found}, valid until the next walk
   */
  walk(pieces: Pieces, floor: number): Found {
    const { length, longest, rows } = pieces
    const found = this.found
    found.count = 0
    const letters = this.#letter
    const kinds = this.#rest
    const columns = this.#columns
    const low = this.#low
    const high = this.#high
    columns[0]!.fill(0, 0, length + 2 * PADDING + 1)
    columns[0]![PADDING] = 1
    low[0] = 0
    high[0] = 0
    const nodes = letters.length
    for (let node = 0; node < nodes; ) {
      const depth = this.#depth[node]!
      if (depth > 0) {
        const letter = letters[node]!
        const above = columns[depth - 1]!
        const column = columns[depth]!
        const aboveLow = low[depth - 1]!
        const aboveHigh = high[depth - 1]!
        const last = aboveHigh + longest < length ? aboveHigh + longest : length
        const nothing = rows[0]![letter]!
        const kind = kinds[node]!
        const rest = kind === VOWELS ? pieces.vowelRest : kind === CONSONANTS ? pieces.consonantRest : null
        let first = -1
        let end = -1
        for (let j = aboveLow; j <= last; j++) {
          const at = j + PADDING
          const piece = j * PIECE_STRIDE
          let mass =
            above[at]! * nothing +
            above[at - 1]! * rows[piece + 1]![letter]! +
            above[at - 2]! * rows[piece + 2]![letter]!
          if (longest > 2) mass += above[at - 3]! * rows[piece + 3]![letter]!
          // What is left to read must come from the letters left, at best.
          if (mass * (rest === null ? 1 : rest[j]!) < floor) mass = 0
          else {
            if (first < 0) first = j
            end = j
          }
          column[at] = mass
        }
        if (first < 0) {
          node = this.#end[node]!
          continue
        }
        low[depth] = first
        high[depth] = end
        // The next letter looks this far to either side of the live stretch.
        for (let k = 1; k <= PADDING; k++) column[aboveLow + PADDING - k] = 0
        for (let k = 1; k <= PADDING; k++) column[last + PADDING + k] = 0
      }
      const unit = this.#unit[node]!
      if (unit >= 0 && high[depth] === length) {
        found.unit[found.count] = unit
        found.probability[found.count++] = columns[depth]![length + PADDING]!
      }
      node++
    }
    return found
  }
}

interface Node {
  readonly letter: string
  readonly depth: number
  readonly children: Map<string, Node>
  end: number
  unit: number
}

/** The kind of all letters below a node; 0 if they are mixed. A node without any may be called either. */
function restOf(node: Node): number {
  let kinds = VOWELS | CONSONANTS
  for (const child of node.children.values()) {
    kinds &= isVowelLetter(baseLetter(child.letter)) ? VOWELS : CONSONANTS
    if (child.children.size > 0) kinds &= restOf(child)
  }
  return kinds === (VOWELS | CONSONANTS) ? VOWELS : kinds
}

/** The nodes of a trie of reversed units in preorder; the root comes first. */
function trieNodes(units: readonly string[]): Node[] {
  const root: Node = { letter: '', depth: 0, children: new Map(), end: 0, unit: -1 }
  units.forEach((unit, id) => {
    let node = root
    for (let i = unit.length - 1; i >= 0; i--) {
      const letter = unit.charAt(i)
      let child = node.children.get(letter)
      if (child === undefined) {
        child = { letter, depth: node.depth + 1, children: new Map(), end: 0, unit: -1 }
        node.children.set(letter, child)
      }
      node = child
    }
    node.unit = id
  })
  const nodes: Node[] = []
  const visit = (node: Node) => {
    nodes.push(node)
    for (const child of node.children.values()) visit(child)
    node.end = nodes.length
  }
  visit(root)
  return nodes
}
