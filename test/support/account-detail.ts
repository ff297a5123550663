import { toDay } from '../../src/core/brand.ts'
import type { AccountDetail, FactorLine, GroupLine } from '../../workers/protocol/account.ts'
import type { AccountRow } from '../../workers/protocol/accounts.ts'
import type { Cell } from '../../workers/protocol/figures.ts'
import { NEWEST, snapshotDays } from './portfolio.ts'

const number = (value: number): Cell => ({ type: 'number', value })
const missing: Cell = { type: 'missing' }
const twoOverdue = { reason: 'Two overdue invoices', effect: 'cap', amount: 39 } as const

const line = (id: string, name: string, changes: Partial<FactorLine>): FactorLine => ({
  id,
  name,
  input: missing,
  inputFormula: id,
  origin: 'data',
  carriedFrom: null,
  score: null,
  share: 0,
  points: null,
  pointsLost: null,
  ...changes,
})

const group = (
  id: string,
  name: string,
  numbers: Pick<GroupLine, 'score' | 'share' | 'points' | 'pointsLost'>,
  factors: readonly FactorLine[],
): GroupLine => ({ id, name, rollup: 'mean', ...numbers, factors })

/** 25.6 + 22.5 + 4.8 = 52.9, capped by 13.9 at 39.0; NPS has no answer. */
const groups: readonly GroupLine[] = [
  group('usage', 'Usage', { score: 51.2, share: 0.5, points: 25.6, pointsLost: 24.4 }, [
    line('seat_use', 'Seats in use', {
      input: number(0.52),
      score: 60,
      share: 0.3,
      points: 18,
      pointsLost: 12,
    }),
    line('logins', 'Logins, 30 days', {
      input: number(212),
      score: 38,
      share: 0.2,
      points: 7.6,
      pointsLost: 12.4,
    }),
  ]),
  group('satisfaction', 'Satisfaction', { score: 75, share: 0.3, points: 22.5, pointsLost: 7.5 }, [
    line('csat', 'CSAT', { input: number(4.2), score: 80, share: 0.15, points: 12, pointsLost: 3 }),
    line('tickets', 'Open tickets', {
      input: number(3),
      origin: 'carried',
      carriedFrom: snapshotDays[8]!,
      score: 70,
      share: 0.15,
      points: 10.5,
      pointsLost: 4.5,
    }),
    line('nps', 'NPS', { origin: 'missing' }),
  ]),
  group('financial', 'Financial', { score: 24, share: 0.2, points: 4.8, pointsLost: 15.2 }, [
    line('overdue', 'Overdue invoices', {
      input: number(2),
      score: 0,
      share: 0.12,
      points: 0,
      pointsLost: 12,
    }),
    line('days_to_pay', 'Days to pay', {
      origin: 'filled',
      score: 60,
      share: 0.08,
      points: 4.8,
      pointsLost: 3.2,
    }),
  ]),
]

/** The account that the page of an account is tried with: capped at 39. */
export function accountDetail(
  row: AccountRow,
  changes: Partial<AccountDetail> = {},
): AccountDetail {
  return {
    row: { ...row, score: 39, band: 0, change: -18.4 },
    modelName: 'All accounts',
    included: true,
    minCoverage: 0.4,
    raw: 52.9,
    rawPrinted: 52.9,
    groups,
    exceptions: [
      {
        id: 'overdue',
        reason: 'Two or more overdue invoices',
        effect: 'cap',
        amount: 39,
        points: -13.9,
      },
    ],
    flags: [{ id: 'quiet', name: 'Gone quiet', kind: 'risk' }],
    history: snapshotDays.map((day, month) => {
      const score = [71.2, 69.7, 74.1, 76.8, 77.4, 75.9, 76.2, 73, 70.6, 68.2, 57.4, 39][month] ?? 0
      return { day, score, band: score < 40 ? 0 : score < 70 ? 1 : 2, version: month < 7 ? 3 : 4 }
    }),
    course: { slope: -6.25, volatility: 3.4, from: snapshotDays[6]!, scores: 6 },
    outlook: {
      next: {
        kind: 'open',
        band: 1,
        points: 4.2,
        paths: [
          {
            factor: 'logins',
            name: 'Logins, 30 days',
            input: 'logins',
            now: { type: 'number', value: 40 },
            score: 40,
            needed: 61,
            to: 61,
            beyond: null,
            isEstimate: false,
            isWhole: true,
            above: null,
          },
        ],
      },
      range: null,
      standings: [
        {
          by: { subject: 'segment', type: 'text', cut: null, isWhole: false },
          segment: { kind: 'value', value: 'Enterprise' },
          place: 12,
          of: 39,
          average: 61.4,
        },
      ],
    },
    change: {
      since: toDay(20_000),
      before: 52.4,
      after: 39,
      versions: { before: 4, after: 4 },
      rows: [
        {
          kind: 'factor',
          points: 3.1,
          name: 'Logins',
          before: { type: 'number', value: 180 },
          after: { type: 'number', value: 212 },
          scores: {
            before: { score: 32, origin: 'data' },
            after: { score: 38, origin: 'data' },
          },
          split: null,
        },
        {
          kind: 'missing',
          points: -1.4,
          gone: ['NPS'],
          arrived: [],
          gonePoints: -1.4,
          arrivedPoints: 0,
        },
        { kind: 'exceptions', points: -15.1, before: [], after: [twoOverdue] },
      ],
      unsplit: null,
    },
    inputs: [
      input(['seat_use', 'Seats in use'], number(0.52), number(0.66), 'Calculated'),
      input(['logins', 'Logins, 30 days'], number(212), number(365), 'Feature usage'),
      input(['csat', 'CSAT'], number(4.2), number(4.6), 'Support tickets'),
      input(['nps', 'NPS'], missing, number(8), 'Survey'),
      input(['overdue', 'Overdue invoices'], number(2), number(0), 'Billing'),
    ],
    ...changes,
  }
}

/** An account with too little data: its groups are shown, but there is no score. */
export function notScoredDetail(row: AccountRow): AccountDetail {
  const unscored = groups.map((one) => ({
    ...one,
    points: null,
    pointsLost: null,
    factors: one.factors.map((factor) => ({ ...factor, points: null, pointsLost: null })),
  }))
  return accountDetail(row, {
    row: { ...row, score: null, band: null, change: null, coverage: 0.35 },
    raw: null,
    rawPrinted: null,
    groups: unscored,
    exceptions: [],
    history: snapshotDays.map((day) => ({ day, score: null, band: null, version: 4 })),
    course: null,
  })
}

const input = (
  [id, label]: readonly [string, string],
  now: Cell,
  before: Cell,
  source: string,
) => ({
  id,
  label,
  now,
  before,
  source,
  asOf: NEWEST,
})
