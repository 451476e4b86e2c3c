/**
 * What can be installed today to put marks back on Vietnamese text, behind one function each. None of the packages was made
 * for it: the checkers know which words exist, so a bare word becomes the first suggestion that differs in marks only.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadModel, readModel, restore } from '../src/node.ts'
import { Model } from '../src/restore/model.ts'
import { applyCase, casePattern } from '../src/unicode/case.ts'
import { fold } from '../src/unicode/fold.ts'
import { TokenKind, tokenise } from '../src/unicode/tokenise.ts'
import { MODEL_FILE, REFERENCE_FILE } from './files.ts'
import { UnigramRestorer } from './unigram.ts'

/** A peer, loaded. */
export interface Peer {
  readonly restore: (text: string) => string
  /** Bytes of the data it works with. */
  readonly bytes: number
  /** Whether another process does the work, whose processor time is not ours. */
  readonly isCommand: boolean
}

const load = createRequire(import.meta.url)

/** Restores word by word with a function from bare lower-case words to marked ones, asked once a word. */
function byWord(choose: (word: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const table = tokenise(text)
    const pieces: string[] = []
    for (let i = 0; i < table.count; i++) {
      const token = text.slice(table.start[i], table.start[i + 1])
      if (table.kind[i] !== TokenKind.WORD) {
        pieces.push(token)
        continue
      }
      const word = token.toLowerCase()
      let chosen = known.get(word)
      if (chosen === undefined) {
        chosen = choose(word)
        known.set(word, chosen)
      }
      pieces.push(chosen === word ? token : applyCase(chosen, casePattern(token), token))
    }
    return pieces.join('')
  }
}

const differsInMarks = (word: string, suggestion: string): boolean =>
  suggestion !== word && fold(suggestion) === word

async function loadModelFile(file: string): Promise<Peer> {
  const model = await loadModel(file)
  return { restore: (text) => restore(text, { model }).text, bytes: statSync(file).size, isCommand: false }
}

function loadUnigram(): Peer {
  const { language } = new Model(readModel(readFileSync(MODEL_FILE)).language)
  const unigram = new UnigramRestorer(language)
  // Words and their probabilities; the rest of the file is not used.
  const words = new TextEncoder().encode(language.vocabulary.words.join('\n')).length
  return {
    restore: (text) => unigram.restore(text),
    bytes: words + 4 * language.vocabulary.size,
    isCommand: false,
  }
}

interface Speller {
  readonly suggest: (word: string) => string[]
}

function loadNspell(): Peer {
  const nspell = load('nspell') as (dictionary: { aff: Buffer; dic: Buffer }) => Speller
  const files = ['aff', 'dic'].map((part) =>
    load.resolve('dictionary-vi').replace(/index\.js$/, `index.${part}`),
  )
  const [aff, dic] = files.map((file) => readFileSync(file)) as [Buffer, Buffer]
  const speller = nspell({ aff, dic })
  const choose = (word: string): string =>
    speller.suggest(word).find((suggestion) => differsInMarks(word, suggestion)) ?? word
  return { restore: byWord(choose), bytes: aff.length + dic.length, isCommand: false }
}

const HUNSPELL_DATA = ['/usr/share/hunspell/vi_VN.aff', '/usr/share/hunspell/vi_VN.dic']

/** The command with the dictionary of Debian's hunspell-vi: all words of a text in one call. */
function loadHunspell(): Peer {
  const restoreText = (text: string): string => {
    const words = [...new Set(text.toLowerCase().match(/\p{L}+/gu) ?? [])]
    // `*` and `#`: right, and no idea; `&`: suggestions behind a colon. `^` keeps a word from being a command.
    const input = words.map((word) => `^${word}`).join('\n')
    const out = execFileSync('hunspell', ['-a', '-d', 'vi_VN', '-i', 'utf-8'], { input, maxBuffer: 1 << 28 })
    const answers = out.toString('utf8').split('\n').slice(1).join('\n').split('\n\n')
    const marked = new Map<string, string>()
    for (const [i, word] of words.entries()) {
      const suggestions = /^& .*?: (.*)$/m.exec(answers[i] ?? '')?.[1]?.split(', ') ?? []
      marked.set(word, suggestions.find((one) => differsInMarks(word, one.toLowerCase())) ?? word)
    }
    return byWord((word) => marked.get(word) ?? word)(text)
  }
  const bytes = HUNSPELL_DATA.reduce((sum, file) => sum + statSync(file).size, 0)
  return { restore: restoreText, bytes, isCommand: true }
}

interface SymSpellIndex {
  readonly add: (word: string) => void
  readonly search: (word: string) => { term: string }[]
}

/** Edits that turn a bare word into a marked one: `duong` → `đường` takes three. */
const SYMSPELL_DISTANCE = 3

/** The words of our own vocabulary, most frequent first among those that differ in marks only. */
function loadSymSpell(): Peer {
  const SymSpell = load('mnemonist/symspell') as new (options: object) => SymSpellIndex
  const { vocabulary, table } = readModel(readFileSync(MODEL_FILE)).language
  const index = new SymSpell({ maxDistance: SYMSPELL_DISTANCE, verbosity: 2 })
  for (const word of vocabulary.words) index.add(word)
  const frequency = (word: string): number => table.unigram[vocabulary.idOf(word)] ?? Number.NEGATIVE_INFINITY
  const choose = (word: string): string => {
    let best = word
    for (const { term } of index.search(word))
      if (fold(term) === word && frequency(term) > frequency(best)) best = term
    return best
  }
  const words = new TextEncoder().encode(vocabulary.words.join('\n')).length
  return { restore: byWord(choose), bytes: words + 4 * vocabulary.size, isCommand: false }
}

function hasHunspell(): boolean {
  try {
    execFileSync('hunspell', ['-v'], { stdio: 'ignore' })
    return HUNSPELL_DATA.every((file) => existsSync(file))
  } catch {
    return false
  }
}

/** By name; null: not installed here. */
export const PEERS: Readonly<Record<string, () => (() => Peer | Promise<Peer>) | null>> = {
  vanban: () => () => loadModelFile(MODEL_FILE),
  'vanban, unpruned': () => (existsSync(REFERENCE_FILE) ? () => loadModelFile(REFERENCE_FILE) : null),
  'most frequent reading': () => loadUnigram,
  'mnemonist SymSpell': () => loadSymSpell,
  'nspell + dictionary-vi': () => loadNspell,
  'hunspell + hunspell-vi': () => (hasHunspell() ? loadHunspell : null),
}
