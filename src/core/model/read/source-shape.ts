import { AGGREGATES } from '../../source/event-plan.ts'
import { KEY_RULES } from '../../source/key-rule.ts'
import { COLUMN_TYPES } from '../../table/column.ts'
import { CALENDARS, DATE_FORMATS, type CellFormat } from '../../table/value/format.ts'
import type { ManualColumn, SourceColumn, SourceDefinition } from '../configuration.ts'
import { LIMITS } from './limits.ts'
import { id } from './scale-shape.ts'
import {
  choice,
  either,
  formula,
  list,
  number,
  object,
  optional,
  required,
  text,
  textLike,
  wholeNumber,
  type Report,
} from './shape.ts'

const label = text(LIMITS.text)
const header = required(textLike(/[\s\S]/, 'text that is not empty', LIMITS.text))
const words = list(label, LIMITS.words)
export const columnType = choice(COLUMN_TYPES)

type KnownFormat = Pick<
  CellFormat,
  'decimal' | 'group' | 'date' | 'months' | 'calendar' | 'percent' | 'negative' | 'currency'
>

const format = object<KnownFormat>({
  decimal: optional(choice(['.', ','])),
  group: optional(label),
  date: optional(choice(DATE_FORMATS)),
  months: optional(label),
  calendar: optional(choice(CALENDARS)),
  percent: optional({ kind: 'boolean' }),
  negative: optional(choice(['DR'])),
  currency: optional(label),
})

const sourceColumn = object<SourceColumn>({
  id: required(id),
  name: optional(label),
  aggregate: optional(choice(AGGREGATES)),
  from: optional(label),
  type: optional(columnType),
  format: optional(format),
  missing: optional(words),
  ignore: optional({ kind: 'boolean' }),
  windowDays: optional(wholeNumber(1)),
  where: optional(formula('source', 'boolean')),
  empty: optional(either(number(), label, { kind: 'boolean' })),
})

export const source = object<SourceDefinition>(
  {
    id: required(id),
    name: optional(label),
    grain: required(choice(['account', 'event'])),
    key: header,
    keyRule: optional(choice(KEY_RULES)),
    headers: optional(list(label, LIMITS.columns)),
    id_column: optional(label),
    through: optional(id),
    date: optional(label),
    columns: optional(list(sourceColumn, LIMITS.columns, { unique: 'id' })),
  },
  grainRule,
)

export const manual = object<ManualColumn>(
  {
    id: required(id),
    name: optional(label),
    type: required(columnType),
    min: optional(number()),
    max: optional(number()),
    staleAfterDays: optional(wholeNumber(1)),
    reasons: optional(words),
  },
  ({ min, max }, report) => {
    if (min !== undefined && max !== undefined && max < min)
      report(['max'], `a number of min (${min}) or more`, max)
  },
)

/** What only events have, and what a sum cannot do without. An event without a date counts on every day. */
function grainRule(source: SourceDefinition, report: Report): void {
  source.columns?.forEach((column, i) => {
    const counts = column.aggregate === 'count'
    if (source.grain === 'account' && column.aggregate !== undefined)
      report(['columns', i, 'aggregate'], 'no aggregate: a row is an account', column.aggregate)
    if (column.from === undefined && !counts)
      report(['columns', i, 'from'], 'the header of a column', undefined)
  })
}
