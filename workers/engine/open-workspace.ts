import type { DeliveryId, WorkspaceId } from '../../src/core/brand.ts'
import { riskBands } from '../../src/core/model/bands.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import type { ConfigurationProblem } from '../../src/core/problem.ts'
import type { PlayedRoles } from '../../src/core/source/plan.ts'
import { createScoreCache } from '../../src/core/score/cache.ts'
import { differingExamples } from '../../src/core/score/examples.ts'
import type { ScoreSheet } from '../../src/core/score/sheet.ts'
import type { Column, ColumnType } from '../../src/core/table/column.ts'
import { listConfigurations } from '../../src/store/configurations.ts'
import type { Store } from '../../src/store/database.ts'
import { listDeliveries, readAccounts, readColumns } from '../../src/store/deliveries.ts'
import { readAccountKeys, type AccountKeys } from '../../src/store/keys.ts'
import type {
  ConfigurationRecord,
  DeliveryRecord,
  WorkspaceRecord,
} from '../../src/store/records.ts'
import type { Handed } from '../portfolio/handed.ts'
import { eventTypeOf } from '../portfolio/events.ts'
import { inputsOf } from '../portfolio/inputs.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { Portfolio, type ColumnReader } from '../portfolio/portfolio.ts'
import type { Seen } from '../protocol/look.ts'
import { Drafts } from './draft/drafts.ts'
import type { PastScores } from './past-scores.ts'
import { RecordedScores } from './recorded-scores.ts'
import { RestatedScores } from './restated-scores.ts'
import { Scores } from '../portfolio/scores.ts'
import { configurationOf, Versions } from './versions.ts'

/** All that the engine holds of the workspace that is open. Made anew whenever what is stored changes. */
export interface OpenWorkspace {
  readonly store: Store
  readonly workspace: WorkspaceRecord
  /** Live ones, in the order they came. */
  readonly deliveries: readonly DeliveryRecord[]
  readonly portfolio: Portfolio
  readonly keys: AccountKeys
  readonly versions: readonly ConfigurationRecord[]
  readonly current: ConfigurationRecord | null
  readonly configuration: Configuration | null
  readonly configurationProblems: readonly ConfigurationProblem[]
  readonly riskBands: readonly boolean[]
  /** As the configuration says, else as they were chosen when the newest delivery came. */
  readonly roles: PlayedRoles
  readonly scores: Scores
  /** Configurations that are tried beside the one in force. */
  readonly drafts: Drafts
  readonly recorded: RecordedScores
  readonly restated: RestatedScores
  readonly past: Versions
  /** An import has just left it: nothing was answered of it yet. */
  readonly isNew: boolean
}

/** Where the scores of many snapshots come from. */
export const pastOf = (open: OpenWorkspace, seen: Seen): PastScores => open[seen]

/** `handed`: what an import that has just ended left, which need not be read or scored again. */
export async function openWorkspace(
  store: Store,
  workspace: WorkspaceRecord,
  handed: Handed | null = null,
): Promise<OpenWorkspace> {
  const { id } = workspace
  const [deliveries, keys, versions] = await Promise.all([
    listDeliveries(store, id).then(orThrow),
    readAccountKeys(store, id).then(orThrow),
    listConfigurations(store, id).then(orThrow),
  ])
  const portfolio = await Portfolio.load(deliveries, readerOf(store, id, handed))
  const current = versions.find(({ version }) => version === workspace.configuration) ?? null
  const { configuration, problems } = readInForce(current, deliveries)
  const cache = createScoreCache()
  const sheet = current && configuration && standing(handed, portfolio, current.hash, configuration)
  const scores = new Scores(portfolio, configuration, cache, sheet)
  const past = new Versions({ versions, current, configuration, scores, portfolio, cache })
  const kept = { store, deliveries, portfolio, current, configuration, scores, past }
  return {
    ...kept,
    workspace,
    isNew: handed !== null,
    keys,
    versions,
    configurationProblems: problems,
    roles: configuration?.account ?? playedIn(deliveries),
    riskBands: configuration ? riskBands(configuration) : [],
    drafts: new Drafts(portfolio, cache),
    recorded: new RecordedScores({ ...kept, workspace: id }),
    restated: new RestatedScores({ ...kept, workspace: id }),
  }
}

function readerOf(store: Store, id: WorkspaceId, handed: Handed | null): ColumnReader {
  const heldOf = (delivery: DeliveryId) => (handed?.delivery === delivery ? handed : null)
  return {
    async accounts(ids) {
      const stored = ids.filter((delivery) => !heldOf(delivery))
      const read = orThrow(await readAccounts(store, id, stored))
      return ids.map(
        (delivery) => heldOf(delivery)?.accounts ?? (read[stored.indexOf(delivery)] as Uint32Array),
      )
    },
    async columns(delivery, indexes) {
      const held = heldOf(delivery)?.columns
      const stored = indexes.filter((index) => !held?.has(index))
      const read = stored.length ? orThrow(await readColumns(store, id, delivery, stored)) : []
      return indexes.map((index) => held?.get(index) ?? (read[stored.indexOf(index)] as Column))
    },
  }
}

/** The scores that were handed over, where they are still those that would be made. */
function standing(
  handed: Handed | null,
  portfolio: Portfolio,
  hash: string,
  configuration: Configuration,
): ScoreSheet | null {
  const { scored } = handed ?? {}
  if (scored?.hash !== hash) return null
  const at = portfolio.at(scored.sheet.day)
  return at >= 0 && scored.inputs === inputsOf(portfolio, configuration, at) ? scored.sheet : null
}

/** What its columns say against it stands beside it: it is in force all the same. */
function readInForce(
  current: ConfigurationRecord | null,
  deliveries: readonly DeliveryRecord[],
): { configuration: Configuration | null; problems: readonly ConfigurationProblem[] } {
  if (!current) return { configuration: null, problems: [] }
  const columns = knownTypes(deliveries)
  const restored = restoreConfiguration(current.text, { columns })
  if (!restored.ok) return { configuration: configurationOf(current), problems: restored.problems }
  const { configuration, warnings } = restored.value
  return { configuration, problems: [...warnings, ...differingExamples(configuration, columns)] }
}

/** As they were chosen for each file, the newest last. */
const playedIn = (deliveries: readonly DeliveryRecord[]): PlayedRoles =>
  Object.assign({}, ...deliveries.map(({ plan }) => plan.roles)) as PlayedRoles

/** The types of all columns of accounts that have values, by id; the newest delivery's where they differ. */
export function knownTypes(deliveries: readonly DeliveryRecord[]): ReadonlyMap<string, ColumnType> {
  return new Map(
    deliveries.flatMap((delivery) => {
      const { plan, columns } = delivery
      if (plan.events)
        return plan.events.columns.map((made) => [made.id, eventTypeOf(delivery, made)] as const)
      return columns.filter(({ present }) => present > 0).map(({ id, type }) => [id, type] as const)
    }),
  )
}
