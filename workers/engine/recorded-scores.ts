import type { WorkspaceId } from '../../src/core/brand.ts'
import type { RecordedDay } from '../../src/core/history/recorded.ts'
import type { RestatedSnapshot } from '../../src/core/score/restate.ts'
import { codedNumbers } from '../../src/core/table/coded-numbers.ts'
import type { Store } from '../../src/store/database.ts'
import type { ConfigurationRecord, DeliveryRecord } from '../../src/store/records.ts'
import type { RecordedRecord } from '../../src/store/score-records.ts'
import { readRecorded, recordedVersions, saveRecorded } from '../../src/store/scores.ts'
import { inputsOf } from '../portfolio/inputs.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import { restateSnapshots } from '../portfolio/restate-snapshots.ts'
import { ByPlace, type OnProgress, type PastScores } from './past-scores.ts'
import type { Version, Versions } from './versions.ts'

interface Parts {
  readonly store: Store
  readonly workspace: WorkspaceId
  readonly deliveries: readonly Pick<DeliveryRecord, 'id' | 'day'>[]
  readonly portfolio: Portfolio
  readonly past: Versions
  readonly current: ConfigurationRecord | null
}

type Found = ReadonlyMap<number, RecordedRecord>

/**
 * The scores of each snapshot as people saw them. A snapshot is recorded under the configuration in force when it comes, and, while
 * it is the newest, when another one takes force. Older ones keep theirs; where what they were made of is corrected they are scored
 * again, by the configuration that they had.
 */
export class RecordedScores implements PastScores {
  readonly #parts: Parts
  readonly #days = new ByPlace<RecordedDay | null>()
  #versions: ReturnType<typeof recordedVersions> | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  some(places: readonly number[], onProgress: OnProgress = () => {}) {
    return this.#days.some(places, (missing) => this.#read(missing, onProgress))
  }

  /** The version that a snapshot is seen under. */
  async version(at: number): Promise<Version | null> {
    const { past, portfolio, current } = this.#parts
    if (at === portfolio.manifests.length - 1) return current && past.of(current.version)
    const known = (await this.versions())[at]
    if (known) return known
    const [recorded] = await this.some([at])
    return recorded ? past.of(recorded.configurationVersion) : null
  }

  /** By place, the versions under which snapshots were recorded; null where one has not been, or will be anew under another. */
  async versions(): Promise<readonly (Version | null)[]> {
    const { store, workspace, deliveries, portfolio, past, current } = this.#parts
    this.#versions ??= recordedVersions(store, workspace)
    const found = orThrow(await this.#versions)
    const ofDay = new Map<number, number>()
    for (const { id, day } of deliveries) ofDay.set(day, found.get(id) ?? ofDay.get(day) ?? 0)
    return portfolio.manifests.map(({ day }, at) => {
      const version = past.of(ofDay.get(day) ?? 0)
      const isNewest = at === portfolio.manifests.length - 1
      const stands = !isNewest || version?.record.hash === current?.hash
      return ofDay.get(day) && stands ? version : null
    })
  }

  async #read(places: readonly number[], onProgress: OnProgress) {
    const { store, workspace, portfolio, current } = this.#parts
    const days = places.map((place) => portfolio.manifests[place]!.day)
    const found = orThrow(await readRecorded(store, workspace, days))
    const byPlace: Found = new Map(
      places.flatMap((place, i) => {
        const recorded = found.get(days[i]!)
        return recorded ? [[place, recorded]] : []
      }),
    )
    const read = new Map<number, RecordedDay | null>()
    const due = new Map<Version, number[]>()
    for (const place of places) {
      const version = this.#versionOf(place, byPlace)
      const recorded = byPlace.get(place)
      if (!version || !current) read.set(place, null)
      else if (recorded && this.#stands(place, recorded, version)) read.set(place, recorded)
      else due.set(version, [...(due.get(version) ?? []), place])
    }
    for (const [version, wanted] of due)
      for (const [place, made] of await this.#record(version, wanted, (done) =>
        onProgress(done / places.length),
      ))
        read.set(place, made)
    return new Map(Array.from(read, ([place, day]) => [place, day && this.#asNow(day)]))
  }

  /** What scored alike counts as one version. */
  #asNow(day: RecordedDay): RecordedDay {
    return { ...day, configurationVersion: this.#parts.past.alike(day.configurationVersion) }
  }

  #versionOf(at: number, found: Found): Version | null {
    const { past, portfolio, current } = this.#parts
    const isNewest = at === portfolio.manifests.length - 1
    const recorded = isNewest ? undefined : found.get(at)
    return past.of(recorded?.configurationVersion ?? current?.version ?? 0)
  }

  #stands(at: number, recorded: RecordedRecord, version: Version): boolean {
    if (recorded.configurationHash !== version.record.hash || !recorded.coverages) return false
    return recorded.inputs === inputsOf(this.#parts.portfolio, version.configuration, at)
  }

  async #record(version: Version, places: readonly number[], onDone: (done: number) => void) {
    const { store, workspace, portfolio } = this.#parts
    const { record, configuration } = version
    const made = new Map<number, RecordedDay>()
    const newest = portfolio.manifests.length - 1
    // What is seen first is scored for the page anyway.
    if (places.includes(newest))
      made.set(newest, dayOf(await version.scores.sheet(newest), version))
    const older = new Set(places.filter((place) => place !== newest))
    await restateSnapshots(portfolio, configuration, older, (restated) => {
      made.set(restated.at, dayOf(restated, version))
      onDone(made.size)
    })
    for (const [at, day] of made) {
      const inputs = inputsOf(portfolio, configuration, at)
      const recording = { ...day, configurationHash: record.hash, inputs }
      orThrow(await saveRecorded(store, workspace, recording))
    }
    this.#versions = null
    return made
  }
}

/** What is kept of a snapshot that was scored. */
export const dayOf = (
  { day, accounts, shown, included, bands, coverage }: Omit<RestatedSnapshot, 'at' | 'values'>,
  { record, configuration }: Pick<Version, 'record' | 'configuration'>,
): RecordedDay => ({
  day,
  configurationVersion: record.version,
  accounts,
  shown,
  included,
  bands,
  bandIds: configuration.bands.map(({ id }) => id),
  coverages: codedNumbers(coverage),
})
