/**
 * The lattice: everything a sentence may say. Nodes stand between words, edges are candidate words.
 * Nodes are numbered in reading order; edges come in blocks of equal (from, to), words ascending inside a block,
 * blocks ascending by `to`: the order the search wants.
 */
export class Lattice {
  /** Number of nodes; node 0 is the start of the sentence, the last node its end. */
  nodes = 1
  edges = 0
  blocks = 0
  /** Word id by edge. */
  word: Uint16Array = new Uint16Array(1024)
  /** ln of everything but the language model (channel, case, bonus), by edge. */
  score: Float32Array = new Float32Array(1024)
  /** What the caller wants to know of an edge again. */
  tag: Int32Array = new Int32Array(1024)
  blockFrom: Int32Array = new Int32Array(256)
  blockTo: Int32Array = new Int32Array(256)
  /** Number of the list its edges are, words and scores alike but for a constant; 0: no list. */
  blockList: Float64Array = new Float64Array(256)
  /** First edge of each block, one more than blocks. */
  blockStart: Int32Array = new Int32Array(257)

  clear(): void {
    this.nodes = 1
    this.edges = 0
    this.blocks = 0
  }

  /**
   * Opens a block of edges; `to` never decreases from one block to the next.
   *
   * @param list number of a list that will come again, below 2^36; 0: no list
   */
  beginBlock(from: number, to: number, list = 0): void {
    if (this.blocks + 1 >= this.blockFrom.length) this.growBlocks()
    this.blockFrom[this.blocks] = from
    this.blockTo[this.blocks] = to
    this.blockList[this.blocks] = list
    this.blockStart[this.blocks] = this.edges
    this.blocks++
    this.blockStart[this.blocks] = this.edges
    if (to + 1 > this.nodes) this.nodes = to + 1
  }

  /** Adds an edge to the open block; word ids ascend (equal ids are allowed). */
  addEdge(word: number, score: number, tag: number): void {
    if (this.edges === this.word.length) this.growEdges()
    this.word[this.edges] = word
    this.score[this.edges] = score
    this.tag[this.edges] = tag
    this.edges++
    this.blockStart[this.blocks] = this.edges
  }

  /**
   * Adds edges to the open block, all with the same tag.
   *
   * @param edges two numbers an edge: word (ascending), score
   * @param first number of the first edge to add
   * @param bias added to every score
   */
  addEdges(edges: readonly number[], first: number, bias: number, tag: number): void {
    let at = this.edges
    const end = at + edges.length / 2 - first
    while (end > this.word.length) this.growEdges()
    const { word, score, tag: tags } = this
    for (let i = 2 * first; at < end; i += 2, at++) {
      word[at] = edges[i] as number
      score[at] = (edges[i + 1] as number) + bias
      tags[at] = tag
    }
    this.edges = at
    this.blockStart[this.blocks] = at
  }

  private growEdges(): void {
    const word = new Uint16Array(this.word.length * 2)
    word.set(this.word)
    this.word = word
    const score = new Float32Array(word.length)
    score.set(this.score)
    this.score = score
    const tag = new Int32Array(word.length)
    tag.set(this.tag)
    this.tag = tag
  }

  private growBlocks(): void {
    const from = new Int32Array(this.blockFrom.length * 2)
    from.set(this.blockFrom)
    this.blockFrom = from
    const to = new Int32Array(from.length)
    to.set(this.blockTo)
    this.blockTo = to
    const list = new Float64Array(from.length)
    list.set(this.blockList)
    this.blockList = list
    const start = new Int32Array(from.length + 1)
    start.set(this.blockStart)
    this.blockStart = start
  }
}
