import type { Segment } from '../../workers/protocol/average-change.ts'
import { MOST_PICKED, type Trends } from '../../workers/protocol/trends.ts'
import { Answer } from './answer.svelte.ts'
import type { Session } from './session.svelte.ts'
import { readSegment, writeSegment } from './trend-segment.ts'

const MEASURES = ['share', 'count', 'value'] as const
/** What the bands over time are counted in. */
export type Measure = (typeof MEASURES)[number]

/** The portfolio over all its snapshots, and the segments that are picked beside it. The address keeps what was chosen. */
export class TrendsState {
  readonly answer = new Answer<Trends>()
  /** How far the scoring of what was not scored yet is, 0..1; null where nothing is scored. */
  #progress = $state.raw<number | null>(null)
  readonly #session: Session

  readonly measure = $derived.by<Measure>(
    () => MEASURES.find((one) => one === this.#session.route.query('measure')) ?? 'share',
  )
  readonly by = $derived.by<string | null>(() => this.#session.route.query('by') || null)
  // Texts first: what the address says otherwise asks for nothing anew.
  readonly #pickedText = $derived.by(() => this.#session.route.query('pick'))
  readonly picked = $derived<readonly (string | null)[]>(readPicked(this.#pickedText))

  /** What all of the page is confined to. */
  readonly #segmentText = $derived.by(() => this.#session.route.query('segment'))
  readonly segment = $derived<Segment>(readSegment(this.#segmentText))

  constructor(session: Session) {
    this.#session = session
  }

  get progress(): number | null {
    return this.#progress
  }

  async load(): Promise<void> {
    const { engine, opened, seen } = this.#session
    const question = { seen, segment: this.segment, by: this.by, picked: this.picked }
    if (!opened) return
    await this.answer.ask(() => engine.trends(question, (share) => (this.#progress = share)))
    this.#progress = null
  }

  measureIn(measure: Measure): void {
    this.#session.route.show({ measure: measure === 'share' ? null : measure })
  }

  confineTo(segment: Segment): void {
    this.#session.route.show({ segment: writeSegment(segment) })
  }

  splitBy(attribute: string): void {
    this.#session.route.show({ by: attribute, pick: null })
  }

  toggle(label: string | null): void {
    const picked = this.picked.includes(label)
      ? this.picked.filter((one) => one !== label)
      : [...this.picked, label].slice(-MOST_PICKED)
    this.#session.route.show({ pick: writePicked(picked) })
  }
}

/** `.Pro,.Team,-`: each value behind a point, `-` for those without one. */
const writePicked = (picked: readonly (string | null)[]): string =>
  picked.map((label) => (label === null ? '-' : `.${encodeURIComponent(label)}`)).join(',')

function readPicked(text: string): readonly (string | null)[] {
  const picked = text.split(',').flatMap((one) => {
    if (one === '-') return [null]
    return one.startsWith('.') ? [decoded(one.slice(1))] : []
  })
  return [...new Set(picked)].slice(0, MOST_PICKED)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
