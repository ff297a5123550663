import type { Configuration } from '../../../src/core/model/configuration.ts'
import type { ScoreCache } from '../../../src/core/score/cache.ts'
import type { Portfolio } from '../../portfolio/portfolio.ts'
import { Scores } from '../../portfolio/scores.ts'

/** As many as stand side by side, and the one that was asked about before. */
const KEPT = 5

/** The scores of configurations that are tried. The page sends them whole, and asks several things about each. */
export class Drafts {
  readonly #portfolio: Portfolio
  readonly #cache: ScoreCache
  readonly #made = new Map<string, Scores>()

  constructor(portfolio: Portfolio, cache: ScoreCache) {
    this.#portfolio = portfolio
    this.#cache = cache
  }

  scores(configuration: Configuration): Scores {
    const name = JSON.stringify(configuration)
    const made = this.#made.get(name) ?? new Scores(this.#portfolio, configuration, this.#cache)
    this.#made.delete(name)
    this.#made.set(name, made)
    for (const [oldest] of this.#made) if (this.#made.size > KEPT) this.#made.delete(oldest)
    return made
  }
}
