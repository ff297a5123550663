import { toAccountIndex } from '../../src/core/brand.ts'
import { riskBands } from '../../src/core/model/bands.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { NO_BAND, NO_MODEL } from '../../src/core/score/sheet.ts'
import { agreementOf } from '../../src/core/view/agreement.ts'
import { disagreeingRows } from '../../src/core/view/disagreement.ts'
import { distributionOf, DISTRIBUTION_STEP } from '../../src/core/view/distribution.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import type {
  ComparedJudgement,
  ComparedRow,
  ComparedSide,
  CompareQuestion,
  Comparison,
  RankAgreement,
} from '../protocol/compare.ts'
import { PAGE_ROWS } from '../protocol/figures.ts'
import { maybeNumber } from './cells.ts'
import type { DayView } from './day-view.ts'
import { sideOf, type Side } from './draft/judge.ts'
import { Drivers } from './drivers.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** Several configurations on the accounts of one day. The view gives names and keys; no score of its own is read. */
export async function sideBySide(
  open: OpenWorkspace,
  view: DayView,
  { configurations, from, count }: CompareQuestion,
): Promise<Comparison> {
  const sides: Side[] = []
  for (const configuration of configurations)
    sides.push(await sideOf(open, view.at, configuration, open.drafts.scores(configuration)))
  const differing = disagreeingRows(
    sides.map(({ sheet, bands }) => ({ sheet, bandNames: bands.map(labelOf) })),
    view.keyRanks,
  )
  const shown = differing.subarray(from, from + Math.min(count, PAGE_ROWS))
  const writers = sides.map((side) => judgementWriter(side, view.at))
  return {
    accounts: view.sheet.accounts.length,
    sides: sides.map(comparedSide),
    agreements: agreementsOf(sides),
    differing: differing.length,
    rows: Array.from(shown, (row): ComparedRow => ({
      account: toAccountIndex(view.sheet.accounts[row] as number),
      key: view.keyAt(row),
      name: view.nameAt(row),
      value: maybeNumber(view.values?.[row]),
      sides: writers.map((write) => write(row)),
    })),
  }
}

function comparedSide({ configuration, bands, sheet, values }: Side): ComparedSide {
  const risk = configuration ? riskBands(configuration) : []
  const { counts, leftOut, average, valueAtRisk } = figuresOf(sheet, risk, values)
  const distribution = { step: DISTRIBUTION_STEP, counts: distributionOf(sheet, bands.length) }
  return { counts, leftOut, average, valueAtRisk, distribution }
}

function agreementsOf(sides: readonly Side[]): RankAgreement[] {
  return sides.flatMap((first, a) =>
    sides.slice(a + 1).map((second, i) => ({
      a,
      b: a + 1 + i,
      ...agreementOf(first.sheet.shown, second.sheet.shown),
    })),
  )
}

/** Why, beside what: the driver looks at this day alone, as a change since another is no reason to judge differently. */
function judgementWriter({ sheet, scorer }: Side, at: number) {
  const drivers = scorer && new Drivers({ at, scorer, sheet, before: null })
  return (row: number): ComparedJudgement => {
    const band = sheet.bands[row] as number
    const model = sheet.models[row] as number
    return {
      score: maybeNumber(sheet.shown[row]),
      band: band === NO_BAND ? null : band,
      included: sheet.included[row] === 1,
      driver: drivers?.at(row) ?? null,
      model: model === NO_MODEL ? null : model,
    }
  }
}
