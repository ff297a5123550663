import type { Day } from '../../src/core/brand.ts'
import { MISSING_DAY } from '../../src/core/table/column.ts'
import { mostlyTyped } from '../../src/core/table/mostly-typed.ts'
import { countCurrencies } from '../../src/core/table/value/count-currencies.ts'
import type { Doubt } from '../../src/core/table/value/doubt.ts'
import type { DateFormat } from '../../src/core/table/value/format.ts'
import { toRawTextColumn } from '../../src/core/table/raw-text.ts'
import { typeCell, typeTexts, type TypedColumn } from '../../src/core/table/type-texts.ts'
import { cellOf } from '../engine/cells.ts'
import type { ImportQuestion, Reading, ReadingQuestion } from '../protocol/review.ts'
import type { WorkspaceMemory } from './memory.ts'
import type { ReadFile, Staged } from './stage.ts'

/** What the file leaves open, in the order of its columns, then what is to be known of the whole file. */
export async function questionsOf(
  { table, plan, sha256 }: Staged,
  { deliveries }: WorkspaceMemory,
): Promise<ImportQuestion[]> {
  const key = plan.key.by === 'column' ? plan.key.index : null
  const asked = table.columns.flatMap((typed, place): readonly ImportQuestion[] => {
    const column = plan.columns[place]?.index
    if (!typed || column === undefined) return []
    if (typed.doubt) return [questionOf(typed, typed.doubt, { column, day: plan.day })]
    const others = column === key ? null : othersQuestion(typed, column, plan.languages ?? [])
    return others ? [others] : []
  })
  const digest = deliveries.length > 0 ? await sha256 : null
  const same = deliveries.findLast((delivery) => delivery.sha256 === digest)
  return [
    ...asked,
    ...(same ? [{ kind: 'same-file', delivery: same.id, day: same.day } as const] : []),
    ...(plan.key.by === 'row-number' ? [{ kind: 'rows-numbered' } as const] : []),
  ]
}

/** Whether nothing is left open that has to be answered before the file is imported. */
export const mayWriteAhead = ({ table }: ReadFile): boolean =>
  table.rows > 0 && table.columns.every((typed) => typed?.doubt?.kind !== 'date-order')

interface Asked {
  readonly column: number
  readonly day: Day
}

function questionOf(typed: TypedColumn, doubt: Doubt, { column, day }: Asked): ImportQuestion {
  if (doubt.kind !== 'date-order') return readingQuestion(typed, doubt, column)
  const past = { dmy: datesBefore(day, typed, 'dmy'), mdy: datesBefore(day, typed, 'mdy') }
  return { kind: 'date-order', column, example: doubt.example, past }
}

/** A few words among numbers or dates make them text, which is said with what it would be without them. */
function othersQuestion(
  { column }: TypedColumn,
  place: number,
  languages: readonly string[],
): ReadingQuestion | null {
  const mostly = column.type === 'text' ? mostlyTyped(column, languages) : null
  const [first] = mostly?.unreadable.first ?? []
  if (!mostly?.type || !first) return null
  const { type, format, unreadable } = mostly
  const forms: readonly Form[] = [
    { type: 'text', format: {} },
    { type, format },
  ]
  return {
    kind: 'reading',
    about: 'mostly',
    column: place,
    example: first.text,
    readings: forms.map((form) => readingOf(form, first.text)),
    others: unreadable.count,
  }
}

/** How many dates of a column would lie before a day, read in one order. */
function datesBefore(day: Day, { column, raw }: TypedColumn, date: DateFormat): number {
  const plan = { type: 'date', format: { date }, missing: null } as const
  const typed = typeTexts(toRawTextColumn(column, raw), plan).column
  if (typed.type !== 'date') return 0
  return typed.values.reduce(
    (sum, value) => sum + (value !== MISSING_DAY && value < day ? 1 : 0),
    0,
  )
}

type ReadingDoubt = Exclude<Doubt, { kind: 'date-order' }>

function readingQuestion(typed: TypedColumn, doubt: ReadingDoubt, column: number): ReadingQuestion {
  const kind = 'reading' as const
  const about = doubt.kind
  if (doubt.kind !== 'currencies') {
    const { example } = doubt
    const readings = formsOf(typed, doubt).map((form) => readingOf(form, example))
    return { kind, about, column, example, readings }
  }
  const currencies = countCurrencies(toRawTextColumn(typed.column, typed.raw))
  const named = currencies.filter(({ currency }) => currency !== '').slice(0, MOST_CURRENCIES)
  const readings = [
    { type: 'text', format: {} } as const,
    ...named.map(({ currency }) => ({ type: 'number', format: { currency } }) as const),
  ].map((form) => readingOf(form, ''))
  return { kind, about, column, example: '', readings, currencies }
}

const MOST_CURRENCIES = 3

type Form = Pick<Reading, 'type' | 'format'>

/** The reading that was taken first. */
function formsOf(
  { format }: TypedColumn,
  doubt: Exclude<ReadingDoubt, { kind: 'currencies' }>,
): readonly Form[] {
  switch (doubt.kind) {
    case 'marks':
      return doubt.formats.map((one) => ({ type: 'number', format: one }))
    case 'percent':
      return [true, false].map((percent) => ({ type: 'number', format: { ...format, percent } }))
    case 'sides': {
      const { negative: _, ...credits } = format
      return [credits, { ...format, negative: 'DR' as const }].map((one) => ({
        type: 'number',
        format: one,
      }))
    }
    case 'months':
      return [
        { type: 'date', format: doubt.format },
        { type: 'text', format: {} },
      ]
    case 'counted-days':
      return [
        { type: 'date', format: { date: doubt.date } },
        { type: 'number', format: {} },
      ]
  }
}

const readingOf = ({ type, format }: Form, example: string): Reading => ({
  type,
  format,
  cell: cellOf(typeCell(example, type, format), 0),
})
