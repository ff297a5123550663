import type { Configuration } from '../../../src/core/model/configuration.ts'
import { csv } from './workspace.ts'

/** Three months of accounts that come and go, with texts of every kind, and something missing in every column. */
export const configuration: Configuration = {
  format: 'hale-config',
  version: 1,
  account: {
    key: 'id',
    value: 'arr',
    owner: 'owner',
    segments: ['plan'],
    include: "type != 'Left'",
  },
  derived: [{ id: 'per_seat', expression: 'arr / seats' }],
  models: [
    {
      id: 'main',
      minCoverage: 0.5,
      groups: [
        {
          id: 'use',
          weight: 2,
          factors: [
            {
              id: 'logins',
              input: 'logins',
              weight: 1,
              scale: { type: 'linear', from: 0, to: 60 },
            },
          ],
        },
        {
          id: 'word',
          weight: 1,
          factors: [
            { id: 'nps', input: 'nps', weight: 1, scale: { type: 'linear', from: 0, to: 10 } },
          ],
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
    { id: 'quiet', kind: 'risk', when: 'logins < 10' },
    { id: 'fan', kind: 'advocate', when: 'nps >= 9' },
  ],
}

const PLANS = ['Pro', 'pro', "it's", '__proto__', 'Größe', '', 'Free', 'Team', 'A "b", c']
export const DAYS = ['2026-01-31', '2026-02-28', '2026-03-31']

/** A number that looks like chance and is the same every time. */
const odd = (seed: number, below: number): number => {
  const mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed << 7)
  return Math.abs(Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 4) % below
}

export function month(place: number): File {
  const lines = Array.from({ length: 90 }, (_, i) => {
    const at = (name: number, below: number) =>
      odd(i * 31 + place * 977 * Number(name > 4) + name * 131, below)
    const maybe = (text: string, name: number) => (at(name, 9) === 0 ? '' : text)
    const plan = PLANS[(at(1, PLANS.length) + (at(7, 20) === 0 ? 1 : 0)) % PLANS.length] as string
    return [
      `a${i}`,
      `"${plan.replaceAll('"', '""')}"`,
      ['Ann', 'Bo', 'Cy'][at(2, 3)],
      maybe(`${at(3, 900) * 10}`, 14),
      `${at(4, 9)}`,
      maybe(`${at(8, 60)}`, 9),
      maybe(`${at(10, 11)}`, 11),
      maybe(`2026-${String(1 + at(5, 12)).padStart(2, '0')}-${10 + at(6, 19)}`, 12),
      maybe(at(13, 2) === 0 ? 'yes' : 'no', 15),
      at(16, 12) === 0 ? 'Left' : 'Customer',
    ].join(',')
  }).filter((_, i) => odd(i + place * 53, 10) > 0)
  return csv(
    `${DAYS[place]}.csv`,
    'id,plan,owner,arr,seats,logins,nps,renewal,trial,type',
    ...lines,
  )
}
