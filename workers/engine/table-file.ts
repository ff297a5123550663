import { guard, guardedCell } from '../../src/core/file/formula-guard.ts'
import { MISSING_DAY } from '../../src/core/table/column.ts'
import { toIsoDay } from '../../src/core/table/day.ts'
import { toDay } from '../../src/core/brand.ts'
import { textsOf } from '../../src/core/table/texts.ts'
import { labelOf } from '../../src/core/model/label.ts'
import type { AccountsFileQuestion } from '../protocol/accounts.ts'
import { listedRows } from './accounts.ts'
import type { DayView } from './day-view.ts'
import { Drivers } from './drivers.ts'
import { columnBy, type Confined } from './expressions.ts'
import type { OpenWorkspace } from './open-workspace.ts'

type CellText = (row: number) => string

const ROWS_A_BLOCK = 1_000

/** The rows of a list that are wanted, as text: numbers with all their digits, days as 2026-03-31, missing as empty. */
export async function tableFile(
  open: OpenWorkspace,
  view: DayView,
  question: AccountsFileQuestion & Confined,
): Promise<Blob> {
  const rows = await wantedRows(open, view, question)
  const cells = await Promise.all(question.columns.map(({ id }) => cellTexts(open, view, id)))
  const { write, between, end, type } = FORMATS[question.format]
  const line = (texts: readonly string[]) => `${texts.map(write).join(between)}${end}`
  const parts = [line(question.columns.map(({ heading }) => heading))]
  for (let from = 0; from < rows.length; from += ROWS_A_BLOCK) {
    const block = Array.from(rows.subarray(from, from + ROWS_A_BLOCK), (row) =>
      line(cells.map((cell) => cell(row))),
    )
    parts.push(block.join(''))
  }
  return new Blob(parts, { type })
}

/** Spreadsheets read both, and run what looks like a formula in both. */
const FORMATS = {
  csv: { write: guardedCell, between: ',', end: '\r\n', type: 'text/csv;charset=utf-8' },
  tsv: { write: pastedCell, between: '\t', end: '\n', type: 'text/plain;charset=utf-8' },
} as const

function pastedCell(text: string): string {
  const guarded = guard(text)
  return /["\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

async function wantedRows(
  open: OpenWorkspace,
  view: DayView,
  question: AccountsFileQuestion & Confined,
): Promise<Uint32Array> {
  const rows = await listedRows(open, view, question)
  if (!question.selection) return rows
  const { base, except } = question.selection
  const named = new Set<number>(except)
  const isWanted = (row: number) =>
    named.has(view.sheet.accounts[row] as number) === (base === 'none')
  return rows.filter(isWanted)
}

/** The columns that every list can have; any other is an expression. */
const OWN: ReadonlyMap<string, (open: OpenWorkspace, view: DayView) => CellText> = new Map([
  [
    'name',
    (_, { names }) =>
      (row) =>
        names[row] as string,
  ],
  [
    'key',
    (_, { keys }) =>
      (row) =>
        keys[row] as string,
  ],
  ['score', (_, { sheet }) => numberText(sheet.shown)],
  ['change', (_, { changes }) => numberText(changes)],
  ['coverage', (_, { sheet }) => numberText(sheet.coverage)],
  ['value', (_, { values }) => (values ? numberText(values) : nothing)],
  [
    'renewal',
    (_, { renewals }) =>
      (row) =>
        dayText(renewals?.[row] ?? MISSING_DAY),
  ],
  ['owner', (_, view) => (row) => view.ownerAt(row) ?? ''],
  ['band', ({ configuration }, { sheet }) => nameTexts(configuration?.bands, sheet.bands)],
  ['model', ({ configuration }, { sheet }) => nameTexts(configuration?.models, sheet.models)],
  ['flags', flagTexts],
  ['driver', driverTexts],
])

async function cellTexts(open: OpenWorkspace, view: DayView, id: string): Promise<CellText> {
  const own = OWN.get(id)
  if (own) return own(open, view)
  const texts = textsOf(await columnBy(open, view, id))
  return (row) => texts[row] ?? ''
}

interface Named {
  readonly id: string
  readonly name?: string
}

/** By places in a list; one beyond it is none. */
const nameTexts =
  (list: readonly Named[] = [], places: Uint8Array): CellText =>
  (row) => {
    const named = list[places[row] as number]
    return named ? labelOf(named) : ''
  }

function flagTexts({ configuration }: OpenWorkspace, { sheet }: DayView): CellText {
  const flags = configuration?.flags ?? []
  return (row) =>
    flags
      .filter((_, flag) => sheet.flags[flag]?.[row] === 1)
      .map(labelOf)
      .join('; ')
}

/** What it is about, without the sentence around it. */
function driverTexts({ configuration }: OpenWorkspace, view: DayView): CellText {
  const drivers = new Drivers(view)
  const factors = new Map(
    configuration?.models.flatMap(({ groups }) =>
      groups.flatMap((group) => group.factors.map((factor) => [factor.id, labelOf(factor)])),
    ),
  )
  return (row) => {
    const driver = drivers.at(row)
    if (!driver || driver.kind === 'no-data') return ''
    return driver.kind === 'exception' ? driver.reason : (factors.get(driver.factor) ?? '')
  }
}

const nothing: CellText = () => ''

const numberText =
  (values: Float64Array): CellText =>
  (row) =>
    Number.isNaN(values[row]) ? '' : String(values[row])

const dayText = (day: number): string => (day === MISSING_DAY ? '' : toIsoDay(toDay(day)))
