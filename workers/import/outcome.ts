import { toDeliveryId, type DeliveryId } from '../../src/core/brand.ts'
import { riskBands } from '../../src/core/model/bands.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { ScoreSheet } from '../../src/core/score/sheet.ts'
import type { Column } from '../../src/core/table/column.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import type { Store } from '../../src/store/database.ts'
import { readAccounts, readColumns } from '../../src/store/deliveries.ts'
import { inputsOf } from '../portfolio/inputs.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { Portfolio, type ColumnReader, type DeliveredRecord } from '../portfolio/portfolio.ts'
import { Scores } from '../portfolio/scores.ts'
import type { Review } from '../protocol/review.ts'
import type { WorkspaceMemory } from './memory.ts'
import type { NumberedRows } from './roster.ts'
import type { Staged } from './stage.ts'
import { storedColumns } from './stored.ts'

interface Parts {
  readonly staged: Staged
  readonly numbered: NumberedRows
  readonly store: Store
  readonly memory: WorkspaceMemory
}

/** The scores that the snapshot would have if the delivery were published. */
export interface StagedScores {
  /** The number that the delivery will have, unless others came and went. */
  readonly delivery: DeliveryId
  readonly configuration: Configuration
  readonly sheet: ScoreSheet
  /** What they were made of, as `inputsOf` says it. */
  readonly inputs: string
  /** The ids of the columns that were read. */
  readonly columns: ReadonlySet<string>
}

/** The portfolio as it would be if the delivery were published: it stands among the others. */
export async function stagedPortfolio({
  staged,
  numbered,
  store,
  memory,
}: Parts): Promise<StagedPortfolio> {
  const id = toDeliveryId((memory.deliveries.at(-1)?.id ?? 0) + 1)
  const delivered: DeliveredRecord = {
    ...staged.plan,
    id,
    plan: staged.plan,
    columns: storedColumns(staged),
  }
  const reader = readerOf(id, staged, numbered, { store, memory })
  return { id, portfolio: await Portfolio.load([...memory.deliveries, delivered], reader) }
}

export interface StagedPortfolio {
  /** The number that the delivery will have, unless others came and went. */
  readonly id: DeliveryId
  readonly portfolio: Portfolio
}

/** Null without a configuration. */
export async function scoreStaged(
  { draft: { configuration }, plan }: Staged,
  { id, portfolio }: StagedPortfolio,
): Promise<StagedScores | null> {
  if (!configuration) return null
  const at = portfolio.at(plan.day)
  const sheet = await new Scores(portfolio, configuration).sheet(at)
  const inputs = inputsOf(portfolio, configuration, at)
  const columns = new Set(portfolio.history[at]?.columns.keys())
  return { delivery: id, configuration, sheet, inputs, columns }
}

export function outcomeOf({ sheet, configuration }: StagedScores): Review['outcome'] {
  const { counts, notScored, leftOut } = figuresOf(sheet, riskBands(configuration), null)
  return { bands: counts.slice(0, -1), notScored, leftOut }
}

/** Reads what was staged from memory, and everything else from the store. */
function readerOf(
  staged: DeliveryId,
  { table, plan }: Staged,
  { accounts }: NumberedRows,
  { store, memory }: Pick<Parts, 'store' | 'memory'>,
): ColumnReader {
  const workspace = memory.workspace
  const inMemory = (index: number) =>
    table.columns[plan.columns.findIndex((column) => column.index === index)]?.column as Column
  return {
    accounts: async (ids) => {
      if (workspace === null) return ids.map(() => accounts)
      const stored = ids.filter((id) => id !== staged)
      const read = orThrow(await readAccounts(store, workspace, stored))
      return ids.map((id) => (id === staged ? accounts : (read[stored.indexOf(id)] as Uint32Array)))
    },
    columns: async (id, indexes) =>
      id === staged || workspace === null
        ? indexes.map(inMemory)
        : orThrow(await readColumns(store, workspace, id, indexes)),
  }
}
