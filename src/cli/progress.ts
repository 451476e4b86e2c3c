// How far a batch is: a bar on a terminal, else a line for each document.

import type { SummaryBuilder } from '../report/summary.ts'
import type { CliIo } from './io.ts'
import { printable } from './log.ts'
import { translate } from './translate.ts'

/** Shows how far a run is. */
export interface ProgressView {
  /** A page of a document is done. */
  page(name: string, page: number, pages: number): void
  /** A document is done. */
  document(line: string, summary: SummaryBuilder, seconds: number): void
  /** Makes room for messages. */
  clear(): void
}

const BAR_WIDTH = 24
/** A terminal is written to at most so often. */
const REDRAW_MS = 100
const ERASE_LINE = '\r\u001b[2K'

/** The view for the surroundings: a bar only on a terminal that nobody records. */
export function createProgress(
  io: CliIo,
  { total, hidden }: { readonly total: number; readonly hidden: boolean },
): ProgressView {
  if (hidden) return { page: () => {}, document: () => {}, clear: () => {} }
  const isTerminal =
    io.stderrIsTerminal && io.env.TERM !== 'dumb' && !io.env.CI && io.style?.format !== 'json'
  return isTerminal ? bar(io, total) : lines(io, total)
}

function lines(io: CliIo, total: number): ProgressView {
  const language = io.style?.language ?? 'en'
  return {
    page: () => {},
    document: (line, summary) => {
      if (total < 2) return
      const message = `[${summary.total}/${total}] ${printable(translate(line, language))}`
      io.writeError(
        io.style?.format === 'json' ? `${JSON.stringify({ level: 'note', message })}\n` : `${message}\n`,
      )
    },
    clear: () => {},
  }
}

function bar(io: CliIo, total: number): ProgressView {
  let drawn = false
  let last = Number.NEGATIVE_INFINITY
  let head = ''
  const draw = (tail: string, force: boolean): void => {
    const now = io.clock()
    if (!force && now - last < REDRAW_MS) return
    last = now
    io.writeError(
      ERASE_LINE + [...`${head} ${printable(tail)}`].slice(0, Math.max(20, io.columns - 1)).join(''),
    )
    drawn = true
  }
  return {
    page: (name, page, pages) => draw(`${name} ${page}/${pages}`, false),
    document: (line, summary, seconds) => {
      const done = summary.total
      const filled = Math.round((BAR_WIDTH * done) / total)
      const left = done === 0 ? 0 : ((total - done) * seconds) / done
      head =
        `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total}` +
        `${summary.failed > 0 ? ` ✗${summary.failed}` : ''} ${clockTime(left)}`
      draw(line, done === total)
    },
    clear: () => {
      if (drawn) io.writeError(ERASE_LINE)
      drawn = false
      last = Number.NEGATIVE_INFINITY
    },
  }
}

/** Seconds as "1:02:03" or "2:03". */
function clockTime(seconds: number): string {
  const whole = Math.round(seconds)
  const pad = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`
}
