/**
 * Plan → Akoma Ntoso 3.0 (OASIS LegalDocML), the XML in which parliaments and law portals exchange documents.
 * Everything becomes a `doc`, the standard's type for documents that are neither acts nor bills.
 */
import type { Appendix, Plan } from '../schema.ts'
import { Identifiers, Linker, mainBody, slug, workAddress } from './akn-body.ts'
import { archiveLine, codeOf, printedDate, recipientLine, signatureLines } from './label.ts'
import { type Content, element, type Xml } from './xml.ts'

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0'
const SOURCE = '#vanban'
/** The standard's dates are complete; this one says "unknown" by custom. */
const DATE_UNKNOWN = '0001-01-01'
const COMPLETE_DATE = /^\d{4}-\d{2}-\d{2}$/

const fullDate = (date: string | null): string =>
  date !== null && COMPLETE_DATE.test(date) ? date : DATE_UNKNOWN

const p = (...content: Content[]): Xml => element('p', {}, ...content)

/** Work, expression, manifestation: the document, its Vietnamese text, this file. */
function identification(work: string, component: string, date: string | null, details: readonly Xml[]): Xml {
  const level = (name: string, address: string, suffix: string, rest: readonly Xml[]): Xml =>
    element(
      name,
      {},
      element('FRBRthis', { value: `${address}/!${component}${suffix}` }),
      element('FRBRuri', { value: `${address}${suffix}` }),
      element('FRBRdate', { date: fullDate(date), name: 'issued' }),
      element('FRBRauthor', { href: '#issuer' }),
      rest,
    )
  const expression = `${work}/vie@`
  return element(
    'identification',
    { source: SOURCE },
    level('FRBRWork', work, '', [element('FRBRcountry', { value: 'vn' }), ...details]),
    level('FRBRExpression', expression, '', [element('FRBRlanguage', { language: 'vie' })]),
    level('FRBRManifestation', expression, '.xml', [element('FRBRformat', { value: 'application/akn+xml' })]),
  )
}

function references(plan: Plan, ids: Identifiers): Xml {
  const cited = plan.references.map(({ key, kind, code, date, title }, index) =>
    element('TLCReference', {
      name: 'citedDocument',
      eId: ids.take(`ref_${index + 1}`),
      href: workAddress(kind, date, code ?? title ?? key),
      showAs: [kind, code ?? title].filter((part) => part !== null).join(' ') || key,
    }),
  )
  const organisation = (eId: string, name: string): Xml =>
    element('TLCOrganization', {
      eId: ids.take(eId),
      href: `/akn/ontology/organization/vn/${slug(name)}`,
      showAs: name,
    })
  return element(
    'references',
    { source: SOURCE },
    cited,
    organisation('issuer', plan.issuer?.name ?? 'không rõ'),
    organisation('vanban', 'vanban'),
  )
}

function meta(plan: Plan, work: string, ids: Identifiers): Xml {
  const { kind, date } = plan
  const code = codeOf(plan)
  const details = [
    ...(kind === null ? [] : [element('FRBRsubtype', { value: slug(kind) })]),
    ...(code === null ? [] : [element('FRBRnumber', { value: code })]),
  ]
  return element('meta', {}, identification(work, 'main', date, details), references(plan, ids))
}

function preface(plan: Plan, linker: Linker): Xml | null {
  const { issuer, place, date, kind, title } = plan
  const code = codeOf(plan)
  const lines: Xml[] = []
  if (issuer !== null) {
    if (issuer.parent !== null) lines.push(p(issuer.parent))
    lines.push(p(element('docAuthority', {}, issuer.name)))
  }
  if (code !== null) lines.push(p('Số: ', element('docNumber', {}, code)))
  if (place !== null || date !== null) {
    const printed = date === null ? null : printedDate(date)
    const issued =
      printed !== null && COMPLETE_DATE.test(date!) ? element('docDate', { date }, printed) : printed
    lines.push(p(place, place !== null && printed !== null ? ', ' : null, issued))
  }
  lines.push(...plan.marks.map((mark) => p(mark)))
  if (kind !== null) lines.push(p(element('docType', {}, kind)))
  if (title !== null) lines.push(p(element('docTitle', {}, linker.link(title, 'preface'))))
  if (plan.to.length > 0) lines.push(p(`Kính gửi: ${plan.to.join('; ')}`))
  return lines.length === 0 ? null : element('preface', {}, lines)
}

function preamble(plan: Plan, linker: Linker, ids: Identifiers): Xml | null {
  if (plan.bases.length === 0 && plan.intro === null) return null
  const citations = plan.bases.map(({ text }, index) =>
    element(
      'citation',
      { eId: ids.take(`cits__cit_${index + 1}`) },
      p(linker.link(text, `cits__cit_${index + 1}`)),
    ),
  )
  return element(
    'preamble',
    {},
    citations.length === 0 ? null : element('citations', { eId: ids.take('cits') }, citations),
    plan.intro === null
      ? null
      : element(
          'formula',
          { eId: ids.take('formula_1'), name: 'enactingFormula' },
          p(linker.link(plan.intro, 'formula_1')),
        ),
  )
}

function conclusions(plan: Plan, linker: Linker, ids: Identifiers): Xml | null {
  const lines = plan.recipients.map(recipientLine)
  if (plan.archive !== null) lines.push(archiveLine(plan.archive))
  const content = [
    ...(plan.closing === null ? [] : [p(linker.link(plan.closing, 'conclusions'))]),
    ...(lines.length === 0
      ? []
      : [
          element(
            'blockList',
            { eId: ids.take('list_1') },
            element('listIntroduction', {}, 'Nơi nhận:'),
            lines.map((line, index) =>
              element('item', { eId: ids.take(`list_1__item_${index + 1}`) }, p(line)),
            ),
          ),
        ]),
    ...plan.signatories.map((signatory) =>
      p(
        element(
          'signature',
          {},
          signatureLines(signatory).flatMap((line, index) =>
            index === 0 ? [line] : [element('eol', {}), line],
          ),
        ),
      ),
    ),
  ]
  return content.length === 0 ? null : element('conclusions', {}, content)
}

function attachment(
  appendix: Appendix,
  index: number,
  plan: Plan,
  work: string,
  linker: Linker,
  ids: Identifiers,
): Xml {
  const { num, kind, title, sections } = appendix
  const eId = ids.take(`att_${index + 1}`)
  const label = kind ?? ['Phụ lục', num].filter((part) => part !== null).join(' ')
  const name = slug(kind ?? 'phu-luc')
  return element(
    'attachment',
    { eId },
    element('num', {}, label),
    title === null ? null : element('heading', {}, linker.link(title, eId)),
    element(
      'doc',
      { name, contains: 'originalVersion' },
      element('meta', {}, identification(work, `${name}_${index + 1}`, plan.date, [])),
      mainBody(sections, eId, linker, ids),
    ),
  )
}

/**
 * The document in Akoma Ntoso 3.0.
 *
 * Identifiers (`eId`) follow the printed numbers, so that they stay the same when the document is parsed again;
 * addresses leave out what is unknown, and an unknown date is 0001-01-01.
 *
 * @example toAkomaNtoso(plan) // '<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso …'
 */
export function toAkomaNtoso(plan: Plan): string {
  const ids = new Identifiers()
  const linker = new Linker(plan.references, ids)
  const work = workAddress(plan.kind ?? 'van-ban', plan.date, codeOf(plan))
  const attachments = plan.appendices.map((appendix, index) =>
    attachment(appendix, index, plan, work, linker, ids),
  )
  const root = element(
    'akomaNtoso',
    { xmlns: NAMESPACE },
    element(
      'doc',
      { name: slug(plan.kind ?? 'van-ban'), contains: 'originalVersion' },
      meta(plan, work, ids),
      preface(plan, linker),
      preamble(plan, linker, ids),
      mainBody(plan.sections, null, linker, ids),
      conclusions(plan, linker, ids),
      attachments.length === 0 ? null : element('attachments', {}, attachments),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.source}\n`
}
