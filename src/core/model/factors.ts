import type { Configuration, Factor } from './configuration.ts'

/** A factor's id as it names one column of the export, and where it first appears. */
export interface FactorColumn {
  readonly id: string
  readonly model: number
  readonly group: number
  readonly factor: Factor
}

/** Every factor id once, in order of appearance: the same id in two models is one column. */
export function factorsInOrder({ models }: Pick<Configuration, 'models'>): FactorColumn[] {
  const columns = new Map<string, FactorColumn>()
  models.forEach(({ groups }, model) =>
    groups.forEach(({ factors }, group) =>
      factors.forEach((factor) => {
        const column = { id: factor.id, model, group, factor }
        if (!columns.has(factor.id)) columns.set(factor.id, column)
      }),
    ),
  )
  return [...columns.values()]
}
