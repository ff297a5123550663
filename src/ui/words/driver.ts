import type { Configuration } from '../../core/model/configuration.ts'
import { assertNever } from '../../core/problem.ts'
import type { ExceptionLine } from '../../../workers/protocol/account.ts'
import type { AccountRow, Driver } from '../../../workers/protocol/accounts.ts'
import type { Cell } from '../../../workers/protocol/figures.ts'
import {
  formatCell,
  formatPercent,
  formatScore,
  formatShortNumber,
  formatSignedPercent,
} from '../parts/format.ts'
import { isolated } from './isolated.ts'
import { readsShare } from './scale.ts'
import { factorOf, inputWords, pairWords } from './shares.ts'

/** From here on, and below 1, a change reads best in per cent; other numbers, and shares, are shown as they were and are. */
const PERCENT_FROM = 20

/** Why a score is what it is, in a few words: 'Logins −42 %', 'NPS 8 → 4'. Empty where there is nothing to say. */
export function driverWords(
  driver: Driver | null,
  model: AccountRow['model'],
  configuration: Configuration | null,
): string {
  if (driver === null) return ''
  switch (driver.kind) {
    case 'exception':
      return driver.effect === undefined || driver.amount === undefined
        ? driver.reason
        : exceptionWords({ ...driver, effect: driver.effect, amount: driver.amount })
    case 'factor-change': {
      const { name, isShare } = inputOf(driver.factor, model, configuration)
      return `${name} ${changeWords(driver.before, driver.now, isShare)}`
    }
    case 'factor-loss': {
      const { name, isShare } = inputOf(driver.factor, model, configuration)
      return `${name} ${cellWords(driver.now, isShare)}: ${formatScore(-Math.abs(driver.points))} points`
    }
    case 'no-data':
      return `No data for ${formatPercent(1 - driver.coverage, 0)} of the weight`
    default:
      return assertNever(driver)
  }
}

/** 'Capped at 39: two overdue invoices' */
export const exceptionWords = ({
  effect,
  amount,
  reason,
}: Pick<ExceptionLine, 'effect' | 'amount' | 'reason'>): string =>
  `${effectWords(effect, amount)}: ${reason}`

export function effectWords(effect: ExceptionLine['effect'], amount: number): string {
  const points = formatCell({ type: 'number', value: Math.abs(amount) })
  switch (effect) {
    case 'cap':
      return `Capped at ${points}`
    case 'floor':
      return `Raised to ${points}`
    case 'set':
      return `Set to ${points}`
    case 'add':
      return amount < 0 ? `${points} points taken` : `${points} points added`
  }
}

export function changeWords(before: Cell, now: Cell, isShare: boolean): string {
  if (before.type === 'number' && now.type === 'number' && !isShare)
    if (readsBestInPercent(before.value))
      return formatSignedPercent((now.value - before.value) / before.value)
  return pairWords(before, now, isShare, (cell) =>
    cell === null ? '' : cellWords(cell, isShare),
  ).join(' → ')
}

const readsBestInPercent = (before: number): boolean =>
  before >= PERCENT_FROM || (before > 0 && before < 1)

function cellWords(cell: Cell, isShare: boolean): string {
  if (cell.type === 'missing') return 'no data'
  return cell.type === 'number' && !isShare
    ? formatShortNumber(cell.value)
    : isolated(inputWords(cell, isShare))
}

function inputOf(id: string, model: AccountRow['model'], configuration: Configuration | null) {
  const factor = factorOf(id, model, configuration)
  return { name: factor?.name ?? id, isShare: factor !== null && readsShare(factor.scale) }
}
