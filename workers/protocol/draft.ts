import type { AccountIndex, Day } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { ConfigurationProblem } from '../../src/core/problem.ts'
import type { Origin } from '../../src/core/score/sheet.ts'
import type { Histogram } from '../../src/core/view/histogram.ts'
import type { Segment } from '../../src/core/view/segment.ts'
import type { Separation } from '../../src/core/view/separation.ts'
import type { CompareQuestion, Comparison } from './compare.ts'
import type { Cell, Figure } from './figures.ts'
import type { ModelDetail } from './model.ts'
import type { RecordQuestion, RecordTrace } from './record.ts'
import type { SplitNamed } from './segments.ts'
import type { FilledTemplate, TemplateQuestion } from './templates.ts'

/** Which factor is meant: ids of factors are unique within a model. */
export interface FactorAt {
  readonly model: string
  readonly factor: string
}

/** What another configuration would do to the accounts of one day. Nothing of it is stored. */
export interface EffectQuestion {
  /** Null: there are no accounts yet, and it is only checked. */
  readonly day: Day | null
  /** What it is held against; null: the configuration in force. */
  readonly before: Configuration | null
  readonly after: Configuration
  /** The account whose contributions are shown on both sides. */
  readonly watched: AccountIndex | null
  /** The factor whose scores are counted on both sides. */
  readonly focus: FactorAt | null
  /** The column whose segments are averaged; null: the first that the configuration names. */
  readonly attribute: string | null
}

export type EffectAnswer =
  | { readonly loads: false; readonly problems: readonly ConfigurationProblem[] }
  | {
      readonly loads: true
      readonly warnings: readonly ConfigurationProblem[]
      readonly effect: Effect | null
    }

/** Everything before and after. Bands are told by their places on each side; `now` of a figure is after. */
export interface Effect {
  readonly day: Day
  readonly before: JudgedPortfolio
  readonly after: JudgedPortfolio
  /** moves[from][to]: by band, then not scored, then left out. */
  readonly moves: readonly (readonly number[])[]
  readonly moved: { readonly accounts: number; readonly up: number; readonly down: number }
  /** Whose shown score is another one, whatever the band. */
  readonly changed: number
  /** Those that move, the greatest value first; where none does, those whose score changes most. */
  readonly rows: readonly MovedRow[]
  readonly watched: WatchedAccount | null
  readonly focus: FocusedFactor | null
  readonly segments: SegmentMeans | null
}

export interface JudgedPortfolio {
  readonly accounts: number
  readonly average: number | null
  readonly valueAtRisk: number | null
  /** Accounts and value by band, and last those not scored. */
  readonly counts: readonly number[]
  readonly values: readonly (number | null)[]
}

export interface MovedRow {
  readonly account: AccountIndex
  readonly name: string
  readonly value: number | null
  readonly before: Judgement
  readonly after: Judgement
}

/** The place of the band is null where there is no score. */
export interface Judgement {
  readonly score: number | null
  readonly band: number | null
}

/** Rows that add up on either side, matched by what they are about; null where a side does not have one. */
export interface WatchedAccount {
  readonly account: AccountIndex
  readonly name: string
  readonly before: Judgement
  readonly after: Judgement
  readonly rows: readonly WatchedRow[]
}

export interface WatchedRow {
  readonly kind: 'factor' | 'raw' | 'exception'
  readonly id: string
  readonly label: string
  /** Points of the shown score. */
  readonly before: number | null
  readonly after: number | null
}

export interface FocusedFactor {
  /** Accounts whose input gets the full 100, and none. */
  readonly full: Figure
  readonly zero: Figure
}

export interface SegmentMeans {
  readonly by: SplitNamed
  /** Of texts the most accounts first. */
  readonly lines: readonly {
    readonly segment: Segment
    readonly count: number
    readonly average: Figure
  }[]
}

/** A page of those that move. */
export interface MovesQuestion extends Pick<EffectQuestion, 'before' | 'after'> {
  readonly day: Day
  readonly from: number
  /** At most PAGE_ROWS. */
  readonly count: number
}

export interface MovesPage {
  readonly total: number
  readonly rows: readonly MovedRow[]
}

/** How many accounts each part of a draft concerns, and what is probably not meant. */
export interface DraftParts extends Omit<ModelDetail, 'versions'> {
  /** Of each example that is not what it says, where it differs; at most PAGE_ROWS. */
  readonly examples: readonly ConfigurationProblem[]
}

export interface FactorQuestion {
  readonly day: Day
  readonly configuration: Configuration
  readonly at: FactorAt
  readonly watched: AccountIndex | null
}

/** What one factor reads, as it is drawn. Nothing here depends on weights, or on where a scale of numbers stands. */
export interface FactorPicture {
  readonly type: 'number' | 'text' | 'date' | 'boolean' | null
  /** Accounts of the model: those with data, filled and carried ones, and the rest. */
  readonly origins: Readonly<Record<Origin, number>>
  readonly histogram: Histogram
  /** 101 of them, ascending; empty without numbers. */
  readonly quantiles: readonly number[]
  /** The most frequent values of an input that is no number, at most PAGE_ROWS. */
  readonly words: readonly { readonly text: string; readonly accounts: number }[]
  /** What a scale of ranks makes of the values of this cohort, as points of a line; empty for other scales. */
  readonly ranks: readonly (readonly [x: number, score: number])[]
  readonly watched: { readonly name: string; readonly input: Cell } | null
}

/** What speaks for a factor, and what against it. */
export interface FactorEvidence {
  /** Of its model, and those of them that have its input. */
  readonly accounts: number
  readonly present: number
  /** Columns that it reads which are older than is taken for fresh. */
  readonly stale: readonly { readonly label: string; readonly asOf: Day }[]
  /** Null where no column tells an outcome. */
  readonly outcome: FactorOutcome | null
}

/** How the factor's scores stand to an outcome, of the accounts with either. */
export interface FactorOutcome extends Separation {
  readonly column: string
  /** From when on outcomes count, each beside the score so many days before; null: both are of this snapshot. */
  readonly since: Day | null
  readonly days: number
}

/** A column of the accounts, of which the texts are wanted; derived ones are those of the configuration. */
export interface TextsQuestion {
  readonly day: Day
  /** Null: none is in force. */
  readonly configuration: Configuration | null
  readonly column: string
}

export interface PartsQuestion {
  /** Null: there are no accounts yet. */
  readonly day: Day | null
  readonly configuration: Configuration
}

/** What can be asked of a configuration that is not in force, and what is answered. Only the first is asked of one that may not load. */
export interface DraftTopics {
  readonly effect: { readonly asked: EffectQuestion; readonly answer: EffectAnswer }
  readonly moves: { readonly asked: MovesQuestion; readonly answer: MovesPage }
  readonly parts: { readonly asked: PartsQuestion; readonly answer: DraftParts }
  readonly factor: { readonly asked: FactorQuestion; readonly answer: FactorPicture }
  readonly evidence: {
    readonly asked: Omit<FactorQuestion, 'watched'>
    readonly answer: FactorEvidence
  }
  /** The most frequent texts first, at most PAGE_ROWS; none of a column that has no texts. */
  readonly texts: { readonly asked: TextsQuestion; readonly answer: readonly string[] }
  readonly history: {
    readonly asked: Pick<EffectQuestion, 'before' | 'after'>
    readonly answer: EffectHistory
  }
  readonly template: { readonly asked: TemplateQuestion; readonly answer: FilledTemplate }
  readonly compare: { readonly asked: CompareQuestion; readonly answer: Comparison }
  readonly record: { readonly asked: RecordQuestion; readonly answer: RecordTrace }
}

export type DraftTopic = keyof DraftTopics

/** Every snapshot under both configurations, oldest first. */
export interface EffectHistory {
  readonly points: readonly {
    readonly day: Day
    /** Null where there is none to compare with. */
    readonly before: JudgedPortfolio | null
    readonly after: JudgedPortfolio
  }[]
}

/** A draft as it is kept for a reload: every step of it, and which one is shown. */
export interface KeptDraft {
  readonly steps: readonly Configuration[]
  readonly at: number
  /** What was in force when it was begun; absent: its first step. */
  readonly base?: Configuration
}
