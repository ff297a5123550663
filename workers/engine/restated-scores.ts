import type { WorkspaceId } from '../../src/core/brand.ts'
import type { RecordedDay } from '../../src/core/history/recorded.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { Store } from '../../src/store/database.ts'
import type { ConfigurationRecord } from '../../src/store/records.ts'
import { keepScores, readScores } from '../../src/store/scores.ts'
import { inputsOf } from '../portfolio/inputs.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import { restateSnapshots } from '../portfolio/restate-snapshots.ts'
import { ByPlace, type OnProgress, type PastScores } from './past-scores.ts'
import { dayOf } from './recorded-scores.ts'

interface Parts {
  readonly store: Store
  readonly workspace: WorkspaceId
  readonly portfolio: Portfolio
  readonly current: ConfigurationRecord | null
  readonly configuration: Configuration | null
}

/** All snapshots under the configuration in force, as far as they are asked for. What was scored once is kept in the store's cache. */
export class RestatedScores implements PastScores {
  readonly #parts: Parts
  readonly #days = new ByPlace<RecordedDay | null>()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  some(places: readonly number[], onProgress: OnProgress = () => {}) {
    return this.#days.some(places, (missing) => this.#read(missing, onProgress))
  }

  async #read(places: readonly number[], onProgress: OnProgress) {
    const { store, workspace, portfolio, current, configuration } = this.#parts
    if (!current || !configuration) return new Map(places.map((place) => [place, null]))
    const wanted = places.map((place) => ({
      place,
      day: portfolio.manifests[place]!.day,
      inputs: inputsOf(portfolio, configuration, place),
    }))
    const cached = orThrow(await readScores(store, workspace, current.hash, wanted))
    const version = { configurationVersion: current.version }
    const bandIds = configuration.bands.map(({ id }) => id)
    const read = new Map<number, RecordedDay>()
    for (const { place, day } of wanted) {
      const known = cached.get(day)
      if (known?.coverages) read.set(place, { ...known, ...version, bandIds })
    }
    const due = new Set(places.filter((place) => !read.has(place)))
    if (due.size === 0) return read
    await restateSnapshots(portfolio, configuration, due, (restated) => {
      read.set(restated.at, dayOf(restated, { record: current, configuration }))
      onProgress(read.size / places.length)
    })
    const kept = wanted
      .filter(({ place }) => due.has(place))
      .map(({ place, inputs }) => {
        const { bandIds: _, configurationVersion: __, ...scores } = read.get(place) as RecordedDay
        return { ...scores, workspace, hash: current.hash, inputs }
      })
    // A cache: nobody waits for it, nor hears that the disk is full.
    void keepScores(store, workspace, kept, current.hash)
    return read
  }
}
