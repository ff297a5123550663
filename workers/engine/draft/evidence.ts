import { parseFormula } from '../../../src/core/formula/parse.ts'
import type { Factor } from '../../../src/core/model/configuration.ts'
import { columnsReadBy } from '../../../src/core/score/needs.ts'
import { originAt, type FactorScores, type ScoreSheet } from '../../../src/core/score/sheet.ts'
import type { FactorEvidence, FactorQuestion } from '../../protocol/draft.ts'
import type { DayView } from '../day-view.ts'
import type { OpenWorkspace } from '../open-workspace.ts'
import { staleDaysOf } from '../profile.ts'
import { factorOutcome } from './factor-outcome.ts'

type Asked = Omit<FactorQuestion, 'watched'>

/** Who has the input of a factor, how old it is, and how its scores of earlier days stand to what became of the accounts. */
export async function factorEvidence(
  open: OpenWorkspace,
  view: DayView,
  asked: Asked,
): Promise<FactorEvidence> {
  const scores = open.drafts.scores(asked.configuration)
  const factor = factorAt(asked)
  const sheet = await scores.scored(view.at)
  const scored = scoresOf(sheet, asked)
  const present = scored ? countPresent(scored) : 0
  const m = asked.configuration.models.findIndex(({ id }) => id === asked.at.model)
  return {
    accounts: sheet.models.reduce((sum, model) => sum + Number(model === m), 0),
    present,
    stale: factor ? staleColumns(open, view, asked, factor) : [],
    outcome: factor ? await outcomeOf(open, view, asked) : null,
  }
}

const factorAt = ({ configuration, at }: Asked): Factor | undefined =>
  configuration.models
    .find(({ id }) => id === at.model)
    ?.groups.flatMap(({ factors }) => factors)
    .find(({ id }) => id === at.factor)

function scoresOf({ factors }: ScoreSheet, { configuration, at }: Asked): FactorScores | undefined {
  const m = configuration.models.findIndex(({ id }) => id === at.model)
  return factors.find((one) => one.model === m && one.id === at.factor)
}

/** What was filled is no data. */
function countPresent(scored: FactorScores): number {
  let count = 0
  for (let row = 0; row < scored.scores.length; row++) {
    const origin = originAt(scored, row)
    if (origin === 'data' || origin === 'carried') count++
  }
  return count
}

function staleColumns(
  open: OpenWorkspace,
  view: DayView,
  { configuration }: Asked,
  factor: Factor,
): FactorEvidence['stale'] {
  const parsed = parseFormula(factor.input)
  if (!parsed.ok) return []
  const read = columnsReadBy(parsed.value, configuration, open.portfolio.history, view.at)
  const ids = read.get(view.at)
  const columns = open.portfolio.manifests[view.at]?.columns ?? []
  return columns
    .filter((one) => ids?.has(one.id) && view.day - one.asOf > staleDaysOf(configuration))
    .map(({ label, asOf: day }) => ({ label, asOf: day }))
}

function outcomeOf(open: OpenWorkspace, view: DayView, asked: Asked) {
  const column = asked.configuration.account.outcome
  if (column === undefined) return null
  const scores = open.drafts.scores(asked.configuration)
  const scoresAt = async (at: number) => {
    const sheet = await scores.scored(at)
    const found = scoresOf(sheet, asked)?.scores
    return {
      accounts: sheet.accounts,
      scores: found ?? new Float64Array(sheet.accounts.length).fill(NaN),
    }
  }
  return factorOutcome({ open, at: view.at, column, scores, scoresAt })
}
