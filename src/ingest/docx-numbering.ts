/** Numbers of lists in Word documents (.docx), counted and put into the XML as text. */
import { ListCounter, type ListLevel } from './list-number.ts'

interface List {
  readonly abstract: string
  /** Numbers that begin anew for this list, by level. */
  readonly overrides: ReadonlyMap<number, number>
}

/** What paragraphs refer to. */
interface NumberReference {
  readonly list: string | undefined
  readonly level: number | undefined
}

const TAG = /<(\/?)w:(\w+)((?:\s[^<>]*?)?)(\/?)>/gu
const LEVELS = 9

const attribute = (attributes: string, name: string): string | undefined => {
  const value = new RegExp(`\\bw:${name}\\s*=\\s*"([^"]*)"`, 'u').exec(attributes)?.[1]
  return value === undefined ? undefined : decodeEntities(value)
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const decodeEntities = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => ENTITIES[name] ?? '')

/** Lists of a document, counting as it is read. */
export class DocxNumbering {
  private readonly abstracts = new Map<string, Map<number, ListLevel>>()
  private readonly lists = new Map<string, List>()
  private readonly styles = new Map<string, NumberReference & { readonly basedOn: string | undefined }>()
  private readonly counter = new ListCounter()

  /**
   * @param numberingXml word/numbering.xml
   * @param stylesXml word/styles.xml: styles of headings may belong to a list
   */
  constructor(numberingXml: string, stylesXml: string) {
    this.readLists(numberingXml)
    this.readStyles(stylesXml)
  }

  private readLists(xml: string): void {
    let abstract = ''
    let list = ''
    let level = 0
    let overrides = new Map<number, number>()
    let current: { start: number; format: string; text: string } | null = null
    for (const [, close, name, attributes = ''] of xml.matchAll(TAG)) {
      const value = attribute(attributes, 'val')
      if (close !== '') {
        if (name === 'lvl' && current !== null) {
          this.abstracts.get(abstract)?.set(level, current)
          current = null
        }
      } else if (name === 'abstractNum') {
        abstract = attribute(attributes, 'abstractNumId') ?? ''
        this.abstracts.set(abstract, new Map())
      } else if (name === 'lvl') {
        level = Number(attribute(attributes, 'ilvl') ?? 0)
        current = { start: 1, format: 'decimal', text: '' }
      } else if (name === 'num') {
        list = attribute(attributes, 'numId') ?? ''
        overrides = new Map()
        this.lists.set(list, { abstract: '', overrides })
      } else if (name === 'abstractNumId' && this.lists.has(list)) {
        this.lists.set(list, { abstract: value ?? '', overrides })
      } else if (name === 'lvlOverride') level = Number(attribute(attributes, 'ilvl') ?? 0)
      else if (name === 'startOverride') overrides.set(level, Number(value))
      else if (current !== null && value !== undefined) {
        if (name === 'start') current.start = Number(value)
        else if (name === 'numFmt') current.format = value
        else if (name === 'lvlText') current.text = value
      }
    }
  }

  private readStyles(xml: string): void {
    let id: string | undefined
    let style: { list: string | undefined; level: number | undefined; basedOn: string | undefined } | null =
      null
    for (const [, close, name, attributes = ''] of xml.matchAll(TAG)) {
      const value = attribute(attributes, 'val')
      if (name === 'style') {
        if (close === '') {
          id = attribute(attributes, 'styleId')
          style = { list: undefined, level: undefined, basedOn: undefined }
        } else if (id !== undefined && style !== null) this.styles.set(id, style)
      } else if (style !== null && close === '') {
        if (name === 'basedOn') style.basedOn = value
        else if (name === 'numId') style.list = value
        else if (name === 'ilvl') style.level = Number(value)
      }
    }
  }

  /** The document with the numbers of its paragraphs as text at their beginning. */
  insertInto(documentXml: string): string {
    const out: string[] = []
    let done = 0
    let own: { list: string | undefined; level: number | undefined; style: string | undefined } | null = null
    let inProperties = false
    let isFormer = false
    const put = (at: number): void => {
      const label = own === null ? '' : this.next(own)
      own = null
      if (label === '') return
      out.push(documentXml.slice(done, at), `<w:r><w:t xml:space="preserve">${escapeXml(label)} </w:t></w:r>`)
      done = at
    }
    for (const match of documentXml.matchAll(TAG)) {
      const [tag, close, name, attributes = '', empty] = match
      const end = match.index + tag.length
      // A former state of the paragraph, from tracked changes: it does not count.
      if (name === 'pPrChange') isFormer = close === '' && empty === ''
      if (isFormer) continue
      if (name === 'pPr' && empty === '') {
        if (close === '') {
          inProperties = true
          own = { list: undefined, level: undefined, style: undefined }
        } else {
          inProperties = false
          put(end)
        }
      } else if (inProperties && own !== null && close === '') {
        const value = attribute(attributes, 'val')
        if (name === 'numId') own.list = value
        else if (name === 'ilvl') own.level = Number(value)
        else if (name === 'pStyle') own.style = value
      }
    }
    out.push(documentXml.slice(done))
    return out.join('')
  }

  /** The label of the next paragraph of a list; empty for none. */
  private next(own: {
    list: string | undefined
    level: number | undefined
    style: string | undefined
  }): string {
    const { list: listId, level = 0 } = this.resolve(own)
    const list = listId === undefined ? undefined : this.lists.get(listId)
    const levels = list === undefined ? undefined : this.abstracts.get(list.abstract)
    if (list === undefined || listId === undefined || levels === undefined) return ''
    return this.counter.next({ shared: list.abstract, list: listId, level, levels, starts: list.overrides })
  }

  private resolve(own: {
    list: string | undefined
    level: number | undefined
    style: string | undefined
  }): NumberReference {
    let { list, level, style } = own
    for (let depth = 0; list === undefined && style !== undefined && depth < LEVELS; depth++) {
      const found = this.styles.get(style)
      list = found?.list
      level ??= found?.level
      style = found?.basedOn
    }
    return { list, level }
  }
}

const escapeXml = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')
