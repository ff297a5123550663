import type { Dialect } from '../../../src/core/file/dialect.ts'
import { corpusJson, type CorpusCase } from './manifest.ts'
import type { Grid } from './grid.ts'

type Config = Readonly<Record<string, unknown>>

interface PapaCase {
  readonly id: string
  readonly input: unknown
  readonly config: Config | null
  readonly expected: unknown
}

export interface WrittenCase {
  readonly text: string
  /** What the suite tells its parser, as a person would choose it in the review. */
  readonly told: Partial<Dialect>
  readonly expected: Grid
}

/** A case of PapaParse's own suite. Those of its writer are read backwards: its text gives the rows it was made of. */
export function papaCase({ file }: CorpusCase): WrittenCase {
  const [, id = ''] = /#(.*)$/.exec(file) ?? []
  const all = corpusJson('papaparse/papa-cases.dev.json') as Record<string, readonly PapaCase[]>
  const found = all[id.split('#')[0] ?? '']?.find((one) => one.id === id)
  if (!found) throw new Error(`no such case: ${id}`)
  const config = found.config ?? {}
  return id.startsWith('UNPARSE') ? written(found, config) : parsed(found, config)
}

function parsed({ input, expected }: PapaCase, config: Config): WrittenCase {
  const { data } = expected as { data: readonly PapaRow[] }
  return { text: String(input), told: toldBy(config), expected: gridOf(data) }
}

type PapaRow = readonly unknown[] | Readonly<Record<string, unknown>>

const EXTRA = '__parsed_extra'

/** Rows as lists, or as objects by the names of the header, with cells beyond it in a list. */
function gridOf(data: readonly PapaRow[]): Grid {
  if (data.every(Array.isArray)) return (data as unknown[][]).map((row) => row.map(textOf))
  const rows = data as readonly Readonly<Record<string, unknown>>[]
  const names = [...new Set(rows.flatMap(Object.keys))].filter((name) => name !== EXTRA)
  const cells = rows.map((row) => [
    ...names.map((name) => textOf(row[name])),
    ...((row[EXTRA] ?? []) as unknown[]).map(textOf),
  ])
  return [names, ...cells]
}

function written({ input, expected }: PapaCase, config: Config): WrittenCase {
  const rows = rowsOf(input)
  const isNamed = config['header'] !== false || Array.isArray((input as unknown[])[0])
  return {
    text: String(expected),
    told: toldBy(config),
    expected: isNamed ? rows : rows.slice(1),
  }
}

function rowsOf(input: unknown): Grid {
  const value: unknown = typeof input === 'string' ? JSON.parse(input) : input
  if (Array.isArray(value) && value.every(Array.isArray))
    return (value as unknown[][]).map((row) => row.map(textOf))
  if (Array.isArray(value)) {
    const names = Object.keys((value[0] as object | undefined) ?? {})
    const cells = (row: Readonly<Record<string, unknown>>) => names.map((name) => textOf(row[name]))
    return [names, ...value.map((row) => cells(row as Readonly<Record<string, unknown>>))]
  }
  const { fields, data } = value as { fields?: readonly string[]; data?: readonly unknown[] }
  const list = (data ?? []).map((row) =>
    Array.isArray(row) ? row.map(textOf) : Object.values(row as object).map(textOf),
  )
  return fields ? [fields, ...list] : list
}

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'string'
      ? value
      : JSON.stringify(value).replace(/^"|"$/g, '')

function toldBy({
  delimiter,
  quoteChar,
  escapeChar,
  comments,
  skipFirstNLines,
}: Config): Partial<Dialect> {
  return {
    ...(typeof delimiter === 'string' ? { delimiter } : {}),
    ...(typeof quoteChar === 'string' ? { quote: quoteChar } : {}),
    ...(typeof escapeChar === 'string' ? { escape: escapeChar } : {}),
    ...(skipFirstNLines ? { headerLine: null, skippedLines: Number(skipFirstNLines) } : {}),
    ...(comments ? { comment: comments === true ? '#' : String(comments) } : {}),
  }
}
