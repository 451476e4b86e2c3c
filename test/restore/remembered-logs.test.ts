import { describe, expect, it } from 'vitest'
import { FIRST_WORD_ID } from '../../src/lm/symbols.ts'
import { NO_WORD, RememberedLogs } from '../../src/restore/remembered-logs.ts'
import { model } from './shipped.ts'

describe('RememberedLogs', () => {
  it('says the first time what it says again', () => {
    const logs = new RememberedLogs(model.language.table)
    for (const first of [NO_WORD, 0, FIRST_WORD_ID, 700]) {
      for (let previous = FIRST_WORD_ID; previous < 1500; previous += 97) {
        for (let id = FIRST_WORD_ID; id < 1500; id += 89) {
          const log = logs.of(first, previous, id)
          expect(log).toBeLessThan(0)
          expect(logs.of(first, previous, id)).toBe(log)
        }
      }
    }
  })
})
