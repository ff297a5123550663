import { toDeliveryId } from '../../src/core/brand.ts'
import type { ColumnHealth, DataProfile, FactorTrust } from '../../workers/protocol/profile.ts'
import { NEWEST, snapshotDays } from './portfolio.ts'

/** What the fake engine knows of the columns and factors. */
export const dataProfile = (change: Partial<DataProfile> = {}): DataProfile => ({
  day: NEWEST,
  since: snapshotDays.at(-2) ?? null,
  columns: [
    column({
      id: 'arr',
      label: 'ARR',
      type: 'number',
      present: 200,
      distinct: 180,
      median: 12_300,
      unreadable: 12,
      examples: [{ line: 51, text: 'TBC' }],
      picture: { kind: 'histogram', from: 0, step: 50_000, counts: [150, 49, 1] },
      findings: [
        { code: 'unreadable', count: 12 },
        { code: 'outliers', count: 1, low: -20, high: 100_000 },
      ],
    }),
    column({
      id: 'segment',
      label: 'Segment',
      picture: { kind: 'values', values: [{ value: 'SMB', count: 120 }], more: 2 },
      findings: [{ code: 'shift-share', label: 'SMB', from: 0.3, to: 0.57 }],
    }),
    column({ id: 'plan', label: 'Plan' }),
  ],
  factors: [
    trust({ id: 'logins', name: 'Logins' }),
    trust({ id: 'nps', name: 'NPS', trust: 'poor', measured: 80, unreadable: 0.02, age: 90 }),
  ],
  ...change,
})

const column = (change: Partial<ColumnHealth>): ColumnHealth => ({
  id: 'x',
  label: 'X',
  type: 'text',
  source: 'CRM accounts',
  asOf: NEWEST,
  delivery: toDeliveryId(12),
  index: 2,
  rows: 212,
  present: 212,
  distinct: 3,
  median: null,
  unreadable: 0,
  examples: [],
  picture: { kind: 'none' },
  findings: [],
  ...change,
})

const trust = (change: Partial<FactorTrust>): FactorTrust => ({
  id: 'x',
  name: 'X',
  input: change.id ?? 'x',
  model: { id: 'main', name: 'All accounts' },
  trust: 'good',
  accounts: 212,
  measured: 212,
  carried: 0,
  unreadable: 0,
  age: 0,
  shift: null,
  ...change,
})
