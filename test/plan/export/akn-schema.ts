// The part of the Akoma Ntoso 3.0 schema that the export uses, as a table, and a checker that knows no mercy:
// well-formed XML, known elements in their places, required attributes, identifiers unique within a document.

export interface Node {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Node | string)[]
}

const TOKEN =
  /<\?xml version="1\.0" encoding="UTF-8"\?>|<(\/?)([A-Za-z]+)((?: [A-Za-z]+="[^"<]*")*)(\/?)>|([^<]+)/y
const ENTITY = /&(amp|lt|gt|quot);/g
const CHARACTERS = { amp: '&', lt: '<', gt: '>', quot: '"' }

const decode = (text: string): string => {
  if (/&(?!(?:amp|lt|gt|quot);)/.test(text)) throw new Error(`A bare & in: ${text.slice(0, 60)}`)
  return text.replace(ENTITY, (_, name: keyof typeof CHARACTERS) => CHARACTERS[name])
}

/** Reads the XML that the export writes; anything else is an error. */
export function parseXml(source: string): Node {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(source))
    throw new Error('Forbidden character')
  if (/\p{Surrogate}/u.test(source)) throw new Error('Half of a surrogate pair')
  const root: Node = { name: '', attributes: new Map(), children: [] }
  const open = [root]
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(source)
    if (match === null) throw new Error(`No XML at: ${source.slice(at, at + 60)}`)
    const [, closing, name, rest, empty, text] = match
    const parent = open.at(-1)!
    if (text !== undefined) parent.children.push(decode(text))
    else if (closing === '/') {
      if (open.pop()!.name !== name) throw new Error(`</${name}> closes nothing`)
    } else if (name !== undefined) {
      const attributes = new Map<string, string>()
      for (const [, key, value] of rest!.matchAll(/([A-Za-z]+)="([^"]*)"/g)) {
        if (attributes.has(key!)) throw new Error(`${key} twice`)
        attributes.set(key!, decode(value!))
      }
      const node: Node = { name, attributes, children: [] }
      parent.children.push(node)
      if (empty === '') open.push(node)
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`)
  const elements = root.children.filter((child) => typeof child !== 'string')
  if (elements.length !== 1) throw new Error('Not one root')
  return elements[0]!
}

const HIERARCHY = [
  'part',
  'chapter',
  'section',
  'subsection',
  'article',
  'paragraph',
  'level',
  'point',
  'indent',
]
const HIER = `(?:(?:${[...HIERARCHY, 'alinea'].join('|')}) )`
const HIERARCHICAL = `(?:num )?(?:heading )?(?:(?:intro )?${HIER}*|content )`
const FRBR = 'FRBRthis FRBRuri FRBRdate FRBRauthor '
const PREFACE_INLINE = 'docAuthority|docNumber|docDate|docType|docTitle'

/** Content model by element, over the names of the children, each followed by a blank; $text where text may stand. */
const MODELS: Readonly<Record<string, string>> = {
  akomaNtoso: 'doc ',
  doc: 'meta (?:preface )?(?:preamble )?mainBody (?:conclusions )?(?:attachments )?',
  meta: 'identification (?:references )?',
  identification: 'FRBRWork FRBRExpression FRBRManifestation ',
  FRBRWork: `${FRBR}FRBRcountry (?:FRBRsubtype )?(?:FRBRnumber )?`,
  FRBRExpression: `${FRBR}FRBRlanguage `,
  FRBRManifestation: `${FRBR}FRBRformat `,
  references: '(?:(?:TLCReference|TLCOrganization) )+',
  preface: '(?:p )+',
  preamble: '(?:(?:citations|formula) )+',
  citations: '(?:citation )+',
  citation: '(?:p )+',
  formula: '(?:p )*',
  mainBody: `(?:p |${HIER})+`,
  intro: '(?:p )*',
  content: '(?:p )*',
  conclusions: '(?:(?:p|blockList) )+',
  blockList: '(?:listIntroduction )?(?:item )+',
  item: '(?:p )+',
  attachments: '(?:attachment )+',
  attachment: '(?:num )?(?:heading )?doc ',
  p: `(?:(?:\\$text|ref|signature|${PREFACE_INLINE}) )*`,
  heading: '(?:(?:\\$text|ref) )*',
  num: '(?:\\$text )*',
  ref: '(?:\\$text )*',
  listIntroduction: '(?:\\$text )*',
  signature: '(?:(?:\\$text|eol) )*',
  docTitle: '(?:(?:\\$text|ref) )*',
  docAuthority: '\\$text ',
  docNumber: '\\$text ',
  docDate: '\\$text ',
  docType: '\\$text ',
  alinea: HIERARCHICAL,
  ...Object.fromEntries(HIERARCHY.map((name) => [name, HIERARCHICAL])),
}

const PATTERNS = new Map(Object.entries(MODELS).map(([name, model]) => [name, new RegExp(`^${model}$`)]))

const EMPTY = ['eol', 'FRBRcountry', 'FRBRsubtype', 'FRBRnumber', 'FRBRlanguage', 'FRBRformat', 'FRBRthis']
EMPTY.push('FRBRuri', 'FRBRdate', 'FRBRauthor', 'TLCReference', 'TLCOrganization')

/** Attributes an element must have; it may have no others. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  akomaNtoso: ['xmlns'],
  doc: ['contains', 'name'],
  identification: ['source'],
  references: ['source'],
  FRBRdate: ['date', 'name'],
  FRBRauthor: ['href'],
  FRBRlanguage: ['language'],
  TLCReference: ['eId', 'href', 'name', 'showAs'],
  TLCOrganization: ['eId', 'href', 'showAs'],
  formula: ['eId', 'name'],
  docDate: ['date'],
  ref: ['eId', 'href'],
  ...Object.fromEntries(
    [
      ...HIERARCHY,
      'alinea',
      'intro',
      'content',
      'citations',
      'citation',
      'blockList',
      'item',
      'attachment',
    ].map((name) => [name, ['eId']]),
  ),
  ...Object.fromEntries(
    ['this', 'uri', 'country', 'subtype', 'number', 'format'].map((name) => [`FRBR${name}`, ['value']]),
  ),
}

/** What is wrong with a document; empty when nothing is. */
export function problemsOf(source: string): string[] {
  const problems: string[] = []
  const ids = new Set<string>()
  const visit = (node: Node): void => {
    const model = EMPTY.includes(node.name) ? /^$/ : PATTERNS.get(node.name)
    const names = node.children
      .map((child) => (typeof child === 'string' ? '$text ' : `${child.name} `))
      .join('')
    if (model === undefined) problems.push(`${node.name} is unknown`)
    else if (!model.test(names)) problems.push(`${node.name} holds ${names}`)
    const keys = [...node.attributes.keys()].sort()
    const wanted = ATTRIBUTES[node.name] ?? []
    if (keys.join() !== wanted.join()) problems.push(`${node.name} has attributes ${keys.join()}`)
    const id = node.attributes.get('eId')
    if (id !== undefined) {
      if (ids.has(id)) problems.push(`${id} twice`)
      if (!/^\S+$/.test(id)) problems.push(`"${id}" is no identifier`)
      ids.add(id)
    }
    const date = node.attributes.get('date')
    if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) problems.push(`${date} is no date`)
    for (const child of node.children) if (typeof child !== 'string') visit(child)
  }
  const root = parseXml(source)
  if (root.name !== 'akomaNtoso') problems.push('another root')
  visit(root)
  return problems
}

/** All text of a node. */
export const textOfNode = (node: Node): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOfNode(child))).join('')
