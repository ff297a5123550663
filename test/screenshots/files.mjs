import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from 'node:process'
import { fileURLToPath } from 'node:url'

/** @typedef {string | { name: string, mimeType: string, buffer: Buffer }} ChosenFile */

const root = fileURLToPath(new URL('../..', import.meta.url))
const shared = resolve(root, env['HALE_SHARED'] ?? '../shared')

/** A large export that lies beside the project; null where it is not here. @param {string} name */
export function sharedFile(name) {
  const path = join(shared, name)
  return existsSync(path) ? path : null
}

/** @param {string} name @param {string[]} lines @returns {ChosenFile} */
export const csv = (name, lines) => file(name, 'text/csv', `${lines.join('\r\n')}\r\n`)

/** @param {string} name @param {unknown} value @returns {ChosenFile} */
export const json = (name, value) => file(name, 'application/json', JSON.stringify(value))

/** @param {string} name @param {string} mimeType @param {string} text @returns {ChosenFile} */
function file(name, mimeType, text) {
  return { name, mimeType, buffer: Buffer.from(text) }
}

const HEADERS = 'Account ID,Name,Plan,ARR,Renewal date,Owner,Logins,Open tickets,NPS,Overdue'

/** A month of a small portfolio, always the same. @param {number} rows @param {(row: number) => string} nameOf */
function months(rows, nameOf) {
  const line = (/** @type {number} */ row) =>
    [
      `A-${1000 + row}`,
      `"${nameOf(row)}"`,
      ['Pro', 'Team', 'Enterprise'][row % 3],
      1000 * ((row * 7919) % 97),
      `2026-${String((row % 9) + 4).padStart(2, '0')}-15`,
      ['M. Okafor', 'P. Lindqvist', 'S. Adeyemi'][row % 3],
      (row * 37) % 211,
      (row * 5) % 12,
      ((row * 13) % 100) - 40,
      row % 11 === 0 ? 2 : 0,
    ].join(',')
  return [HEADERS, ...Array.from({ length: rows }, (_, row) => line(row))]
}

export const oneAccount = csv(
  'accounts-2026-03-31.csv',
  months(1, () => 'Brontë Foods'),
)

/** Only names: nothing of it says how an account is doing. */
export const noModel = csv('names-2026-03-31.csv', [
  'Account ID,Name',
  ...Array.from({ length: 12 }, (_, row) => `A-${row},Company ${row}`),
])

const oddNames = [
  `Gesellschaft mit beschränkter Haftung ${'und Söhne '.repeat(17)}`.slice(0, 200),
  'W'.repeat(200),
  'شركة الاتصالات الأردنية المساهمة العامة المحدودة',
  'חברת החשמל לישראל בע״מ (Ltd.) 2026',
  'A\u202Eevil.txt\u202C Inc',
  '日本電信電話株式会社',
  '👩‍👩‍👧‍👦 Family & Friends',
  '<b>Bold</b> & ""Quoted""',
  '=HYPERLINK(1)',
  ' ',
]
export const longNames = csv(
  'names-2026-03-31.csv',
  months(40, (row) => oddNames[row] ?? `Company ${row}`),
)

export const ambiguous = csv('accounts.csv', [
  'Account ID,Name,Signed,Renewal,Logins,Seats',
  ...Array.from(
    { length: 24 },
    (_, row) =>
      `A-${row},Company ${row},0${(row % 8) + 1}/0${(row % 9) + 1}/2025,0${(row % 9) + 1}/0${(row % 7) + 1}/2027,${row * 3},${row + 4}`,
  ),
])

/** Lines without a key, with a repeated one, with a cell too many, and cells that are no number. */
export const rejected = csv('accounts-2026-02-28.csv', [
  'Account ID,Name,Plan,ARR,Logins,Overdue',
  '00417,Brontë Foods,Pro,1000,10,0',
  '00417,Brontë Foods,Pro,1000,40,0',
  '00418,"Castell & Moor, Ltd",Team,TBC,95,2',
  ...Array.from(
    { length: 30 },
    (_, row) => `0${500 + row},Company ${row},Pro,${row * 100},${row * 2},0`,
  ),
  ',Nobody’s row,Pro,1,1,0',
  '00599,Jarrow,Pro,400,60,0,one cell too many',
])

export const picture = file(
  'photo.csv',
  'text/csv',
  '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR',
)

export const many = () =>
  csv(
    'accounts-2026-03-31.csv',
    months(100_000, (row) => `Company ${row}`),
  )

const factor = (/** @type {string} */ id, /** @type {string} */ input, to = 100) => ({
  id,
  input,
  weight: 1,
  scale: { type: 'linear', from: 0, to },
})

const bands = [
  { id: 'risk', name: 'At risk', from: 0, risk: true },
  { id: 'watch', name: 'Watch', from: 40 },
  { id: 'healthy', name: 'Healthy', from: 70 },
]

/** @param {object} more */
export const configurationOf = (more) => ({
  format: 'hale-config',
  version: 1,
  name: 'Shared by a colleague',
  description: 'Half of it is use, half of it is what customers say.',
  account: { key: 'account_id', name: 'name', value: 'arr', owner: 'owner', segments: ['plan'] },
  models: [
    {
      id: 'main',
      groups: [
        { id: 'usage', name: 'Usage', weight: 5, factors: [factor('logins', 'logins', 200)] },
        { id: 'voice', name: 'Voice', weight: 5, factors: [factor('nps', 'nps')] },
      ],
    },
  ],
  bands,
  ...more,
})

export const withWarnings = json(
  'warnings.json',
  configurationOf({
    colour: 'blue',
    flags: [
      { id: 'quiet', name: 'Quiet', when: 'logins < 5', kind: 'risk', play: { name: 'Call them' } },
    ],
  }),
)

export const withErrors = json(
  'errors.json',
  configurationOf({
    bands: 'three of them',
    models: [
      {
        id: 'main',
        groups: [{ id: 'usage', weight: -1, factors: [factor('logins', 'logins +', 200)] }],
      },
    ],
  }),
)

export const leavesAllOut = json(
  'nobody.json',
  configurationOf({
    account: { key: 'account_id', name: 'name', value: 'arr', include: "plan == 'None'" },
  }),
)
