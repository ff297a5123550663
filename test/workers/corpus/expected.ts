import { readFileSync } from 'node:fs'
import type { Dialect } from '../../../src/core/file/dialect.ts'
import type { Grid } from './grid.ts'
import { corpusJson, corpusPath, type CorpusCase } from './manifest.ts'
import { papaCase } from './papa.ts'

export interface Expectation {
  /** Who says so: the collection itself or the one who made the file, or only another reader. */
  readonly by: 'stated' | 'second reading'
  /** Null: there is no table in the file. */
  readonly grid: Grid | null
  readonly told: Partial<Dialect>
  /** Only the names are stated. */
  readonly isHeadOnly: boolean
}

export function bytesOf(corpus: CorpusCase): Uint8Array {
  return corpus.file.includes('#')
    ? new TextEncoder().encode(papaCase(corpus).text)
    : readFileSync(corpusPath(corpus.file))
}

/** The cells that a file should give. */
export function expectationOf(corpus: CorpusCase): Expectation {
  if (corpus.file.includes('#')) {
    const { expected, told } = papaCase(corpus)
    return { by: 'stated', grid: expected, told, isHeadOnly: false }
  }
  const stated = statedGrid(corpus)
  const isHeadOnly = corpus.collection === 'headers'
  if (stated) return { by: 'stated', grid: stated, told: {}, isHeadOnly }
  const grid = corpus.second_reading ? (corpusJson(corpus.second_reading) as Grid) : null
  // What the collection states beyond the cells (types, calendars) is of other tests: its cells are as the second reader has them.
  return { by: corpus.expected ? 'stated' : 'second reading', grid, told: {}, isHeadOnly: false }
}

function statedGrid({ collection, expected, file }: CorpusCase): Grid | null {
  const path = expected?.path
  if (file === 'size/one-megabyte-cell.csv') return megabyteGrid
  if (!path) return null
  switch (collection) {
    case 'csv-spectrum':
      return gridOfObjects(corpusJson(path))
    case 'encodings (derived)':
    case 'excel sep= line':
      return corpusJson(path) as Grid
    case 'headers':
      return [corpusJson(path) as readonly string[]]
    case 'naughty strings':
      return naughtyGrid(corpusJson(path) as readonly string[], file)
    default:
      return null
  }
}

/** As the manifest says it in words. */
const megabyteGrid: Grid = [
  ['id', 'note', 'mrr'],
  ['1', 'x'.repeat(1_000_000), '5'],
  ['2', 'short', '6'],
]

function gridOfObjects(value: unknown): Grid {
  const rows = (Array.isArray(value) ? value : [value]) as readonly Record<string, string>[]
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
}

/** The list states the names; the cells around them are as the file was made. */
function naughtyGrid(names: readonly string[], file: string): Grid {
  const second = corpusJson(`_second_reading/${file}.json`) as Grid
  return second.map((row, i) =>
    i === 0 ? row : [row[0] ?? '', names[i - 1] ?? '', ...row.slice(2)],
  )
}
