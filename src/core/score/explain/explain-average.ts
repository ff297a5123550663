import type { AverageExplanation, AverageThen } from './average-explanation.ts'
import { averageRows } from './average-rows.ts'
import { toShown } from '../bands.ts'
import { eachTaker, sideOf, type SegmentThen, type Side } from './average-sides.ts'
import { ChangeSplitter } from './change-splitter.ts'
import { ChangeTally, count, noSum, type Sum } from './change-tally.ts'
import type { Points } from './explanation.ts'

/** Those with a score on one side. */
export interface Takers {
  readonly all: Sum
  /** Of the scores as shown, with one decimal. */
  readonly shown: Sum
  /** On both sides. */
  readonly stayed: Sum
  /** Not there, or no customer, on the other side; there in another segment; there without a score. */
  readonly absent: Sum
  readonly elsewhere: Sum
  readonly unscored: Sum
}

/**
 * The change of the mean score: what moved those who stayed, part by part as `explainChange` splits it, and what coming and going did.
 * Both sides are of one history.
 */
export function explainAverage(before: SegmentThen, after: SegmentThen): AverageExplanation {
  const [then, now] = [sideOf(before, after), sideOf(after, before)]
  const splitter = new ChangeSplitter(before, after)
  const tally = new ChangeTally(splitter)
  const takers = {
    before: takersOf(then, now, () => {}),
    after: takersOf(now, then, (row, other) =>
      tally.add(other, row, (now.scores[row] as number) - (then.scores[other] as number)),
    ),
  }
  const sides = { before: averageOf(takers.before), after: averageOf(takers.after) }
  const change = changeOf(sides.before.average, sides.after.average)
  const rows = change ? averageRows(splitter, tally, takers, change) : []
  return { ...sides, change, stayed: tally.accounts, rows }
}

function takersOf(side: Side, other: Side, stay: (row: number, other: number) => void): Takers {
  const sums = { stayed: noSum(), absent: noSum(), elsewhere: noSum(), unscored: noSum() }
  const [all, shown] = [noSum(), noSum()]
  eachTaker(side, other, (part, row, there) => {
    const score = side.scores[row] as number
    count(all, score)
    count(shown, toShown(score))
    count(sums[part], score)
    if (part === 'stayed') stay(row, there)
  })
  return { all, shown, ...sums }
}

const averageOf = ({ all, shown }: Takers): AverageThen => ({
  accounts: all.accounts,
  average:
    all.accounts === 0
      ? null
      : { exact: all.points / all.accounts, printed: toTenths(shown.points / shown.accounts) },
})

function changeOf(before: Points | null, after: Points | null): Points | null {
  if (!before || !after) return null
  return { exact: after.exact - before.exact, printed: toTenths(after.printed - before.printed) }
}

/** + 0: nothing is printed as minus zero. */
const toTenths = (value: number): number => Math.round(value * 10) / 10 + 0
