import type { Configuration } from '../../src/core/model/configuration.ts'
import { toCanonicalJson } from '../../src/core/model/canonical.ts'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import type { ScoreCache } from '../../src/core/score/cache.ts'
import type { ConfigurationRecord } from '../../src/store/records.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import { Scores } from '../portfolio/scores.ts'

interface Parts {
  readonly versions: readonly ConfigurationRecord[]
  readonly current: ConfigurationRecord | null
  readonly configuration: Configuration | null
  readonly scores: Scores
  readonly portfolio: Portfolio
  readonly cache: ScoreCache
}

/** A configuration that was in force once, and what it scores. */
export interface Version {
  readonly record: ConfigurationRecord
  readonly configuration: Configuration
  readonly scores: Scores
}

const KEPT = 3

/** The configurations that snapshots were recorded under, each read when it is asked for; the last few are kept. */
export class Versions {
  readonly #parts: Parts
  readonly #known = new Map<number, Version>()
  #alike: ReadonlyMap<number, number> | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The one in force where a version says the same, or is not there; null where none is in force. */
  of(version: number): Version | null {
    const { versions, current, configuration, scores } = this.#parts
    const record = versions.find((one) => one.version === version) ?? current
    if (!current || !configuration || !record) return null
    if (record.hash === current.hash) return { record: current, configuration, scores }
    return this.#known.get(version) ?? this.#read(record)
  }

  /** The last of the versions in a row that score as this one does: a saved view is no other model. */
  alike(version: number): number {
    return (this.#alike ??= lastAlike(this.#parts.versions)).get(version) ?? version
  }

  #read(record: ConfigurationRecord): Version | null {
    const { portfolio, cache } = this.#parts
    const configuration = configurationOf(record)
    if (!configuration) return null
    const version = { record, configuration, scores: new Scores(portfolio, configuration, cache) }
    this.#known.set(record.version, version)
    for (const [oldest] of this.#known) if (this.#known.size > KEPT) this.#known.delete(oldest)
    return version
  }
}

function lastAlike(versions: readonly ConfigurationRecord[]): Map<number, number> {
  const last = new Map<number, number>()
  let [later, said] = [0, '']
  for (const record of versions.toSorted((a, b) => b.version - a.version)) {
    const scores = whatScores(record)
    if (scores !== said) [later, said] = [record.version, scores]
    last.set(record.version, later)
  }
  return last
}

/** A configuration without what stands in it and changes no score. */
function whatScores(record: ConfigurationRecord): string {
  const configuration = configurationOf(record)
  if (!configuration) return record.hash
  const { name: _, views: __, examples: ___, attention: ____, ...scores } = configuration
  return toCanonicalJson(scores)
}

/** What was loaded once stays in force, whatever types the next file brings: an expression that they do not fit is missing. */
export function configurationOf({ text }: ConfigurationRecord): Configuration | null {
  const restored = restoreConfiguration(text)
  return restored.ok ? restored.value.configuration : null
}
