import { toDeliveryId } from '../../src/core/brand.ts'
import { success, type Result } from '../../src/core/problem.ts'
import type {
  ConfigurationReading,
  DataDetail,
  Engine,
  ModelDetail,
  SegmentsTable,
  Trends,
} from '../../workers/protocol.ts'
import { configuration, NEWEST, opened, snapshotDays } from './portfolio.ts'

/** Answers of the fake engine for the model, data, segments, trends and an opened configuration. */
export function moreAnswers(): Partial<Engine> {
  const answer = <T>(value: T): Promise<Result<T>> => Promise.resolve(success(value))
  return {
    model: () => answer(modelDetail()),
    data: () => answer(dataDetail()),
    segments: (_day, _since, attribute) => answer(segmentsTable(attribute)),
    trends: () => answer(trends()),
    rowProblems: () => answer(new Blob(['line,column,value,reason\n'])),
    readConfiguration: () => answer(configurationReading()),
    applyConfiguration: (applied) => answer(opened({ configuration: applied })),
    exportConfiguration: () =>
      answer({ blob: new Blob(['{}']), fileName: 'saas-accounts.hale.json' }),
    backUp: () => answer({ blob: new Blob(['backup']), fileName: 'northwind.hale-backup' }),
    eraseEverything: () => answer(null),
  }
}

export const modelDetail = (): ModelDetail => ({
  models: [{ accounts: 212 }],
  none: 3,
  bands: [{ accounts: 31 }, { accounts: 62 }, { accounts: 113 }],
  factors: [
    [
      { present: 202, average: 61.2 },
      { present: 206, average: 58.4 },
      { present: 190, average: 72.9 },
      { present: 140, average: 64 },
      { present: 212, average: 80.3 },
    ],
  ],
  exceptions: [[9]],
  flags: [],
  versions: [
    { version: 3, hash: '9be2c1d4aa', name: 'SaaS accounts', note: '', at: '2026-01-12T09:30:00Z' },
    {
      version: 4,
      hash: 'a3f1907be0',
      name: 'SaaS accounts',
      note: 'saas.json',
      at: '2026-06-09T14:02:00Z',
    },
  ],
})

export const dataDetail = (change: Partial<DataDetail> = {}): DataDetail => ({
  deliveries: [
    {
      id: toDeliveryId(12),
      fileName: 'accounts_october.csv',
      bytes: 1_310_000,
      sha256: 'c0ffee',
      source: 'CRM accounts',
      day: NEWEST,
      importedAt: '2026-11-01T08:12:00Z',
      rows: { rows: 219, accepted: 215, merged: 1, rejected: 3 },
      problems: [
        { code: 'no-key', line: 17, column: 'account_id' },
        { code: 'merged', line: 30, key: 'A-10417', keptLine: 44 },
        { code: 'unreadable-cell', line: 51, column: 'arr', type: 'number', text: 'TBC' },
      ],
      problemCount: 9,
      storedBytes: 402_000,
    },
    {
      id: toDeliveryId(11),
      fileName: 'accounts_september.csv',
      bytes: 1_290_000,
      sha256: 'beef',
      source: 'CRM accounts',
      day: snapshotDays.at(-2) ?? NEWEST,
      importedAt: '2026-10-01T08:02:00Z',
      rows: { rows: 212, accepted: 212, merged: 0, rejected: 0 },
      problems: [],
      problemCount: 0,
      storedBytes: 398_000,
    },
  ],
  quality: [
    column('arr', 'ARR', 'number', 203, 12),
    column('renewal_date', 'Renewal', 'date', 215, 0),
    column('team', 'Owner', 'text', 210, 0),
    column('nps', 'NPS', 'number', 140, 2),
  ],
  leftOut: 3,
  storage: { usedBytes: 4_830_000, persisted: false },
  ...change,
})

function column(
  id: string,
  label: string,
  type: 'number' | 'text' | 'date',
  present: number,
  unreadable: number,
) {
  return { id, label, type, source: 'CRM accounts', asOf: NEWEST, present, unreadable }
}

export const segmentsTable = (attribute = 'segment'): SegmentsTable => ({
  attributes: [
    { id: 'segment', label: 'Segment', type: 'text' },
    { id: 'team', label: 'Owner', type: 'text' },
  ],
  attribute,
  lines: [
    segment('Enterprise', 48, 7_200_000, 1_310_000, 63.1, 66.4, [11, 14, 22], 1),
    segment('Mid-market', 71, 4_100_000, 560_000, 69.8, 69.1, [9, 21, 38], 3),
    segment('Small business', 92, 2_500_000, 240_000, 66.9, 67, [10, 26, 52], 4),
    segment(null, 4, 40_000, 30_000, 31.2, null, [1, 1, 1], 1),
  ],
  more: 2,
})

function segment(
  label: string | null,
  count: number,
  value: number,
  valueAtRisk: number,
  now: number,
  before: number | null,
  bands: readonly number[],
  notScored: number,
) {
  return { label, count, value, valueAtRisk, averageScore: { now, before }, bands, notScored }
}

export const trends = (months = snapshotDays.length): Trends => ({
  points: snapshotDays.slice(0, months).map((day, month) => ({
    day,
    accounts: 200 + month,
    average: 70.1 - month * 0.3,
    bands: [20 + month, 58 + (month % 3), 114 - month],
    notScored: 8,
    configurationVersion: month < 7 ? 3 : 4,
  })),
})

export const configurationReading = (
  change: Partial<ConfigurationReading> = {},
): ConfigurationReading => ({
  configuration: { ...configuration, name: 'Product and relationship' },
  hash: 'other',
  problems: [
    {
      code: 'unknown-key',
      place: 'models[0].groups[1].factors[0].wieght',
      severity: 'warning',
      key: 'wieght',
      suggestion: 'weight',
    },
  ],
  effect: {
    bandsBefore: [
      { name: 'At risk', accounts: 31 },
      { name: 'Watch', accounts: 62 },
      { name: 'Healthy', accounts: 113 },
    ],
    bandsAfter: [
      { name: 'At risk', accounts: 27 },
      { name: 'Watch', accounts: 80 },
      { name: 'Healthy', accounts: 99 },
    ],
    notScoredBefore: 9,
    notScoredAfter: 9,
  },
  ...change,
})
