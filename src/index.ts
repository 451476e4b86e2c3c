export type { ChannelProfile } from './channel/profile.ts'
export { readProfile, writeProfile } from './channel/profile.ts'
export { decodeLegacy } from './encoding/decode-legacy.ts'
export {
  type DecodedRuns,
  type DecodedText,
  type DetectOptions,
  decodeRuns,
  decodeText,
  detectEncoding,
  type EncodingReport,
  type EncodingRun,
  type FontRun,
} from './encoding/decode-text.ts'
export { encodeLegacy } from './encoding/encode-legacy.ts'
export type { Encoding, LegacyEncoding, UnicodeEncoding } from './encoding/names.ts'
export { type ErrorPlace, type Stage, VanbanError, type VanbanErrorCode } from './errors.ts'
export { cite } from './plan/cite.ts'
export { DOC_KINDS, type DocKindEntry } from './plan/document-kinds.ts'
export { toAkomaNtoso } from './plan/export/akoma-ntoso.ts'
export { type JsonOptions, toJson } from './plan/export/json.ts'
export { toMarkdown } from './plan/export/markdown.ts'
export { type RegisterRecord, toRegisterRecord } from './plan/export/register-record.ts'
export { type CsvOptions, TASK_COLUMNS, toTasksCsv } from './plan/export/tasks-csv.ts'
export { type Location, locate, sectionOf, textOf } from './plan/locate.ts'
export { type SpanMap, spanMap } from './plan/original.ts'
export { parsePlan } from './plan/parse.ts'
export { type PageRepair, parsePages, parseRepair, type RepairedPage } from './plan/parse-pages.ts'
export type {
  Abbreviation,
  Appendix,
  Archive,
  Authority,
  Basis,
  Certainty,
  DocKind,
  Layout,
  Level,
  Organisation,
  ParseOptions,
  PartialDate,
  Place,
  Plan,
  Recipient,
  Reference,
  Role,
  Section,
  SectionId,
  Signatory,
  Span,
  Task,
  Warning,
} from './plan/schema.ts'
export type { Dictionary, DictionaryEntry, EntryKind } from './restore/dictionary.ts'
export { type Applicability, applyEdits, type Edit, type EditReason, undoEdits } from './restore/edit.ts'
export type { WordEvidence } from './restore/evidence.ts'
export { type Model, type ModelParts, readModel } from './restore/model.ts'
export { mergeDictionaries, readDictionary } from './restore/read-dictionary.ts'
export { type Repair, type RepairedWord, type RepairOptions, repair } from './restore/repair.ts'
export {
  type Restoration,
  type RestoredWord,
  type RestoreOptions,
  restore,
} from './restore/restore.ts'
export type { ReviewItem, ReviewKind } from './restore/review.ts'
export { detectSource, type Source } from './restore/source.ts'
export { stripMarks } from './unicode/strip-marks.ts'
