import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { History, Snapshot } from '../../../src/core/history/snapshot.ts'
import { createScorer } from '../../../src/core/score/scorer.ts'
import type { ScoreSheet } from '../../../src/core/score/sheet.ts'
import type { Column } from '../../../src/core/table/column.ts'
import { texts, valuesOf } from '../formula/build.ts'
import { list, numbers } from './build.ts'
import { configuration, history } from './random-history.ts'

const LAST = 9

/** The same accounts under indexes from the other end: every row stands elsewhere, and so does every column. */
const turned = (snapshots: History): History =>
  snapshots.map(({ day, accounts, columns }): Snapshot => ({
    day,
    accounts: accounts.map((account) => LAST - account).toReversed(),
    columns: new Map([...columns].toReversed().map(([id, column]) => [id, reversed(column)])),
  }))

function reversed(column: Column): Column {
  const values = valuesOf(column).toReversed()
  return column.type === 'number'
    ? numbers(...(values as (number | null)[]))
    : texts(...(values as (string | null)[]))
}

/** What each account got, under the indexes of `of`. */
const byAccount = (
  { accounts, shown, raw, coverage, bands, models, factors }: ScoreSheet,
  of: (account: number) => number,
) =>
  new Map(
    [...accounts].map((account, row) => [
      of(account),
      [list(shown)[row], list(raw)[row], coverage[row], bands[row], models[row]].concat(
        factors.map(({ scores }) => list(scores)[row]),
      ),
    ]),
  )

test('the order of accounts and of columns changes no score, whatever comes and goes', () => {
  fc.assert(
    fc.property(configuration, history, (configuration, snapshots) => {
      const forwards = createScorer(configuration, snapshots)
      const backwards = createScorer(configuration, turned(snapshots))
      snapshots.forEach((_, at) =>
        expect(byAccount(backwards.sheet(at), (account) => LAST - account)).toEqual(
          byAccount(forwards.sheet(at), (account) => account),
        ),
      )
    }),
    { seed: 11, numRuns: 500 },
  )
})
