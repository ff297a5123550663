import type { Configuration, Factor } from '../../core/model/configuration.ts'
import type { AccountRow } from '../../../workers/protocol/accounts.ts'
import type { Cell } from '../../../workers/protocol/figures.ts'
import { formatCell, formatShare } from '../parts/format.ts'
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
