// The public surface: what is added or taken away here is a change for users, and belongs in the CHANGELOG.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as core from '../src/index.ts'
import * as node from '../src/node.ts'

const VALUES = [
  'DOC_KINDS',
  'TASK_COLUMNS',
  'VanbanError',
  'applyEdits',
  'cite',
  'decodeLegacy',
  'decodeRuns',
  'decodeText',
  'detectEncoding',
  'detectSource',
  'encodeLegacy',
  'locate',
  'mergeDictionaries',
  'parsePages',
  'parsePlan',
  'parseRepair',
  'readDictionary',
  'readModel',
  'readProfile',
  'repair',
  'restore',
  'sectionOf',
  'spanMap',
  'stripMarks',
  'textOf',
  'toAkomaNtoso',
  'toJson',
  'toMarkdown',
  'toRegisterRecord',
  'toTasksCsv',
  'undoEdits',
  'writeProfile',
]

const TYPES = [
  'Abbreviation',
  'Appendix',
  'Applicability',
  'Archive',
  'Authority',
  'Basis',
  'Certainty',
  'ChannelProfile',
  'CsvOptions',
  'DecodedRuns',
  'DecodedText',
  'DetectOptions',
  'Dictionary',
  'DictionaryEntry',
  'DocKind',
  'DocKindEntry',
  'Edit',
  'EditReason',
  'Encoding',
  'EncodingReport',
  'EncodingRun',
  'EntryKind',
  'ErrorPlace',
  'FontRun',
  'JsonOptions',
  'Layout',
  'LegacyEncoding',
  'Level',
  'Location',
  'Model',
  'ModelParts',
  'Organisation',
  'PageRepair',
  'ParseOptions',
  'PartialDate',
  'Place',
  'Plan',
  'Recipient',
  'Reference',
  'RegisterRecord',
  'Repair',
  'RepairOptions',
  'RepairedPage',
  'RepairedWord',
  'Restoration',
  'RestoreOptions',
  'RestoredWord',
  'ReviewItem',
  'ReviewKind',
  'Role',
  'Section',
  'SectionId',
  'Signatory',
  'Source',
  'Span',
  'SpanMap',
  'Stage',
  'Task',
  'UnicodeEncoding',
  'VanbanErrorCode',
  'Warning',
  'WordEvidence',
]

/** Names a door exports as types, read from its source: they leave no trace at run time. */
function typesOf(door: string): string[] {
  const code = readFileSync(new URL(`../src/${door}`, import.meta.url), 'utf8')
  return [...code.matchAll(/export (type )?\{([^}]*)\}/g)]
    .flatMap(([, allTypes, names]) =>
      (names as string)
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && (allTypes !== undefined || name.startsWith('type ')))
        .map((name) => name.replace(/^type /, '')),
    )
    .sort()
}

describe('vanban', () => {
  it('exports these values', () => {
    expect(Object.keys(core).sort()).toEqual(VALUES)
  })

  it('exports these types', () => {
    expect(typesOf('index.ts')).toEqual(TYPES)
  })
})

describe('vanban/node', () => {
  it('exports the core and what needs files', () => {
    expect(Object.keys(node).sort()).toEqual(
      [...VALUES, 'LIMITS_DEFAULT', 'importDocument', 'loadModel'].sort(),
    )
    expect(node).toMatchObject({ ...core })
  })
})
