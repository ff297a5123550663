import { toAccountIndex, toDay, toWorkspaceId, type Day } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import type { AccountRow, Driver } from '../../workers/protocol/accounts.ts'
import type { Opened } from '../../workers/protocol/opened.ts'

/** A portfolio as plain data for the page's tests: invented companies, teams as owners, twelve months, always the same numbers. */
export const NEWEST = toDay(20_757) // 31 Oct 2026
const MONTHS = 12

export const configuration: Configuration = {
  format: 'hale-config',
  version: 1,
  name: 'SaaS accounts',
  account: {
    key: 'account_id',
    name: 'account_name',
    value: 'arr',
    renewal: 'renewal_date',
    owner: 'team',
    segments: ['segment'],
  },
  models: [
    {
      id: 'main',
      name: 'All accounts',
      minCoverage: 0.4,
      groups: [
        {
          id: 'usage',
          name: 'Usage',
          weight: 50,
          factors: [
            factor('seat_use', 'Seats in use', 60),
            factor('logins', 'Logins, 30 days', 40),
          ],
        },
        {
          id: 'satisfaction',
          name: 'Satisfaction',
          weight: 30,
          factors: [factor('csat', 'CSAT', 1), factor('nps', 'NPS', 1)],
        },
        {
          id: 'financial',
          name: 'Financial',
          weight: 20,
          factors: [factor('overdue', 'Overdue invoices', 60)],
        },
      ],
      exceptions: [
        {
          id: 'overdue',
          when: 'overdue >= 2',
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
}

function factor(id: string, name: string, weight: number) {
  return { id, name, input: id, weight, scale: { type: 'linear', from: 0, to: 100 } } as const
}

export const snapshotDays: readonly Day[] = Array.from({ length: MONTHS }, (_, month) =>
  toDay(NEWEST - Math.round((MONTHS - 1 - month) * 30.4)),
)

const workspace = { id: toWorkspaceId('w1'), name: 'Northwind', kind: 'own' } as const

export const opened = (changes: Partial<Opened> = {}): Opened => ({
  workspaces: [workspace],
  workspace,
  snapshots: snapshotDays.map((day) => ({ day, accounts: 215 })),
  configuration,
  configurationVersion: 4,
  newestVersion: 4,
  configurationHash: 'a3f1',
  configurationProblems: [],
  columns: [
    { id: 'account_id', label: 'Account ID', type: 'text' },
    { id: 'account_name', label: 'Account', type: 'text' },
    { id: 'arr', label: 'ARR', type: 'number' },
    { id: 'renewal_date', label: 'Renewal', type: 'date' },
    { id: 'team', label: 'Owner', type: 'text' },
    { id: 'segment', label: 'Segment', type: 'text' },
  ],
  undo: null,
  ...changes,
})

export const nothingOpened = (): Opened =>
  opened({
    workspaces: [],
    workspace: null,
    snapshots: [],
    configuration: null,
    configurationVersion: 0,
    newestVersion: 0,
    columns: [],
  })

const FIRST = [
  'Harrow',
  'Meridian',
  'Castellan',
  'Tessaly',
  'Northgate',
  'Kestrel',
  'Brightwater',
  'Alder',
  'Vantage',
  'Quillon',
  'Tidewell',
  'Ostrava',
  'Lumen',
  'Corvid',
  'Stratus',
  'Palisade',
  'Hollis',
  'Solent',
  'Juniper',
  'Marlowe',
]
const LAST = [
  'Freight',
  'Optics',
  'Health',
  'Utilities',
  'Aerospace',
  'Foods',
  '& Rowe',
  'Polymers',
  'Insurance',
  'Energy',
  'Tooling',
]
const TEAMS = ['North team', 'South team', 'Enterprise desk', 'Partner desk']

/** A number in [0, 1) that only depends on where it is asked for. */
const chance = (row: number, column: number): number => {
  const mixed = Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(column + 1, 0x85ebca6b)
  return ((Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 8) % 10_000) / 10_000
}

const oneDecimal = (value: number) => Math.round(value * 10) / 10

/** Every 23rd account is not scored. */
export function accountRow(index: number, changes: Partial<AccountRow> = {}): AccountRow {
  const isScored = index % 23 !== 16
  const level = 100 * Math.sqrt(chance(index, 1))
  const trend = (chance(index, 2) - 0.6) * 2
  const history = snapshotDays.map((_, month) => {
    const late = month > 8 ? (month - 8) * (chance(index, 3) - 0.7) * 12 : 0
    const score = level + trend * month + late + (chance(index, 10 + month) - 0.5) * 3
    return isScored ? oneDecimal(Math.max(2, Math.min(98, score))) : null
  })
  const score = history.at(-1) ?? null
  const before = history.at(-2) ?? null
  return {
    account: toAccountIndex(index),
    key: `A-${10_400 + index}`,
    name: `${FIRST[index % FIRST.length]} ${LAST[Math.floor(index / FIRST.length) % LAST.length]}`,
    score,
    band: score === null ? null : score < 40 ? 0 : score < 70 ? 1 : 2,
    change: score === null || before === null ? null : oneDecimal(score - before),
    coverage: isScored ? 0.94 : 0.35,
    history,
    driver: driverOf(index, isScored),
    value: Math.round(chance(index, 4) ** 2 * 330) * 1000 + 12_000,
    renewal: toDay(NEWEST + Math.round(chance(index, 5) * 330) - 8),
    owner: TEAMS[index % TEAMS.length] ?? null,
    model: 0,
    flags: [],
    cells: [],
    ...changes,
  }
}

function driverOf(index: number, isScored: boolean): Driver {
  if (!isScored) return { kind: 'no-data', coverage: 0.35 }
  const number = (value: number) => ({ type: 'number', value }) as const
  const before = 40 + Math.round(chance(index, 6) * 400)
  const kinds: readonly Driver[] = [
    {
      kind: 'factor-change',
      factor: 'logins',
      points: -6.1,
      before: number(before),
      now: number(Math.round(before * (0.4 + chance(index, 7) * 0.5))),
    },
    { kind: 'factor-change', factor: 'nps', points: -3, before: number(8), now: number(4) },
    { kind: 'factor-loss', factor: 'seat_use', points: 12.4, now: number(0.31) },
    {
      kind: 'exception',
      reason: 'Two or more overdue invoices',
      points: -13.9,
      effect: 'cap',
      amount: 39,
    },
  ]
  return kinds[index % kinds.length] as Driver
}

export const accountRows = (count: number): AccountRow[] =>
  Array.from({ length: count }, (_, index) => accountRow(index))
