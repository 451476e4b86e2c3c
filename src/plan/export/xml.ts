// XML written safely: elements with attributes and children, everything escaped, nothing a reader would refuse.

/** What XML 1.0 does not allow, even escaped: control characters, halves of surrogate pairs, non-characters. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text made fit for element content and attribute values. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, ' ').replace(/[&<>"]/g, (character) => ENTITIES[character]!)
}

/** Finished XML, as opposed to text. */
export class Xml {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

/** Content of an element: text is escaped, null left out. */
export type Content = Xml | string | null | readonly Content[]

const contentSource = (content: Content): string =>
  content === null
    ? ''
    : content instanceof Xml
      ? content.source
      : typeof content === 'string'
        ? escapeXml(content)
        : content.map(contentSource).join('')

/**
 * One element.
 *
 * @param name its name; trusted, as are the names of attributes
 * @param attributes values that are null are left out
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  ...content: Content[]
): Xml {
  const start = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeXml(value!).replace(/[\t\n\r]/g, ' ')}"`)
    .join('')
  const inner = content.map(contentSource).join('')
  return new Xml(inner === '' ? `<${name}${start}/>` : `<${name}${start}>${inner}</${name}>`)
}
