// The abbreviations a text uses, defined or not, and those that need no definition.
import { isLegalSyllable } from '../syllable/split.ts'
import type { Span } from './schema.ts'

/** Uses of one abbreviation. */
export interface AcronymUse {
  count: number
  readonly span: Span
}

const ACRONYM = /[A-ZĐƯƠÔÊ](?:&?[A-ZĐƯƠÔÊ]){1,9}/gu
const NEIGHBOUR = /[\p{L}\p{M}\d&/._-]/u
const LOWER = /\p{Ll}/u
const ROMAN = /^[IVXLC]+$/u
const WINDOW = 24

/** Short forms every reader of official documents knows (document rules of the field, and international ones). */
const STANDING: ReadonlySet<string> = new Set(
  `UBND HĐND MTTQ UBMTTQ TU TW BCH BTV ĐBQH VP VT CVP PCVP PCT TT KT XH QPAN QP AN ANTT ANQP CCHC TTHC DVC CNTT PCCC CNCH
  TDTT LĐTBXH GD ĐT VHTT DL NN PTNT KH CN TN MT TNHH MTV HTX TNCS HCM CP TTg QH UBTVQH BCA BQP BNG BNV BTP BTC BCT BYT BXD
  BGTVT BKHĐT BGDĐT BTNMT BTTTT BKHCN BVHTTDL BNNPTNT BLĐTBXH VPCP NHNN TTCP KTNN TANDTC VKSNDTC TAND VKSND NĐ QĐ TTLT NQ CT KL
  TB BC TTr CV GP QCVN TCVN QC LHPN CCB ND ĐVTN TTĐT BQL CLB THCS THPT THPTQG GDTX ĐH CĐ BHXH BHYT BHTN HSSV CBCC CBCCVC CCVC CSDL
  STT SL ĐT CMND CCCD VNĐ TP TX TTXVN XHCN CNXH CHXHCN SXKD GPMB QLNN NSNN NSTW NSĐP VBQPPL QPPL TTATXH TTATGT ATGT ATTP VSATTP
  LLVT LLTT BCHQS BĐBP CAND QĐND CSGT PTTH KCN KKT CCN KTXH ANCT ĐHQG PGS GS TS ThS BS CN KS GV HS NXB ISBN WTO GDP GRDP FDI ODA USD
  EUR VND WHO ASEAN APEC OCOP PCI PAPI SIPAS PAR LED STEM SEO GIS GPS QR PDF AI IT ISO UNESCO UNICEF ICT TV CD DVD USB WIFI PC API
  SNV STC SCT SYT SXD STP SGDĐT SKHCN SNNMT SVHTT KGVX VHXH MTQG VPUB VPHĐND SMS OTP HIV AIDS COVID LPG HACCP FAO WB ADB JICA BOT PPP EVN VNPT VNPTIT VTV VOV CCTV IP ID URL HTML XML JSON DN HKD`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

/** Whether an abbreviation is understood without a definition. */
export function isStanding(short: string): boolean {
  if (STANDING.has(short)) return true
  return short.includes('&') && short.split('&').every((part) => part.length < 2 || STANDING.has(part))
}

/**
 * Counts the abbreviations of a stretch: two capitals or more among words in small letters, no parts of codes.
 *
 * @param span half-open range of the text
 */
export function findAcronyms(text: string, [from, to]: Span): Map<string, AcronymUse> {
  const uses = new Map<string, AcronymUse>()
  ACRONYM.lastIndex = from
  for (let match = ACRONYM.exec(text); match !== null && match.index < to; match = ACRONYM.exec(text)) {
    const start = match.index
    const end = ACRONYM.lastIndex
    if (NEIGHBOUR.test(text[start - 1] ?? ' ') || isGoingOn(text, end)) continue
    const short = match[0]
    const known = uses.get(short)
    if (known !== undefined) {
      known.count++
      continue
    }
    if (ROMAN.test(short) || isWord(short) || isHeading(text, start, end)) continue
    uses.set(short, { count: 1, span: [start, end] })
  }
  return uses
}

/** `NAM`, `CAI`: a word in capitals. */
function isWord(short: string): boolean {
  return short.length > 2 && isLegalSyllable(short.toLowerCase())
}

/** A full stop ends a sentence, a hyphen or slash goes on with a code. */
function isGoingOn(text: string, end: number): boolean {
  const next = text[end] ?? ' '
  if (next === '.') return /[\p{L}\d]/u.test(text[end + 1] ?? ' ')
  if (next === '-' || next === '/') return /[\p{Lu}\d]/u.test(text[end + 1] ?? ' ')
  return NEIGHBOUR.test(next)
}

/** Nothing but capitals around. */
function isHeading(text: string, start: number, end: number): boolean {
  return (
    !LOWER.test(text.slice(Math.max(0, start - WINDOW), start)) && !LOWER.test(text.slice(end, end + WINDOW))
  )
}
