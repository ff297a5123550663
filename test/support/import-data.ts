import { toDay, toDeliveryId, toWorkspaceId } from '../../src/core/brand.ts'
import type { RowProblem } from '../../src/core/problem.ts'
import type { ColumnPlan, ReadingPlan } from '../../src/core/source/plan.ts'
import type { Published } from '../../workers/protocol/importer.ts'
import type { Inspection, Review, RoleChoices } from '../../workers/protocol/review.ts'

import { aConfiguration } from './a-configuration.ts'
import { someColumns } from './import-columns.ts'

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
    otherwise: { key: plan.key },
    knownSource: null,
    dialects: [plan.dialect],
    telling: [],
    sample: SAMPLE,
    rowsEstimate: 4_800,
    ...change,
  }
}

export const SOME_PROBLEMS: readonly RowProblem[] = [
  { code: 'no-key', line: 17, column: 'account_id' },
  { code: 'merged', line: 30, key: '004417', keptLine: 2 },
  { code: 'unreadable-cell', line: 4, column: 'arr', type: 'number', text: 'TBC' },
]

export const aReview = (change: Partial<Review> = {}): Review => {
  const plan = change.plan ?? aPlan()
  return {
    plan,
    roles: someRoles(),
    rows: { rows: 4_812, accepted: 4_793, merged: 12, rejected: 7 },
    countedRows: 4_812,
    noted: [],
    columns: someColumns(plan),
    sample: SAMPLE.map((cells, row) => ({ line: row + 2, cells })),
    comparison: {
      against: FEBRUARY,
      known: 4_707,
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
    problemCount: 31,
    questions: [],
    configuration: {
      origin: 'proposed',
      value: aConfiguration(),
      reasons: [
        { column: 'logins_30d', factor: 'logins_30d', reason: 'Its name speaks of use.' },
        {
          column: 'arr',
          factor: null,
          reason: 'It says what an account is worth.',
          mayCount: true,
        },
        { column: 'owner', factor: null, reason: 'It is who looks after the account.' },
      ],
    },
    advice: null,
    events: null,
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
