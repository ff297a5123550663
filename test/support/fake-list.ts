import { toDay } from '../../src/core/brand.ts'
import { createEvaluator, type Results } from '../../src/core/formula/evaluate.ts'
import { parseFormula } from '../../src/core/formula/parse.ts'
import { whereTrue } from '../../src/core/score/scoring.ts'
import { MISSING_DAY, type Column } from '../../src/core/table/column.ts'
import { packText } from '../../src/core/table/packed-text.ts'
import { binsOf, histogramOf, topValues } from '../../src/core/view/facet.ts'
import type { AccountRow, AccountsPage, AccountsQuestion } from '../../workers/protocol/accounts.ts'
import type { Facet, Facets, FacetsQuestion } from '../../workers/protocol/facets.ts'
import { configuration, NEWEST } from './portfolio.ts'

const SEGMENTS = ['Enterprise', 'Mid-market', 'Small business']
const segmentOf = (row: AccountRow): string => SEGMENTS[row.account % 3] as string

/** The rows that a search and a filter let through, in their order: filters are evaluated as the engine does it. */
export function listed(
  rows: readonly AccountRow[],
  question: Pick<AccountsQuestion, 'search' | 'filter' | 'sort'>,
): AccountRow[] {
  const wanted = question.search.toLowerCase()
  const holds = where(rows, question.filter)
  return rows
    .filter((_, place) => holds[place])
    .filter(({ name, key }) => `${name} ${key}`.toLowerCase().includes(wanted))
    .sort((a, b) => question.sort.reduce((sum, sort) => sum || compare(a, b, sort), 0))
}

export function pageOf(rows: readonly AccountRow[], question: AccountsQuestion): AccountsPage {
  const matched = listed(rows, question)
  const scores = matched.flatMap(({ score }) => score ?? [])
  return {
    total: rows.length,
    matched: matched.length,
    matchedValue: sum(matched.map(({ value }) => value ?? 0)),
    totalValue: sum(rows.map(({ value }) => value ?? 0)),
    averageScore: scores.length === 0 ? null : sum(scores) / scores.length,
    versions: { before: question.since === null ? null : 4, after: 4 },
    historyVersions: Array.from({ length: 12 }, () => 4),
    from: question.from,
    rows: matched.slice(question.from, question.from + question.count),
  }
}

export function facetsOf(rows: readonly AccountRow[], question: FacetsQuestion): Facets {
  return {
    facets: question.facets.map(({ subject, filter }) => facetOf(rows, subject, filter)),
    counts: question.counts.map((text) => where(rows, text).filter(Boolean).length),
  }
}

function facetOf(rows: readonly AccountRow[], subject: string, filter: string): Facet {
  const column = evaluate(rows, subject)
  const kept = where(rows, filter).flatMap((holds, place) => (holds ? [place] : []))
  if (column.type === 'text' || column.type === 'boolean')
    return { kind: 'values', type: column.type, ...topValues(column, kept, 12) }
  const everybody = rows.map((_, place) => place)
  const bins = subject === 'score' ? { from: 0, step: 5, count: 20 } : binsOf(column, everybody)
  if (!bins) return { kind: 'empty', missing: kept.length }
  const { from, step } = bins
  return { kind: 'histogram', type: column.type, from, step, ...histogramOf(column, kept, bins) }
}

function where(rows: readonly AccountRow[], filter: string): boolean[] {
  if (filter === '') return rows.map(() => true)
  return Array.from(whereTrue(evaluate(rows, filter), rows.length), (holds) => holds === 1)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

function evaluate(rows: readonly AccountRow[], text: string): Column {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`not an expression: ${text}`)
  const columns = new Map<string, Column>([
    ['account_id', texts(rows.map(({ key }) => key))],
    ['account_name', texts(rows.map(({ name }) => name))],
    ['arr', numbers(rows.map(({ value }) => value))],
    ['renewal_date', days(rows.map(({ renewal }) => renewal))],
    ['team', texts(rows.map(({ owner }) => owner))],
    ['segment', texts(rows.map(segmentOf))],
  ])
  const accounts = Uint32Array.from(rows, (_, place) => place)
  const history = [{ day: NEWEST, accounts, columns }]
  return createEvaluator({ history, derived: new Map() }).evaluate(parsed.value, 0, resultsOf(rows))
}

function resultsOf(rows: readonly AccountRow[]): Results {
  const { bands, flags = [] } = configuration
  const score = numbers(rows.map((row) => row.score))
  return {
    score,
    raw: score,
    band: texts(rows.map(({ band }) => (band === null ? null : (bands[band]?.id ?? null)))),
    coverage: numbers(rows.map(({ coverage }) => coverage)),
    model: texts(rows.map(() => 'main')),
    overridden: booleans(rows.map(() => false)),
    factor: () => null,
    group: () => null,
    hasFlag: (id) =>
      booleans(rows.map((row) => row.flags.includes(flags.findIndex((flag) => flag.id === id)))),
    scoreAt: () => score,
    bandAt: () => texts(rows.map(() => null)),
  }
}

const numbers = (values: readonly (number | null)[]) => ({
  type: 'number' as const,
  values: Float64Array.from(values, (value) => value ?? NaN),
})
const booleans = (values: readonly boolean[]) => ({
  type: 'boolean' as const,
  values: Uint8Array.from(values, Number),
})
const days = (values: readonly (number | null)[]) => ({
  type: 'date' as const,
  values: Int32Array.from(values, (value) => toDay(value ?? MISSING_DAY)),
})
const texts = (values: readonly (string | null)[]) => ({
  type: 'text' as const,
  words: packText(values.map((value) => value ?? '')),
  codes: null,
})

/** What is missing comes last in both directions, as in the engine. */
function compare(
  a: AccountRow,
  b: AccountRow,
  { by, direction }: AccountsQuestion['sort'][number],
): number {
  const sign = direction === 'asc' ? 1 : -1
  if (by === 'triage') return sign * (urgency(a) - urgency(b))
  const key = by as 'name' | 'score' | 'change' | 'value' | 'renewal' | 'owner'
  const left = a[key]
  const right = b[key]
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
  if (typeof left === 'string') return sign * left.localeCompare(`${right}`)
  return sign * (left - Number(right))
}

export const urgency = ({ score, value, change }: AccountRow): number =>
  score === null ? -1 : ((value ?? 0) * (100 - score + Math.max(0, -(change ?? 0)))) / 100
