import type { Cut } from '../core/view/dimension.ts'
import { riskBands } from '../core/model/bands.ts'
import { measureOf, type Measure, type SegmentCell } from '../core/view/segment-order.ts'
import type {
  Drift,
  DriftOf,
  SegmentsQuestion,
  SegmentsTable,
  SplitBy,
} from '../../workers/protocol/segments.ts'
import type { Sort } from '../../workers/protocol/accounts.ts'
import { nextSorts, readSorts, writeSorts } from './accounts-query.ts'
import { Answer } from './answer.svelte.ts'
import { readCut, readMeasure, writeCut } from './segments-query.ts'
import type { Session } from './session.svelte.ts'

/** The points of a line in the table. */
const LATEST = 12
const ALL = 1_000_000

const driftOf = ({ subject, segments }: DriftOf): DriftOf => ({ subject, segments })

/** The portfolio by one dimension or two, which the address names, with all else that was chosen. */
export class SegmentsState {
  readonly answer = new Answer<SegmentsTable>()
  readonly #drift = new Answer<Drift>()
  /** The table whose segments the drift is of. */
  #drifting = $state.raw<SegmentsTable | null>(null)
  /** Of the segment that is looked into, all snapshots. */
  readonly past = new Answer<Drift>()
  readonly #session: Session

  readonly by = $derived.by<SplitBy>(() => ({
    subject: this.#query('by') || this.#firstSubject(),
    cut: readCut(this.#query('cut')),
  }))
  readonly across = $derived.by<SplitBy | null>(() => {
    const subject = this.#query('across')
    return subject === '' ? null : { subject, cut: readCut(this.#query('acrossCut')) }
  })
  /** A text, so that another order or measure asks nothing again. */
  readonly #asked = $derived(JSON.stringify({ by: this.by, across: this.across }))
  readonly measure = $derived.by<Measure>(() => readMeasure(this.#query('measure')) ?? 'average')
  readonly isTable = $derived.by(() => this.#query('show') === 'table')
  readonly sort = $derived.by<readonly Sort[]>(() => {
    const asked = readSorts(this.#query('sort'))
    return asked.length > 0 ? asked : [{ by: this.#worst, direction: 'desc' }]
  })
  /** The filter of the segment that is looked into; '' is none. */
  readonly why = $derived.by(() => this.#query('why'))

  constructor(session: Session) {
    this.#session = session
  }

  /** Of the segments in the table, the latest snapshots; null on their way. */
  get drift(): Drift | null {
    return this.#drifting === this.answer.value ? this.#drift.value : null
  }

  async load(): Promise<void> {
    const { engine, look } = this.#session
    const splits = JSON.parse(this.#asked) as Pick<SegmentsQuestion, 'by' | 'across'>
    if (!look) return
    const table = await this.answer.ask(() => engine.segments({ ...look, ...splits }))
    if (!table || look.since === null) return
    const [by, across] = [driftOf(table.by), table.across && driftOf(table.across)]
    const asked = () => engine.drift({ ...look, ...by, across, most: LATEST })
    if (await this.#drift.ask(asked)) this.#drifting = table
  }

  async loadPast(): Promise<void> {
    const { engine, look } = this.#session
    const subject = this.why
    this.past.forget()
    if (!look || subject === '') return
    const segments = [{ kind: 'value', value: 'true' }] as const
    await this.past.ask(() => engine.drift({ ...look, subject, segments, across: null, most: ALL }))
  }

  splitBy(subject: string): void {
    this.#session.route.show({ by: subject, cut: null, why: null })
  }

  crossWith(subject: string): void {
    this.#session.route.show({ across: subject, acrossCut: null, why: null, sort: null })
  }

  cutBy(which: 'by' | 'across', cut: Cut | null): void {
    const isOfDays = this.answer.value?.[which]?.type === 'date'
    const text = writeCut(cut, isOfDays)
    this.#session.route.show({ [which === 'by' ? 'cut' : 'acrossCut']: text, why: null })
  }

  measureBy(measure: Measure): void {
    this.#session.route.show({ measure: measure === 'average' ? null : measure })
  }

  showTable(isTable: boolean): void {
    this.#session.route.show({ show: isTable ? 'table' : null })
  }

  sortBy(by: string, how: { readonly isNumber: boolean; readonly added: boolean }): void {
    this.#session.route.show({ sort: writeSorts(nextSorts(this.sort, by, how)) })
  }

  /** '' looks into none. */
  lookInto(filter: string): void {
    this.#session.route.show({ why: filter })
  }

  of(cell: SegmentCell, measure: Measure): number | null {
    const { configuration } = this.#session
    return measureOf(cell, measure, configuration ? riskBands(configuration) : [])
  }

  #query(name: string): string {
    return this.#session.route.query(name)
  }

  /** What one looks for first: value at risk, or accounts at risk where nothing is the value. */
  get #worst(): Measure {
    return this.#session.configuration?.account.value === undefined ? 'atRisk' : 'valueAtRisk'
  }

  #firstSubject(): string {
    const { configuration, opened } = this.#session
    const { key, name, segments = [] } = configuration?.account ?? { key: '' }
    const text = opened?.columns.find(
      (column) => column.type === 'text' && column.id !== key && column.id !== name,
    )
    return segments[0] ?? text?.id ?? 'band'
  }
}
