import type { Configuration, Factor } from '../../core/model/configuration.ts'
import type { AccountRow } from '../../../workers/protocol/accounts.ts'
import type { Cell } from '../../../workers/protocol/figures.ts'
import {
  formatCell,
  formatExact,
  formatExactPercent,
  formatPercent,
  formatShare,
} from '../parts/format.ts'
import { readsShare } from './scale.ts'

/** A factor as its model has it; where the model is not known, the first of that id. */
export function factorOf(
  id: string,
  model: AccountRow['model'],
  configuration: Configuration | null,
): Factor | null {
  const models = configuration?.models ?? []
  const own = model === null ? models : models.slice(model, model + 1)
  const factors = own.flatMap(({ groups }) => groups.flatMap((group) => group.factors))
  return factors.find((factor) => factor.id === id) ?? null
}

/** The inputs, as formulas, that are shares by the scale of a factor that reads them. */
export const shareInputs = (configuration: Configuration | null): ReadonlySet<string> =>
  new Set(factorsOfShares(configuration).map(({ input }) => input.trim()))

/** The names of the factors that read a share. */
export const shareFactors = (configuration: Configuration | null): ReadonlySet<string> =>
  new Set(factorsOfShares(configuration).map(({ name, id }) => name ?? id))

const factorsOfShares = (configuration: Configuration | null): readonly Factor[] =>
  (configuration?.models ?? [])
    .flatMap(({ groups }) => groups.flatMap(({ factors }) => factors))
    .filter(({ scale }) => readsShare(scale))

/** A value of an input as people read it: shares in %. */
export const inputWords = (cell: Cell | null, isShare: boolean): string =>
  isShare && cell?.type === 'number' ? formatShare(cell.value) : formatCell(cell)

const MORE_DIGITS = {
  share: [(share: number) => formatPercent(share), formatExactPercent],
  number: [formatExact],
} as const

/** A value as it was and as it is, in as many digits as it takes to tell them apart: '34.2 %', '33.8 %'. */
export function pairWords(
  before: Cell | null,
  after: Cell | null,
  isShare: boolean,
  write = (cell: Cell | null) => inputWords(cell, isShare),
): readonly [before: string, after: string] {
  const short = [write(before), write(after)] as const
  if (before?.type !== 'number' || after?.type !== 'number') return short
  if (short[0] !== short[1] || before.value === after.value) return short
  const longer = MORE_DIGITS[isShare ? 'share' : 'number'].map(
    (format) => [format(before.value), format(after.value)] as const,
  )
  return longer.find(([one, other]) => one !== other) ?? short
}
