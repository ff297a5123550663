import type { Day, WorkspaceId } from '../../src/core/brand.ts'
import type { RecordedDay } from '../../src/core/history/recorded.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { Store } from '../../src/store/database.ts'
import type {
  ConfigurationRecord,
  DeliveryRecord,
  RecordedRecord,
} from '../../src/store/records.ts'
import { readRecorded, saveRecorded } from '../../src/store/scores.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { Scores } from '../portfolio/scores.ts'

interface Parts {
  readonly store: Store
  readonly workspace: WorkspaceId
  readonly deliveries: readonly DeliveryRecord[]
  readonly portfolio: Portfolio
  readonly scores: Scores
  readonly current: ConfigurationRecord | null
  readonly configuration: Configuration | null
}

/**
 * The scores of each snapshot as people saw them. A snapshot is recorded under the configuration in force when it comes, again when
 * it is corrected, and, while it is the newest, when another configuration takes force. Older ones keep what they had.
 */
export class RecordedScores {
  readonly #parts: Parts
  readonly #days = new Map<Day, Promise<RecordedDay | null>>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Null where there is no configuration to score by. */
  on(day: Day): Promise<RecordedDay | null> {
    const known = this.#days.get(day)
    if (known) return known
    const read = this.#readOrRecord(day)
    this.#days.set(day, read)
    return read
  }

  /** The latest ones before a snapshot, oldest first; days without a configuration are left out. */
  async before(at: number, most: number): Promise<RecordedDay[]> {
    const days = this.#parts.portfolio.manifests.slice(Math.max(0, at - most), at)
    const recorded = await Promise.all(days.map(({ day }) => this.on(day)))
    return recorded.filter((one) => one !== null)
  }

  async #readOrRecord(day: Day): Promise<RecordedDay | null> {
    const { store, workspace } = this.#parts
    const recorded = orThrow(await readRecorded(store, workspace, day))
    return recorded && this.#stands(recorded) ? recorded : this.#record(day)
  }

  #stands(recorded: RecordedRecord): boolean {
    const { deliveries, portfolio, current } = this.#parts
    const newest = deliveries.findLast(({ day }) => day === recorded.day)
    if (newest?.id !== recorded.delivery) return false
    return (
      recorded.day !== portfolio.manifests.at(-1)?.day ||
      recorded.configurationHash === current?.hash
    )
  }

  async #record(day: Day): Promise<RecordedDay | null> {
    const { store, workspace, portfolio, scores, current, configuration } = this.#parts
    if (!current || !configuration) return null
    const sheet = await scores.sheet(portfolio.at(day))
    const recorded = {
      day,
      configurationVersion: current.version,
      configurationHash: current.hash,
      accounts: sheet.accounts,
      shown: sheet.shown,
      included: sheet.included,
      bands: sheet.bands,
      bandIds: configuration.bands.map(({ id }) => id),
    }
    orThrow(await saveRecorded(store, workspace, recorded))
    return recorded
  }
}
