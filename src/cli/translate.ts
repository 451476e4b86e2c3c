// English messages → messages in the user's language. A message is recognised by its wording with gaps for what
// varies, so that every room writes plain sentences and knows nothing of languages.

import type { Language } from './message-style.ts'
import { VIETNAMESE } from './vietnamese.ts'

interface Pattern {
  readonly matcher: RegExp
  readonly translation: string
}

/** Longer messages are traces and the like. */
const LENGTH_MAX = 4_000
const GAP = /\{(\d)\}/g

let patterns: readonly Pattern[] | undefined
let whole: ReadonlyMap<string, string> | undefined

function compile(): readonly Pattern[] {
  const made: Pattern[] = []
  for (const [english, translation] of VIETNAMESE) {
    if (!english.includes('{0}')) continue
    const source = english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(GAP, '([^]+)')
    made.push({ matcher: new RegExp(`^${source}$`, 'u'), translation })
  }
  return made
}

/** The message in a language; as it is where nobody has translated it. */
export function translate(message: string, language: Language): string {
  if (language === 'en' || message.length > LENGTH_MAX) return message
  // A sentence may stand within another, without its full stop.
  return find(message, language) ?? find(`${message}.`, language)?.replace(/\.$/, '') ?? message
}

function find(message: string, language: Language): string | undefined {
  whole ??= new Map(VIETNAMESE)
  const exact = whole.get(message)
  if (exact !== undefined) return exact
  patterns ??= compile()
  for (const { matcher, translation } of patterns) {
    const match = matcher.exec(message)
    // What fills a gap may be a sentence of its own: the reason of a failure, for one.
    if (match !== null) {
      return translation.replace(GAP, (_, gap) => translate(match[Number(gap) + 1]!, language))
    }
  }
  return undefined
}
