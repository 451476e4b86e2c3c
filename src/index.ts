export type { ChannelProfile } from './channel/profile.ts'
export { readProfile, writeProfile } from './channel/profile.ts'
export { type ErrorPlace, type Stage, VanbanError, type VanbanErrorCode } from './errors.ts'
export type { Dictionary, DictionaryEntry, EntryKind } from './restore/dictionary.ts'
export { type Applicability, applyEdits, type Edit, type EditReason, undoEdits } from './restore/edit.ts'
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
