import type { Day } from '../../src/core/brand.ts'
import type { Course } from '../../src/core/view/course.ts'
import type { Origin } from '../../src/core/score/sheet.ts'
import type { AccountRow } from './accounts.ts'
import type { ChangeDetail } from './change.ts'
import type { Cell } from './figures.ts'
import type { Outlook } from './outlook.ts'

/** One factor as it is scored for one account. Points are shares of the shown score that add up as printed. */
export interface FactorLine {
  readonly id: string
  readonly name: string
  readonly input: Cell
  readonly inputFormula: string
  readonly origin: Origin
  /** Of a carried input, the day of the snapshot it is from. */
  readonly carriedFrom: Day | null
  readonly score: number | null
  /** Of the weight that is present, 0..1; 0 where the factor is left out. */
  readonly share: number
  readonly points: number | null
  readonly pointsLost: number | null
}

export interface GroupLine {
  readonly id: string
  readonly name: string
  readonly score: number | null
  readonly share: number
  readonly points: number | null
  readonly pointsLost: number | null
  readonly rollup: 'mean' | 'lowest' | 'highest'
  readonly factors: readonly FactorLine[]
}

export interface ExceptionLine {
  readonly id: string
  readonly reason: string
  readonly effect: 'cap' | 'floor' | 'set' | 'add'
  readonly amount: number
  /** Points it gave or took, as clamped and as printed. */
  readonly points: number
}

export interface InputLine {
  readonly id: string
  readonly label: string
  readonly now: Cell
  readonly before: Cell | null
  readonly source: string
  readonly asOf: Day | null
}

/** A cell of a file, as it stands there. */
export interface DeliveredCell {
  /** Of the column. */
  readonly id: string
  readonly text: string
}

export interface AccountDetail {
  readonly row: AccountRow
  readonly modelName: string | null
  readonly included: boolean
  readonly minCoverage: number
  readonly raw: number | null
  /** The raw score as printed: the sum of the printed points of the groups. */
  readonly rawPrinted: number | null
  readonly groups: readonly GroupLine[]
  readonly exceptions: readonly ExceptionLine[]
  readonly flags: readonly {
    readonly id: string
    readonly name: string
    readonly kind: 'risk' | 'opportunity' | 'advocate'
  }[]
  readonly history: readonly {
    readonly day: Day
    readonly score: number | null
    readonly band: number | null
    /** Of the model that scored it. */
    readonly version: number
  }[]
  /** How the score moves, beside where it stands; null for fewer than two scores. */
  readonly course: Course | null
  readonly inputs: readonly InputLine[]
  /** Null where there is no snapshot to compare with. */
  readonly change: ChangeDetail | null
  readonly outlook: Outlook
}
