import { toAccountIndex } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { checkConfiguration } from '../../src/core/model/read/restore.ts'
import { success } from '../../src/core/problem.ts'
import type {
  DraftParts,
  Effect,
  EffectQuestion,
  FactorEvidence,
  FactorPicture,
  JudgedPortfolio,
  MovesPage,
  MovesQuestion,
  TextsQuestion,
} from '../../workers/protocol/draft.ts'
import { configuration, NEWEST } from './portfolio.ts'

/** What a draft does, as if the weight of Usage alone decided: each point of it moves one account from Watch to Healthy. */
function effectOf({ after, watched }: Pick<EffectQuestion, 'after' | 'watched'>): Effect {
  const moved = Math.max(0, Math.round(usageOf(after) - usageOf(configuration)))
  return {
    day: NEWEST,
    before: portfolio([31, 62, 113, 9], 66.8),
    after: portfolio([31, 62 - moved, 113 + moved, 9], 66.8 + moved / 10),
    moves: [
      [31, 0, 0, 0, 0],
      [0, 62 - moved, moved, 0, 0],
      [0, 0, 113, 0, 0],
      [0, 0, 0, 9, 0],
      [0, 0, 0, 0, 2],
    ],
    moved: { accounts: moved, up: moved, down: 0 },
    changed: moved,
    rows: NAMES.slice(0, moved).map((name, i) => ({
      account: toAccountIndex(i),
      name,
      value: 128_000 - i * 1_000,
      before: { score: 69.5, band: 1 },
      after: { score: 70.4, band: 2 },
    })),
    watched: watchedOf(watched, moved),
    focus: { full: { now: 62, before: 21 }, zero: { now: 9, before: 9 } },
    segments: {
      by: { subject: 'segment', type: 'text', isWhole: false, cut: null },
      lines: [
        {
          segment: { kind: 'value', value: 'Enterprise' },
          count: 48,
          average: { now: 63.1 + moved / 10, before: 63.1 },
        },
      ],
    },
  }
}

const NAMES = ['Alder & Rowe', 'Vantage Polymers', 'Corvid Analytics', 'Lumen Dental']

const usageOf = ({ models }: Configuration): number => models[0]?.groups[0]?.weight ?? 0

const portfolio = (counts: readonly number[], average: number): JudgedPortfolio => ({
  accounts: 215,
  average,
  valueAtRisk: 2_140_000,
  counts,
  values: [2_140_000, 3_000_000, 6_000_000, 90_000],
})

const watchedOf = (watched: EffectQuestion['watched'], moved: number): Effect['watched'] =>
  watched === null
    ? null
    : {
        account: watched,
        name: 'Holloway Freight',
        before: { score: 52.9, band: 1 },
        after: { score: 52.9 + moved / 10, band: 1 },
        rows: [
          {
            kind: 'factor',
            id: 'seat_use',
            label: 'Seats in use',
            before: 18,
            after: 18 + moved / 10,
          },
          { kind: 'raw', id: '', label: '', before: 52.9, after: 52.9 + moved / 10 },
        ],
      }

export const factorPicture = (change: Partial<FactorPicture> = {}): FactorPicture => ({
  type: 'number',
  origins: { data: 202, missing: 10, filled: 0, carried: 0 },
  histogram: {
    from: 0,
    step: 10,
    counts: [3, 8, 12, 18, 40, 60, 31, 20, 7, 3],
    below: 0,
    above: 0,
  },
  quantiles: Array.from({ length: 101 }, (_, percent) => percent),
  words: [],
  ranks: [],
  watched: { name: 'Holloway Freight', input: { type: 'number', value: 52 } },
  ...change,
})

const factorEvidence = (change: Partial<FactorEvidence> = {}): FactorEvidence => ({
  accounts: 212,
  present: 202,
  stale: [{ label: 'Seats', asOf: NEWEST }],
  outcome: { column: 'churned', since: NEWEST, days: 90, yes: 23, no: 189, higher: 0.784 },
  ...change,
})

export const draftParts = (): DraftParts => ({
  models: [{ accounts: 212 }],
  none: 3,
  leftOut: 2,
  bands: [{ accounts: 31 }, { accounts: 62 }, { accounts: 113 }],
  factors: [[]],
  exceptions: [[9]],
  flags: [],
  examples: [],
  findings: [{ code: 'weight-0', place: 'models[0].groups[0].factors[0]' }],
})

const textsOf = ({ column }: TextsQuestion): readonly string[] =>
  column === 'segment' ? ['Mid-market', 'Enterprise', 'Small business'] : []

/** So many as the effect says that they move, by number. */
function movesPage({ after, from, count }: MovesQuestion): MovesPage {
  const total = effectOf({ after, watched: null }).moved.accounts
  const rows = Array.from({ length: Math.min(count, total - from) }, (_, i) => ({
    account: toAccountIndex(from + i),
    name: `Account ${from + i + 1}`,
    value: 1_000,
    before: { score: 69.5, band: 1 },
    after: { score: 70.4, band: 2 },
  }))
  return { total, rows }
}

/** Checks as the engine does, and answers at once. */
export function draftAnswer(topic: string, asked: unknown) {
  const answer = (value: unknown) => Promise.resolve(success(value))
  switch (topic) {
    case 'effect': {
      const question = asked as EffectQuestion
      const checked = checkConfiguration(question.after)
      return checked.ok
        ? answer({ loads: true, warnings: checked.value.warnings, effect: effectOf(question) })
        : answer({ loads: false, problems: checked.problems })
    }
    case 'parts':
      return answer(draftParts())
    case 'factor':
      return answer(factorPicture())
    case 'evidence':
      return answer(factorEvidence())
    case 'texts':
      return answer(textsOf(asked as TextsQuestion))
    case 'moves':
      return answer(movesPage(asked as MovesQuestion))
    default:
      return answer({ points: [] })
  }
}
