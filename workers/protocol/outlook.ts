import type { Segment } from '../../src/core/view/segment.ts'
import type { Cell } from './figures.ts'
import type { SplitNamed } from './segments.ts'

/** How an account comes to the next better band by one factor alone. Bands are indexes of the configuration in force. */
export type NextBandDetail =
  | { readonly kind: 'not-scored' }
  | { readonly kind: 'best-band' }
  /** Whatever else moves, this exception keeps the score below the band. */
  | { readonly kind: 'held'; readonly band: number; readonly reason: string }
  | {
      readonly kind: 'open'
      readonly band: number
      /** What the raw score lacks. */
      readonly points: number
      /** The least rise of a factor's score first. */
      readonly paths: readonly PathLine[]
    }

export interface PathLine {
  readonly factor: string
  readonly name: string
  /** An expression. */
  readonly input: string
  readonly now: Cell
  /** The score the factor has, and the one it needs. */
  readonly score: number
  readonly needed: number
  /** The input that gives it: a category, or a number. */
  readonly to: number | string
  /** Not the number itself, but anything above or below it. */
  readonly beyond: 'above' | 'below' | null
  /** The others are taken to stay where they are. */
  readonly isEstimate: boolean
  /** All values of the input are whole numbers. */
  readonly isWhole: boolean
  /** Of a ratio of two columns, what has to become of the upper one while the lower stays; null of any other input. */
  readonly above: { readonly column: string; readonly now: number; readonly to: number } | null
}

/** What the score would be if the inputs that are missing were the worst, and the best, there can be. */
export interface RangeDetail {
  readonly least: RangeEnd
  readonly greatest: RangeEnd
  /** The factors without an input. */
  readonly open: readonly string[]
}

export interface RangeEnd {
  readonly shown: number
  readonly band: number
}

/** Where an account stands among the scored ones of its segment. */
export interface Standing {
  readonly by: SplitNamed
  readonly segment: Segment
  /** From 1; equals share a place. */
  readonly place: number
  readonly of: number
  readonly average: number
}

export interface Outlook {
  readonly next: NextBandDetail | null
  readonly range: RangeDetail | null
  readonly standings: readonly Standing[]
}
