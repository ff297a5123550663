import type { Configuration } from '../core/model/configuration.ts'
import { success, type ConfigurationProblem, type Problem, type Result } from '../core/problem.ts'
import type { Effect, EffectQuestion } from '../../workers/protocol/draft.ts'
import { Newest } from './newest.svelte.ts'
import type { Session } from './session.svelte.ts'

/** What a configuration did to the accounts, and held against what; null is the one in force. */
export interface Tried {
  readonly effect: Effect
  readonly against: Configuration | null
  readonly configuration: Configuration
}

interface Answered {
  readonly problems: readonly ConfigurationProblem[]
  readonly tried: Tried | null
}

/** A configuration tried on the accounts. While it does not load, the effect is that of the last one that did. */
export class Trial {
  readonly #effects: Newest<EffectQuestion, Answered>
  readonly tried = $derived.by<Tried | null>(() => this.#effects.value?.tried ?? null)
  /** What is wrong with the configuration, and what should be looked at, each with its place. */
  readonly problems = $derived.by(() => this.#effects.value?.problems ?? [])
  readonly errors = $derived(this.problems.filter(({ severity }) => severity === 'error'))

  constructor({ engine }: Session) {
    this.#effects = new Newest(async (asked): Promise<Result<Answered>> => {
      const result = await engine.draft('effect', asked)
      if (!result.ok) return result
      const { value: answer } = result
      if (!answer.loads) return success({ problems: answer.problems, tried: this.tried })
      const { effect, warnings } = answer
      const tried = effect && { effect, against: asked.before, configuration: asked.after }
      return success({ problems: warnings, tried })
    })
  }

  /** Why the engine has no answer. */
  get failures(): readonly Problem[] {
    return this.#effects.problems
  }

  get isAnswered(): boolean {
    return this.#effects.value !== null
  }

  ask(question: EffectQuestion): Promise<void> {
    return this.#effects.ask(question)
  }
}
