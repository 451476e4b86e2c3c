import { describe, expect, it } from 'vitest'
import { UNKNOWN_ID } from '../../src/lm/symbols.ts'
import { type Alternative, PrintedCase } from '../../src/restore/chunk-reading.ts'
import { type CaseScorer, EdgeList, Standing, standingOf, unknownWords } from '../../src/restore/edge-list.ts'

const alternative = (
  word: number,
  score: number,
  same = false,
  printedCase: number = PrintedCase.LOWER,
): Alternative => ({ word, text: `w${word}`, printedCase, before: 0, after: 0, same, score })

/** Word 9 is common, the others are not. */
const scorer: CaseScorer = {
  unigram: [-6, -6, -6, -6, -6, -6, -6, -6, -6, -1],
  caseLog: (printedCase, _, standing) =>
    printedCase === PrintedCase.CAPITAL && standing === Standing.INSIDE ? -3 : 0,
}

describe('a list of edges', () => {
  it('has words and scores side by side, and says which is the chunk as it stands', () => {
    const list = new EdgeList([alternative(6, -2), alternative(7, 0.5, true), alternative(8, -3)], [], scorer)
    expect(list.at(Standing.INSIDE)).toMatchObject({
      edges: [6, -2, 7, 0.5, 8, -3],
      same: 1,
      rival: -2,
    })
  })

  it('leaves out what is far behind the best, by letters and how common words are', () => {
    const list = new EdgeList([alternative(6, -12), alternative(7, -20), alternative(9, -1)], [], scorer)
    // Worth -18, -26 and -2: more than 14 apart is too far.
    expect(list.at(Standing.INSIDE).edges).toEqual([9, -1])
    expect(list.all(Standing.INSIDE).edges).toEqual([6, -12, 7, -20, 9, -1])
  })

  it('keeps the chunk as it stands, however unlikely', () => {
    const list = new EdgeList([alternative(7, -30, true), alternative(9, -1)], [], scorer)
    expect(list.at(Standing.INSIDE).same).toBe(0)
  })

  it('measures against the readings that end in other marks, too', () => {
    const list = new EdgeList([alternative(6, -15)], [alternative(9, 0)], scorer)
    expect(list.at(Standing.INSIDE).edges).toEqual([])
  })

  it('knows scores by where the chunk stands', () => {
    const list = new EdgeList([alternative(6, -2, false, PrintedCase.CAPITAL)], [], scorer)
    expect(list.at(Standing.INSIDE).edges).toEqual([6, -5])
    expect(list.at(Standing.OPENING).edges).toEqual([6, -2])
    expect(standingOf({ heading: true, opens: true })).toBe(Standing.HEADING)
    expect(standingOf({ heading: false, opens: true })).toBe(Standing.OPENING)
    expect(standingOf({ heading: false, opens: false })).toBe(Standing.INSIDE)
  })

  it('counts the words that no vocabulary has, which come first', () => {
    const list = new EdgeList([alternative(UNKNOWN_ID, -1, true), alternative(6, -1)], [], scorer)
    expect(unknownWords(list.at(Standing.INSIDE))).toBe(1)
  })
})
