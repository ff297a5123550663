import type { Day } from '../../src/core/brand.ts'
import { COMPARED, compareDeliveries, type Comparison } from '../../src/core/source/compare.ts'
import { rawTextAt } from '../../src/core/table/raw-text.ts'
import { countValues, describeColumn } from '../../src/core/table/profile.ts'
import { readColumns, readPart } from '../../src/store/deliveries.ts'
import type { Store } from '../../src/store/database.ts'
import type { DeliveryRecord } from '../../src/store/records.ts'
import type { Column } from '../../src/core/table/column.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { PAGE_ROWS } from '../protocol/figures.ts'
import { NOTED, type ColumnReview, type Review, type RoleChoices } from '../protocol/review.ts'
import type { WorkspaceMemory } from './memory.ts'
import { draftTogether, isDraftedTogether, withSources } from './draft-together.ts'
import { eventReview } from './event-review.ts'
import { outcomeOf, scoreStaged, stagedPortfolio, type StagedScores } from './outcome.ts'
import { questionsOf } from './questions.ts'
import type { NumberedRows } from './roster.ts'
import type { Draft, Staged } from './stage.ts'
import { rowsOf } from './stored.ts'

interface Reviewing {
  readonly staged: Staged
  readonly numbered: NumberedRows
  readonly roles: RoleChoices
  readonly guessed: RoleChoices | null
  readonly store: Store
  readonly memory: WorkspaceMemory
}

const SHOWN_NOTED = 200
const SAMPLE_ROWS = 5
const SHOWN_EXAMPLES = 5

/** What a person decides by before anything is written, and what was worked out for it. */
export interface Reviewed {
  readonly staged: Staged
  readonly numbered: NumberedRows
  readonly scored: StagedScores | null
  readonly review: Review
}

export async function reviewStaged(reviewing: Reviewing): Promise<Reviewed> {
  const { staged: read, numbered, store, memory } = reviewing
  const isTogether = isDraftedTogether(read, memory)
  const needsSnapshot = isTogether || read.plan.events || read.draft.configuration !== null
  const beside = needsSnapshot
    ? await stagedPortfolio({ staged: read, numbered, store, memory })
    : null
  const draft = isTogether && beside ? await draftTogether({ ...reviewing, ...beside }) : read.draft
  const staged = withSources({ ...read, draft }, memory)
  const scored = beside && (await scoreStaged(staged, beside))
  const events = beside && (await eventReview(staged, beside))
  const review = { ...(await reviewOf({ ...reviewing, staged }, scored)), events }
  return { staged, numbered, scored, review }
}

async function reviewOf(
  { staged, numbered, roles, store, memory }: Reviewing,
  scored: StagedScores | null,
): Promise<Omit<Review, 'events'>> {
  return {
    plan: staged.plan,
    roles,
    rows: rowsOf(staged),
    countedRows: staged.countedRows,
    noted: notedOf(staged),
    columns: staged.plan.columns.map((_, place) => columnReview(staged, place)),
    sample: sampleOf(staged),
    comparison: await comparisonOf(staged, numbered, store, memory),
    problemCount: staged.problemCount,
    questions: await questionsOf(staged, memory),
    ...modelOf(staged.draft),
    outcome: scored && outcomeOf(scored),
  }
}

const notedOf = ({ problems }: Staged): Review['noted'] =>
  NOTED.flatMap((code) => {
    const found = problems.filter((problem) => problem.code === code)
    return found.length === 0
      ? []
      : [{ code, count: found.length, first: found.slice(0, SHOWN_NOTED) }]
  })

function modelOf({
  configuration,
  origin,
  reasons,
  advice,
}: Draft): Pick<Review, 'configuration' | 'advice'> {
  return {
    configuration: configuration && { origin, value: configuration, reasons },
    advice: advice && { code: advice, reasons },
  }
}

function columnReview({ plan, table }: Staged, place: number): ColumnReview {
  const { index, header, id, ignore } = plan.columns[place] as Staged['plan']['columns'][number]
  const typed = table.columns[place]
  if (!typed) return { index, header, id, ignore, type: null, certain: true, ...nothingInIt }
  return {
    index,
    header,
    id,
    ignore,
    type: typed.type,
    certain: typed.certain,
    ...countValues(typed.column),
    shape: describeColumn(typed.column),
    unreadable: typed.unreadable.count,
    unreadableExamples: typed.unreadable.first
      .slice(0, SHOWN_EXAMPLES)
      .map(({ row, text }) => ({ line: table.lines[row] ?? 0, text })),
  }
}

const nothingInIt = {
  present: 0,
  distinct: 0,
  unreadable: 0,
  unreadableExamples: [],
  shape: { kind: 'empty' },
} as const

function sampleOf({ table }: Staged): Review['sample'] {
  const rows = Math.min(SAMPLE_ROWS, table.rows)
  return Array.from({ length: rows }, (_, row) => ({
    line: table.lines[row] ?? 0,
    cells: table.columns.map((typed) => (typed ? rawTextAt(typed.column, typed.raw, row) : '')),
  }))
}

/** Against the delivery that it corrects, else the one of its source that comes before it. */
async function comparisonOf(
  { plan, table, roll }: Staged,
  { accounts, added }: NumberedRows,
  store: Store,
  { deliveries, workspace, keys }: WorkspaceMemory,
): Promise<Review['comparison']> {
  if (plan.events) return { ...NOT_COMPARED, known: roll.keys.length - added.length }
  const against = deliveryBefore(deliveries, plan.source, plan.day)
  const now = new Map<string, Column>()
  table.columns.forEach((typed, place) => {
    const column = plan.columns[place]
    if (typed && column) now.set(column.id, typed.column)
  })
  const before = against && workspace !== null ? await readBefore(store, against, now) : null
  const compared = compareDeliveries(before, { accounts, columns: now }, PAGE_ROWS)
  return {
    against: against?.day ?? null,
    known: roll.keys.length - added.length,
    corrects: against?.day === plan.day,
    ...counts(compared),
    examples: examples(compared, (account) => keys[account] ?? added[account - keys.length] ?? ''),
  }
}

/** Events have accounts, and are none. */
const NOT_COMPARED = { against: null, corrects: false, added: 0, updated: 0, unchanged: 0, gone: 0 }

const counts = ({ added, updated, unchanged, gone }: Comparison) => ({
  added: added.count,
  updated: updated.count,
  unchanged: unchanged.count,
  gone: gone.count,
})

function examples(compared: Comparison, keyOf: (account: number) => string) {
  const named = COMPARED.map((kind) => [kind, compared[kind].first.map(keyOf)] as const)
  return Object.fromEntries(named) as Record<(typeof COMPARED)[number], string[]>
}

function deliveryBefore(
  deliveries: readonly DeliveryRecord[],
  source: string,
  day: Day,
): DeliveryRecord | null {
  let newest: DeliveryRecord | null = null
  for (const delivery of deliveries)
    if (
      delivery.source === source &&
      delivery.day <= day &&
      delivery.day >= (newest?.day ?? delivery.day)
    )
      newest = delivery
  return newest
}

async function readBefore(
  store: Store,
  { workspace, id, columns }: DeliveryRecord,
  now: ReadonlyMap<string, Column>,
) {
  const shared = columns.filter((column) => now.has(column.id))
  const [accounts, read] = await Promise.all([
    readPart(store, workspace, id, 'accounts').then(orThrow),
    readColumns(
      store,
      workspace,
      id,
      shared.map(({ index }) => index),
    ).then(orThrow),
  ])
  return { accounts, columns: new Map(shared.map((column, i) => [column.id, read[i] as Column])) }
}
