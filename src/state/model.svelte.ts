import type { Configuration, Factor, Group, ScoringModel } from '../core/model/configuration.ts'
import type { ModelDetail } from '../../workers/protocol/model.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'

/** The configuration in force with what it does to the snapshot that is looked at. */
export class ModelState {
  readonly answer = new Answer<ModelDetail>()
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async load(): Promise<void> {
    const { engine, opened, day } = this.#session
    if (opened?.configuration) await this.answer.ask(() => engine.model(day))
  }
}

export interface FactorView {
  readonly factor: Factor
  /** Of the whole score, 0..1, where all data is present. */
  readonly share: number
  readonly present: number
  readonly average: number | null
}

export interface GroupView {
  readonly group: Group
  readonly share: number
  readonly factors: readonly FactorView[]
}

export interface ModelView {
  readonly model: ScoringModel
  readonly accounts: number
  readonly groups: readonly GroupView[]
  /** Accounts for which each exception holds, in their order. */
  readonly exceptions: readonly number[]
}

/** The models with the counts of each part beside it: the engine counts factors in order of appearance. */
export function modelViews(
  configuration: Configuration,
  detail: ModelDetail,
): readonly ModelView[] {
  return configuration.models.map((model, place) => {
    const counted = detail.factors[place]?.values()
    const whole = sum(model.groups.map(({ weight }) => weight))
    return {
      model,
      accounts: detail.models[place]?.accounts ?? 0,
      exceptions: detail.exceptions[place] ?? [],
      groups: model.groups.map((group): GroupView => {
        const share = group.weight / whole
        const inGroup = sum(group.factors.map(({ weight }) => weight))
        const factors = group.factors.map((factor): FactorView => {
          const { present = 0, average = null } = counted?.next().value ?? {}
          return { factor, share: (share * factor.weight) / inGroup, present, average }
        })
        return { group, share, factors }
      }),
    }
  })
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
