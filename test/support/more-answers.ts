import { toDeliveryId } from '../../src/core/brand.ts'
import { success, type Result } from '../../src/core/problem.ts'
import type { DataDetail } from '../../workers/protocol/data.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { ConfigurationReading, ModelDetail } from '../../workers/protocol/model.ts'
import type { Trends } from '../../workers/protocol/trends.ts'
import type { RowProblem } from '../../src/core/problem.ts'
import { draftAnswer } from './draft-answers.ts'
import { dataProfile } from './data-profile.ts'
import { problemsUnder } from './problems-under.ts'
import { drift, segmentsTable } from './segments.ts'
import { configuration, NEWEST, opened, snapshotDays } from './portfolio.ts'

/** Answers of the fake engine for the model, data, segments, trends and an opened configuration. */
export function moreAnswers(): Partial<Engine> {
  const answer = <T>(value: T): Promise<Result<T>> => Promise.resolve(success(value))
  return {
    model: () => answer(modelDetail()),
    data: () => answer(dataDetail()),
    profile: () => answer(dataProfile()),
    segments: ({ by, across }) => answer(segmentsTable(by, across)),
    drift: ({ segments, across }) =>
      answer(drift(segments.length * (across?.segments.length ?? 1))),
    trends: () => answer(trends()),
    rowProblems: () => answer(new Blob(['line,column,value,reason\n'])),
    problemPage: (_, query) => answer(problemsUnder(query, deliveredProblems())),
    draft: draftAnswer as Engine['draft'],
    readConfiguration: () => answer(configurationReading()),
    applyConfiguration: (applied) => answer(opened({ configuration: applied })),
    configurationVersion: (version) =>
      answer(
        version === 4
          ? configuration
          : { ...configuration, bands: configuration.bands.slice(0, 2) },
      ),
    revertConfiguration: () => answer(opened()),
    exportConfiguration: () =>
      answer({ blob: new Blob(['{}']), fileName: 'saas-accounts.hale.json' }),
    backUp: () => answer({ blob: new Blob(['backup']), fileName: 'northwind.hale-backup' }),
    eraseEverything: () => answer(null),
  }
}

/** Sixty rows without a key, one merged, and a cell that cannot be read. */
const deliveredProblems = (): readonly RowProblem[] => [
  { code: 'unreadable-cell', line: 11, column: 'arr', type: 'number', text: 'TBC' },
  { code: 'merged', line: 30, key: 'A-10417', keptLine: 44 },
  ...Array.from({ length: 60 }, (_, row) => ({
    code: 'no-key' as const,
    line: 100 + row,
    column: 'account_id',
  })),
]

const modelDetail = (): ModelDetail => ({
  models: [{ accounts: 212 }],
  none: 3,
  leftOut: 2,
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
  findings: [
    { code: 'weight-0', place: 'models[0].groups[0].factors[0]' },
    { code: 'band-nearly-empty', place: 'bands[0]', band: 'red', accounts: 1, of: 206 },
  ],
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
      rows: { rows: 219, accepted: 158, merged: 1, rejected: 60 },
      countedRows: 219,
      problemCount: 62,
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
      countedRows: 212,
      problemCount: 0,
      storedBytes: 398_000,
    },
  ],
  events: [],
  leftOut: 3,
  storage: { usedBytes: 4_830_000, persisted: false },
  ...change,
})

export const trends = (months = snapshotDays.length): Trends => ({
  attributes: [{ id: 'segment', label: 'Segment', type: 'text' }],
  filters: [
    {
      attribute: { id: 'segment', label: 'Segment', type: 'text' },
      choices: [
        { label: 'Enterprise', accounts: 48 },
        { label: null, accounts: 3 },
      ],
    },
  ],
  by: 'segment',
  choices: [
    { label: 'Enterprise', accounts: 48 },
    { label: 'Mid-market', accounts: 71 },
  ],
  points: snapshotDays.slice(0, months).map((day, month) => ({
    day,
    accounts: 200 + month,
    average: 70.1 - month * 0.3,
    bands: [20 + month, 58 + (month % 3), 114 - month],
    values: [1_100_000 + month * 90_000, 3_900_000, 8_100_000 - month * 40_000, 220_000],
    notScored: 8,
    coverage: 0.94 - month * 0.002,
    segments: [],
    configurationVersion: month < 7 ? 3 : 4,
  })),
})

/** Usage weighs more. */
const heavier = {
  ...configuration,
  name: 'Product and relationship',
  models: configuration.models.map((model) => ({
    ...model,
    groups: model.groups.map((group, place) => (place === 0 ? { ...group, weight: 62 } : group)),
  })),
}

export const configurationReading = (
  change: Partial<ConfigurationReading> = {},
): ConfigurationReading => ({
  configuration: heavier,
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
  ...change,
})
