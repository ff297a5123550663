import { toDay, toDeliveryId, toWorkspaceId } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { ColumnPlan, ReadingPlan } from '../../src/core/source/plan.ts'
import type {
  ColumnReview,
  Inspection,
  Published,
  Review,
  RoleChoices,
} from '../../workers/protocol.ts'

/** 31 March 2026 */
export const MARCH = toDay(20_543)
export const FEBRUARY = toDay(20_512)

const HEADERS = [
  'account_id',
  'account_name',
  'arr',
  'renewal_date',
  'owner',
  'type',
  'logins_30d',
  'fax',
]

export const aColumnPlan = (
  index: number,
  header: string,
  change: Partial<ColumnPlan> = {},
): ColumnPlan => ({
  index,
  header,
  id: header,
  ignore: false,
  type: null,
  format: {},
  missing: null,
  ...change,
})

export const aPlan = (change: Partial<ReadingPlan> = {}): ReadingPlan => ({
  source: 'accounts',
  sourceName: 'Accounts',
  day: MARCH,
  dialect: { encoding: 'windows-1252', delimiter: ',', quote: '"', headerLine: 1, skippedLines: 0 },
  key: { by: 'column', index: 0, rule: 'exact' },
  columns: HEADERS.map((header, index) => aColumnPlan(index, header, { ignore: header === 'fax' })),
  ...change,
})

export const someRoles = (change: Partial<RoleChoices> = {}): RoleChoices => ({
  name: 'account_name',
  value: 'arr',
  renewal: 'renewal_date',
  owner: 'owner',
  outcome: null,
  segments: ['type'],
  include: "type == 'Customer'",
  ...change,
})

export const SAMPLE: readonly (readonly string[])[] = [
  ['004417', 'Aldergrove Logistics', '48200', '03/04/2026', 'Kim', 'Customer', '112', ''],
  ['004418', 'Brontë Foods', '12900', '07/11/2026', 'Dara', 'Customer', '340', ''],
  ['004431', 'Castell & Moor', 'TBC', '01/09/2026', 'Kim', 'Customer', '298', ''],
  ['004502', '=SUM(A1)', '31400', '12/06/2026', 'Ravi', 'Prospect', '207', ''],
  ['004519', '<b>Eastwick</b>', '96000', '05/05/2027', 'Mia', 'Customer', '', ''],
]

export const anInspection = (change: Partial<Inspection> = {}): Inspection => {
  const plan = change.plan ?? aPlan()
  return {
    fileName: 'accounts_march.csv',
    bytes: 1_300_000,
    plan,
    roles: someRoles(),
    guesses: {
      dialect: {
        encoding: false,
        delimiter: true,
        quote: true,
        headerLine: true,
        skippedLines: true,
      },
      day: 'file-name',
      key: 'unique',
    },
    knownSource: null,
    dialects: [plan.dialect],
    sample: SAMPLE,
    rowsEstimate: 4_800,
    ...change,
  }
}

const shapes: Readonly<Record<string, Partial<ColumnReview>>> = {
  account_id: { type: 'text', distinct: 4_793, shape: { kind: 'unique', examples: ['004417'] } },
  account_name: {
    type: 'text',
    distinct: 4_788,
    shape: { kind: 'unique', examples: ['Brontë Foods'] },
  },
  arr: {
    type: 'number',
    unreadable: 12,
    unreadableExamples: [
      { line: 4, text: 'TBC' },
      { line: 90, text: '48k' },
    ],
    shape: {
      kind: 'histogram',
      from: 0,
      to: 184_200,
      counts: [150, 320, 440, 460, 380, 300, 220, 170, 125, 95, 65, 45, 35, 25, 15, 13],
    },
  },
  renewal_date: {
    type: 'date',
    certain: false,
    shape: {
      kind: 'histogram',
      from: 20_454,
      to: 20_819,
      counts: [200, 220, 190, 260, 245, 305, 330, 290, 235, 210, 195, 255],
    },
  },
  owner: {
    type: 'text',
    distinct: 14,
    present: 4_774,
    shape: {
      kind: 'top',
      values: [
        { label: 'Kim', count: 612 },
        { label: 'Dara', count: 588 },
        { label: 'Ravi', count: 571 },
      ],
    },
  },
  type: {
    type: 'text',
    distinct: 3,
    shape: {
      kind: 'top',
      values: [
        { label: 'Customer', count: 4_641 },
        { label: 'Prospect', count: 109 },
        { label: 'Partner', count: 43 },
      ],
    },
  },
  logins_30d: {
    type: 'number',
    present: 4_751,
    shape: {
      kind: 'histogram',
      from: 0,
      to: 2_914,
      counts: [900, 660, 540, 440, 365, 310, 245, 206, 160, 131, 103, 83, 56, 47, 28, 26],
    },
  },
  fax: { type: null, present: 0, distinct: 0, shape: { kind: 'empty' } },
}

export const someColumns = (plan: ReadingPlan): readonly ColumnReview[] =>
  plan.columns.map(({ index, header, id, ignore }) => ({
    index,
    header,
    id,
    ignore,
    type: 'text',
    certain: true,
    present: 4_812,
    distinct: 4_812,
    unreadable: 0,
    unreadableExamples: [],
    shape: { kind: 'empty' },
    ...shapes[header],
  }))

export const aConfiguration = (): Configuration => ({
  format: 'hale-config',
  version: 1,
  name: 'Accounts',
  account: {
    key: 'account_id',
    name: 'account_name',
    value: 'arr',
    renewal: 'renewal_date',
    owner: 'owner',
    segments: ['type'],
  },
  models: [
    {
      id: 'main',
      name: 'All accounts',
      minCoverage: 0.3,
      groups: [
        {
          id: 'usage',
          name: 'Usage',
          weight: 60,
          factors: [
            {
              id: 'logins_30d',
              name: 'Logins',
              input: 'logins_30d',
              weight: 60,
              scale: { type: 'percentile', better: 'higher', top: 0.05 },
            },
            {
              id: 'seats',
              name: 'Seats in use',
              input: 'active_users / seats',
              weight: 40,
              scale: { type: 'linear', from: 0.1, to: 0.8 },
              missing: { carry: 60 },
            },
          ],
        },
        {
          id: 'support',
          name: 'Support',
          weight: 40,
          rollup: 'lowest',
          factors: [
            {
              id: 'tickets',
              name: 'Open tickets',
              input: 'open_tickets',
              weight: 1,
              scale: { type: 'steps', at: [1, 4, 8], scores: [100, 70, 40, 0] },
              missing: { score: 50 },
            },
            {
              id: 'response',
              name: 'Days to answer',
              input: 'response_days',
              weight: 1,
              scale: { type: 'decay', halfLife: 3 },
            },
          ],
        },
      ],
      exceptions: [
        {
          id: 'overdue',
          when: 'overdue_invoices >= 2',
          then: { cap: 39 },
          reason: 'Two or more overdue invoices',
        },
      ],
    },
  ],
  bands: [
    { id: 'red', name: 'At risk', from: 0, risk: true },
    { id: 'yellow', name: 'Watch', from: 40 },
    { id: 'green', name: 'Healthy', from: 70 },
  ],
  flags: [
    {
      id: 'quiet',
      name: 'Gone quiet',
      kind: 'risk',
      when: 'pct_change(logins_30d, 30) < -0.3',
      play: { name: 'Re-engage' },
    },
  ],
  derived: [{ id: 'seat_use', name: 'Seats in use', expression: 'active_users / seats' }],
})

export const aReview = (change: Partial<Review> = {}): Review => {
  const plan = change.plan ?? aPlan()
  return {
    plan,
    roles: someRoles(),
    sha256: 'c0ffee',
    rows: { rows: 4_812, accepted: 4_793, merged: 12, rejected: 7 },
    columns: someColumns(plan),
    sample: SAMPLE.map((cells, row) => ({ line: row + 2, cells })),
    comparison: {
      against: FEBRUARY,
      added: 86,
      updated: 3_941,
      unchanged: 766,
      gone: 41,
      corrects: false,
      examples: {
        added: ['004417', '004418'],
        updated: ['004431'],
        unchanged: ['004502'],
        gone: ['000001'],
      },
    },
    problems: [
      { code: 'no-key', line: 17, column: 'account_id' },
      { code: 'merged', line: 30, key: '004417', keptLine: 2 },
      { code: 'unreadable-cell', line: 4, column: 'arr', type: 'number', text: 'TBC' },
    ],
    problemCount: 31,
    questions: [],
    configuration: {
      origin: 'proposed',
      value: aConfiguration(),
      reasons: [
        { column: 'logins_30d', factor: 'logins_30d', reason: 'Its name speaks of use.' },
        { column: 'arr', factor: null, reason: 'It says what an account is worth.' },
      ],
    },
    outcome: { bands: [512, 1_286, 2_738], notScored: 105, leftOut: 152 },
    ...change,
  }
}

export const aPublished = (change: Partial<Published> = {}): Published => ({
  workspace: toWorkspaceId('w1'),
  day: MARCH,
  delivery: toDeliveryId(1),
  rows: { rows: 4_812, accepted: 4_793, merged: 12, rejected: 7 },
  ...change,
})
