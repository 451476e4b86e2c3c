/**
 * A trie over sequences of ids in typed arrays: what `PhraseIndex` walks. Children are found by one open-addressing
 * table over (parent, label), so a node costs some 30 bytes however its children spread.
 */

/** No node, no sequence, no id. */
export const NONE = -1

/**
 * Immutable after construction. Node 0 is the root; a node's sequences are a linked list: `firstSequence[node]`,
 * then `nextSequence[sequence]`, ended by {@link NONE}.
 */
export class IdTrie {
  readonly firstSequence: Int32Array
  readonly nextSequence: Int32Array
  /** Bit `id & 31` is set when a child has that label: most misses are seen here, without probing. */
  readonly childBits: Int32Array
  /** 1 for a sequence left out because it was to be skipped or a later one is the same. */
  readonly dropped: Uint8Array
  private readonly parent: Int32Array
  private readonly label: Int32Array
  private readonly slots: Int32Array
  private nodes = 1

  /**
   * @param ids all sequences end to end, ids ≥ 0
   * @param offsets sequence `i` is `ids[offsets[i]] … ids[offsets[i + 1] - 1]`; an empty sequence is never found
   * @param isSame of two sequences with equal ids: true drops the earlier one
   * @param skip sequences marked 1 are left out
   */
  constructor(
    ids: Int32Array,
    offsets: Int32Array,
    isSame?: (earlier: number, later: number) => boolean,
    skip?: Uint8Array,
  ) {
    const sequences = Math.max(offsets.length - 1, 0)
    const nodesMax = ids.length + 1
    this.firstSequence = new Int32Array(nodesMax).fill(NONE)
    this.nextSequence = new Int32Array(sequences).fill(NONE)
    this.childBits = new Int32Array(nodesMax)
    this.dropped = skip?.slice() ?? new Uint8Array(sequences)
    this.parent = new Int32Array(nodesMax)
    this.label = new Int32Array(nodesMax)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(nodesMax * 2)))
    // Backwards, because a linked list gives last in, first out.
    for (let sequence = sequences - 1; sequence >= 0; sequence--) {
      if (this.dropped[sequence] === 1) continue
      const end = offsets[sequence + 1]!
      let node = 0
      for (let i = offsets[sequence]!; i < end; i++) node = this.childOrNew(node, ids[i]!)
      if (node === 0 || (isSame !== undefined && this.holds(node, sequence, isSame))) {
        this.dropped[sequence] = 1
        continue
      }
      this.nextSequence[sequence] = this.firstSequence[node]!
      this.firstSequence[node] = sequence
    }
  }

  /** The child of `node` by the edge `label`, or {@link NONE}. */
  child(node: number, label: number): number {
    if ((this.childBits[node]! & (1 << (label & 31))) === 0) return NONE
    const found = this.slots[this.slotOf(node, label)]!
    return found === 0 ? NONE : found
  }

  private holds(
    node: number,
    sequence: number,
    isSame: (earlier: number, later: number) => boolean,
  ): boolean {
    let other = this.firstSequence[node]!
    while (other !== NONE && !isSame(sequence, other)) other = this.nextSequence[other]!
    return other !== NONE
  }

  private childOrNew(node: number, label: number): number {
    const slot = this.slotOf(node, label)
    const found = this.slots[slot]!
    if (found !== 0) return found
    const created = this.nodes++
    this.slots[slot] = created
    this.parent[created] = node
    this.label[created] = label
    this.childBits[node]! |= 1 << (label & 31)
    return created
  }

  /** Where (node, label) is, or the free slot where it would be. The table is at most half full. */
  private slotOf(node: number, label: number): number {
    const mask = this.slots.length - 1
    // Two odd constants (golden ratio, murmur3) spread neighbouring nodes and labels.
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(label, 0x85ebca6b)
    hash ^= hash >>> 15
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[slot]!
      if (found === 0 || (this.parent[found] === node && this.label[found] === label)) return slot
    }
  }
}
