import { toAccountIndex, type AccountIndex } from '../core/brand.ts'
import type { Configuration, Factor } from '../core/model/configuration.ts'
import { itemsAt, type ListAt } from '../core/model/edit/edit-lists.ts'
import { formatPlace } from '../core/model/place.ts'
import type { ConfigurationProblem } from '../core/problem.ts'
import type {
  DraftParts,
  DraftTopics,
  FactorAt,
  FactorEvidence,
  FactorPicture,
  FactorQuestion,
  PartsQuestion,
} from '../../workers/protocol/draft.ts'
import { ColumnTexts } from './column-texts.svelte.ts'
import { Draft } from './draft.svelte.ts'
import { mostUrgent } from './most-urgent.ts'
import { Newest } from './newest.svelte.ts'
import { readSelection, writeSelection, type Selection } from './selection.ts'
import type { Session } from './session.svelte.ts'
import { Trial } from './trial.svelte.ts'

/** Everything that the editor of a model shows: the draft, what is selected of it, and what it does to the accounts. */
export class ModelDesk {
  readonly session: Session
  readonly draft: Draft
  readonly trial: Trial
  readonly texts: ColumnTexts
  readonly #parts: Newest<PartsQuestion, DraftParts>
  readonly #picture: Newest<FactorQuestion, FactorPicture>
  readonly #evidence: Newest<DraftTopics['evidence']['asked'], FactorEvidence>

  readonly selection = $derived.by<Selection | null>(() => {
    const { configuration } = this.draft
    return configuration && readSelection(this.session.route.query('at'), configuration)
  })
  /** The factor that is selected. */
  readonly focus = $derived.by<FactorAt | null>(() => {
    const { selection } = this
    if (selection?.part !== 'item' || selection.at.list !== 'factors') return null
    return { model: selection.at.model ?? '', factor: selection.id }
  })
  readonly watched = $derived.by<AccountIndex | null>(() => {
    const asked = this.session.route.query('watch')
    return asked === '' ? this.#usual : toAccountIndex(Number(asked))
  })
  #usual = $state.raw<AccountIndex | null>(null)
  #shows = $state(0)

  constructor(session: Session) {
    const { engine } = session
    this.session = session
    this.draft = new Draft(session)
    this.trial = new Trial(session)
    this.texts = new ColumnTexts(session, () => this.draft.configuration)
    this.#parts = new Newest((asked) => engine.draft('parts', asked))
    this.#picture = new Newest((asked) => engine.draft('factor', asked))
    this.#evidence = new Newest((asked) => engine.draft('evidence', asked))
  }

  /** What the picture of the selected factor depends on: weights, and where a scale of numbers stands, are not of it. */
  readonly pictureKey = $derived.by<string>(() => {
    const { configuration } = this.draft
    const factor = this.focus && this.factor(this.focus, configuration)
    if (!configuration || !factor) return ''
    const { scale, input, missing } = factor
    const ranks = scale.type === 'percentile' || scale.type === 'quantiles' ? scale : scale.type
    const { account, models, derived } = configuration
    const applies = models.map(({ id, appliesTo }) => [id, appliesTo])
    return JSON.stringify([this.focus, input, missing, ranks, account.include, applies, derived])
  })
  get parts(): DraftParts | null {
    return this.#parts.value
  }

  get picture(): FactorPicture | null {
    return this.#picture.value
  }

  /** Of the factor that is selected, or of the one before until it is there. */
  get evidence(): FactorEvidence | null {
    return this.#evidence.value
  }

  async askEffect(): Promise<void> {
    const { configuration } = this.draft
    if (!configuration) return
    await this.trial.ask({
      day: this.session.day,
      before: null,
      after: configuration,
      watched: this.watched,
      focus: this.focus,
      attribute: this.session.route.query('by') || null,
    })
  }

  async askParts(): Promise<void> {
    const { configuration } = this.draft
    if (configuration && this.trial.errors.length === 0)
      await this.#parts.ask({ day: this.session.day, configuration })
  }

  async askEvidence(): Promise<void> {
    const { configuration } = this.draft
    const { day } = this.session
    if (!configuration || !this.focus || day === null || this.trial.errors.length > 0) return
    await this.#evidence.ask({ day, configuration, at: this.focus })
  }

  async askPicture(): Promise<void> {
    const { configuration } = this.draft
    const { day } = this.session
    if (!configuration || !this.focus || day === null || this.trial.errors.length > 0) return
    await this.#picture.ask({ day, configuration, at: this.focus, watched: this.watched })
  }

  /** Without a choice the account that is most urgent is watched. */
  async findUsual(): Promise<void> {
    this.#usual ??= await mostUrgent(this.session)
  }

  watch(account: AccountIndex): void {
    this.session.route.show({ watch: String(account) }, { replace: true, on: 'model' })
  }

  /** Counts how often somebody asked for something of the model, the same thing again too. */
  get shows(): number {
    return this.#shows
  }

  show(): void {
    this.#shows++
  }

  hrefOf(selection: Selection): string {
    const { route } = this.session
    const kept = { watch: route.query('watch'), by: route.query('by') }
    return route.href('model', { ...kept, at: writeSelection(selection) })
  }

  select(selection: Selection): void {
    this.session.route.show({ at: writeSelection(selection) }, { replace: true })
  }

  /** Where a key of the selected thing stands in the file. */
  placeOf(at: ListAt, id: string, ...keys: readonly string[]): string {
    const { configuration } = this.draft
    return configuration ? placeIn(configuration, at, id, keys) : ''
  }

  problemsAt(place: string): readonly ConfigurationProblem[] {
    return this.trial.problems.filter((problem) => problem.place === place)
  }

  factor(at: FactorAt, configuration: Configuration | null): Factor | null {
    const model = configuration?.models.find(({ id }) => id === at.model)
    const factors = model?.groups.flatMap((group) => group.factors) ?? []
    return factors.find(({ id }) => id === at.factor) ?? null
  }
}

function placeIn(
  configuration: Configuration,
  at: ListAt,
  id: string,
  keys: readonly string[],
): string {
  const m = configuration.models.findIndex((model) => model.id === at.model)
  const groups = configuration.models[m]?.groups ?? []
  const g = groups.findIndex((group) => group.id === at.group)
  const i = itemsAt(configuration, at).findIndex((item) => item.id === id)
  const inside = at.list === 'factors' ? ['models', m, 'groups', g] : ['models', m]
  const outer = at.model === undefined ? [] : inside
  return formatPlace([...outer, at.list, i, ...keys])
}
