/**
 * Derives the lists under dictionaries/ that come from data; the hand-written ones are left alone.
 *
 *     npx tsx src/training/build-vocabulary.ts --gazetteer DIR [--corpus DIR] --out dictionaries
 *
 * Writes places.tsv, name-syllables.tsv and abbreviations.tsv; with --corpus also acronyms.tsv, counted in its
 * `official-*` and `general-*` texts. Same input, same bytes.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stderr } from 'node:process'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { VanbanError } from '../errors.ts'
import { readDictionary } from '../restore/read-dictionary.ts'
import { type AcronymCounts, acronymLines, countAcronyms } from './acronym-counts.ts'
import {
  abbreviationLines,
  nameLines,
  placeLines,
  type Row,
  readTable,
  requireColumns,
} from './gazetteer-lists.ts'
import { readBlocks } from './read-corpus.ts'

/** Kinds of official text that are press or questions written about it. */
const NOT_OFFICIAL = /-(?:press|qa|articles)\./

const DERIVED =
  '# Derived by src/training/build-vocabulary.ts: edit the source, not this file. See README.md.'

/** Where the lists come from and go to; `corpus` only when abbreviations are to be counted again. */
export interface BuildVocabularyOptions {
  readonly gazetteer: string
  readonly out: string
  readonly corpus?: string
}

/**
 * Writes the derived lists.
 * @returns the files written and their sizes in bytes
 * @throws VanbanError `TRAINING_DATA` when a table is missing or is not what its name says
 */
export async function buildVocabulary(options: BuildVocabularyOptions): Promise<Record<string, number>> {
  const table = (file: string, ...columns: string[]) => readGazetteer(options.gazetteer, file, columns)
  const unit = ['name', 'type']
  const lists: Record<string, string> = {
    'places.tsv': list(
      'name, kind, weight, types: "-" until 30/6/2025, "+" since 1/7/2025, "=" both',
      'place',
      placeLines({
        provincesBefore: table('provinces_pre2025.tsv', ...unit),
        provincesAfter: [
          ...table('provinces_2025-07.tsv', ...unit),
          ...table('provinces_2026-04.tsv', ...unit),
        ],
        districtsBefore: table('districts_pre2025.tsv', ...unit),
        communesBefore: table('communes_pre2025.tsv', ...unit),
        communesAfter: table('communes_2025-07.tsv', ...unit),
        communesChanged: table('communes_changed_2025-07_to_2026-04.tsv', 'full_name_2025', 'full_name_2026'),
      }),
    ),
    'name-syllables.tsv': list(
      'syllable, kind, weight, times as family name, middle name, given name',
      'name',
      nameLines(
        table('family_names.tsv', 'name', 'count_uit'),
        table('name_syllables.tsv', 'syllable', 'as_middle', 'as_given'),
      ),
    ),
    'abbreviations.tsv': list(
      'abbreviation, kind, weight, what it stands for',
      'abbreviation',
      abbreviationLines({
        admin: table('abbreviations_admin.tsv', 'abbreviation', 'expansion'),
        documents: table('document_type_abbreviations.tsv', 'abbreviation', 'document_type'),
        agencies: table('agencies.tsv', 'abbreviation', 'name'),
        mined: table('abbreviations_mined.tsv', 'abbreviation', 'expansion', 'count', 'share'),
      }),
    ),
  }
  if (options.corpus !== undefined) {
    const listed = [readDictionary(lists['abbreviations.tsv']!)]
    lists['acronyms.tsv'] = list(
      'abbreviation or code, kind, weight, uses in official text, uses in press text',
      'abbreviation',
      acronymLines(await countCorpus(options.corpus), listed),
    )
  }
  mkdirSync(options.out, { recursive: true })
  for (const [file, text] of Object.entries(lists)) writeFileSync(join(options.out, file), text)
  return Object.fromEntries(Object.entries(lists).map(([file, text]) => [file, Buffer.byteLength(text)]))
}

function list(columns: string, kind: string, lines: readonly string[]): string {
  return `${DERIVED}\n# Columns: ${columns}.\n#! kind=${kind}\n${lines.join('\n')}\n`
}

function readGazetteer(folder: string, file: string, columns: readonly string[]): Row[] {
  const path = join(folder, file)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new VanbanError(
      'TRAINING_DATA',
      'training',
      `${path} could not be read (${(cause as Error).message}): --gazetteer must name the folder with the tables.`,
      { file: path, cause },
    )
  }
  const rows = readTable(text)
  requireColumns(rows, columns, path)
  return rows
}

async function countCorpus(folder: string): Promise<AcronymCounts> {
  const counts: AcronymCounts = new Map()
  for (const file of readdirSync(folder).sort()) {
    if (!/^(?:official|general)-.*\.txt(?:\.br|\.gz)?$/.test(file)) continue
    const group = file.startsWith('official-') && !NOT_OFFICIAL.test(file) ? 'official' : 'press'
    for await (const block of readBlocks(join(folder, file))) countAcronyms(block, group, counts)
  }
  return counts
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  const { values } = parseArgs({
    options: { gazetteer: { type: 'string' }, corpus: { type: 'string' }, out: { type: 'string' } },
  })
  if (values.gazetteer === undefined || values.out === undefined) {
    stderr.write('usage: build-vocabulary --gazetteer DIR [--corpus DIR] --out DIR\n')
    process.exitCode = 2
  } else {
    const sizes = await buildVocabulary({
      gazetteer: values.gazetteer,
      out: values.out,
      ...(values.corpus === undefined ? {} : { corpus: values.corpus }),
    })
    for (const [file, bytes] of Object.entries(sizes)) stderr.write(`${file}\t${bytes} bytes\n`)
  }
}
