// What the constructs hand on to each other while a text is parsed.
import type { Foot } from './foot.ts'
import type { Head } from './head.ts'
import type { Line, Lines } from './lines.ts'
import { CaseSource } from './official-case.ts'
import type { Outline } from './outline.ts'
import { PlaceList } from './places.ts'
import type { Preamble } from './preamble.ts'
import type { Appendix, ParseOptions, Section, Span } from './schema.ts'
import type { NumberingFault } from './sections.ts'

/** The work in progress: each construct reads what those before it left and adds its own. */
export class ParseState {
  readonly places = new PlaceList()
  readonly caseSource: CaseSource
  readonly faults: NumberingFault[] = []
  /** Lines of the document, furniture left out. */
  lines: readonly Line[] = []
  head: Head | null = null
  /** Index of the first line of the foot. */
  footStart = 0
  outline: Outline | null = null
  preamble: Preamble | null = null
  sections: readonly Section[] = []
  closing: string | null = null
  closingSpan: Span | null = null
  endMark = false
  foot: Foot | null = null
  appendixStarts: readonly number[] = []
  appendices: readonly Appendix[] = []
  trailing: string | null = null
  trailingSpan: Span | null = null

  readonly text: string
  readonly layout: Lines
  readonly options: ParseOptions

  constructor(text: string, layout: Lines, options: ParseOptions) {
    this.text = text
    this.caseSource = new CaseSource(text)
    this.layout = layout
    this.options = options
  }
}
