// A seeded portfolio as CSV and as typed columns, the same in every run.

/** @param {number} seed */
export function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const words = [
  'Nord',
  'Lumen',
  'Vega',
  'Atlas',
  'Quanta',
  'Tidal',
  'Orchard',
  'Beacon',
  'Mistral',
  'Ember',
  'Cobalt',
  'Juniper',
]
// Some names are quoted, as in most files: PapaParse has a faster way for those without a quote.
const forms = ['and Sons, Inc', 'GmbH', 'Ltd', 'SA', 'Labs', 'Group', 'Systems', 'Partners']

/** @typedef {() => number} Random */
/** @param {Random} random @param {readonly string[]} list */
const pick = (random, list) => list[Math.floor(random() * list.length)] ?? ''
/** @param {Random} random @param {number} from @param {number} to */
const whole = (random, from, to) => from + Math.floor(random() * (to - from + 1))
/** @param {number} day */
const isoDay = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10)
/** @param {string} prefix @param {number} count */
const names = (prefix, count) => Array.from({ length: count }, (_, i) => `${prefix} ${i + 1}`)

const owners = names('Owner', 60)

/** Each column: its header, its type, and one cell as it is written in the file. Half of them are numbers. */
export const columns = [
  {
    header: 'Account ID',
    type: 'text',
    cell: (/** @type {Random} */ _, /** @type {number} */ row) =>
      `AC-${String(row).padStart(6, '0')}`,
  },
  {
    header: 'Account Name',
    type: 'text',
    cell: (/** @type {Random} */ r, /** @type {number} */ row) =>
      `${pick(r, words)} ${pick(r, forms)} ${row}`,
  },
  {
    header: 'Segment',
    type: 'text',
    cell: (/** @type {Random} */ r) => pick(r, ['Enterprise', 'Mid-Market', 'SMB', 'Startup']),
  },
  {
    header: 'Plan',
    type: 'text',
    cell: (/** @type {Random} */ r) => pick(r, ['Basic', 'Pro', 'Team', 'Enterprise']),
  },
  {
    header: 'Region',
    type: 'text',
    cell: (/** @type {Random} */ r) => pick(r, ['North America', 'EMEA', 'APAC', 'LATAM']),
  },
  {
    header: 'Lifecycle Stage',
    type: 'text',
    cell: (/** @type {Random} */ r) =>
      pick(r, ['Onboarding', 'Adopting', 'Established', 'Renewing']),
  },
  { header: 'Owner', type: 'text', cell: (/** @type {Random} */ r) => pick(r, owners) },
  {
    header: 'Renewal Date',
    type: 'date',
    cell: (/** @type {Random} */ r) => isoDay(whole(r, 20_600, 20_965)),
  },
  {
    header: 'Created',
    type: 'date',
    cell: (/** @type {Random} */ r) => isoDay(whole(r, 17_000, 20_500)),
  },
  {
    header: 'Churned',
    type: 'boolean',
    cell: (/** @type {Random} */ r) => (r() < 0.08 ? 'true' : 'false'),
  },
  {
    header: 'ARR',
    type: 'number',
    cell: (/** @type {Random} */ r) => (r() < 0.005 ? 'N/A' : String(whole(r, 1_000, 250_000))),
  },
  { header: 'MRR', type: 'number', cell: (/** @type {Random} */ r) => (r() * 20_000).toFixed(2) },
  { header: 'Seats', type: 'number', cell: (/** @type {Random} */ r) => String(whole(r, 1, 900)) },
  {
    header: 'Active Users',
    type: 'number',
    cell: (/** @type {Random} */ r) => String(whole(r, 0, 700)),
  },
  {
    header: 'Logins 30d',
    type: 'number',
    cell: (/** @type {Random} */ r) => String(whole(r, 0, 4_000)),
  },
  { header: 'Feature Use', type: 'number', cell: (/** @type {Random} */ r) => r().toFixed(4) },
  {
    header: 'Tickets 90d',
    type: 'number',
    cell: (/** @type {Random} */ r) => String(whole(r, 0, 40)),
  },
  {
    header: 'NPS',
    type: 'number',
    cell: (/** @type {Random} */ r) => (r() < 0.4 ? '' : String(whole(r, 0, 10))),
  },
  {
    header: 'CSAT',
    type: 'number',
    cell: (/** @type {Random} */ r) => (r() < 0.2 ? '' : (1 + r() * 4).toFixed(1)),
  },
  {
    header: 'Overdue Invoices',
    type: 'number',
    cell: (/** @type {Random} */ r) => String(r() < 0.9 ? 0 : whole(r, 1, 5)),
  },
]

/** @param {number} rows @param {number} seed */
export function makeTable(rows, seed) {
  const random = randomFrom(seed)
  /** @type {string[][]} */
  const cells = columns.map(() => new Array(rows))
  const lines = [columns.map((column) => column.header).join(',')]
  for (let row = 0; row < rows; row++) {
    const line = columns.map((column, at) => ((cells[at] ?? [])[row] = column.cell(random, row)))
    lines.push(line.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
  }
  return { csv: lines.join('\n') + '\n', cells }
}

/** The same with what an import has in memory when it begins to write. @param {number} rows @param {number} seed */
export function typedTable(rows, seed) {
  const { csv, cells } = makeTable(rows, seed)
  const types = columns.map((column) => column.type)
  return {
    csv,
    cells,
    typed: cells.map((list, at) => toColumn(list, types[at] ?? '')),
    exceptions: cells.map((list, at) => exceptionsOf(list, types[at] ?? '')),
  }
}

/** The shapes of src/core/table/column.ts. @param {string[]} cells @param {string} type */
export function toColumn(cells, type) {
  if (type === 'number')
    return {
      type,
      values: Float64Array.from(cells, (cell) =>
        cell === '' || cell === 'N/A' ? NaN : Number(cell),
      ),
    }
  if (type === 'date')
    return { type, values: Int32Array.from(cells, (cell) => Date.parse(cell) / 86_400_000) }
  if (type === 'boolean')
    return { type, values: Uint8Array.from(cells, (cell) => (cell === 'true' ? 1 : 0)) }
  return toTextColumn(cells)
}

/** @param {string[]} cells */
function toTextColumn(cells) {
  /** @type {Map<string, number>} */
  const known = new Map()
  const codes = Uint32Array.from(cells, (cell) => {
    const code = known.get(cell) ?? known.size
    known.set(cell, code)
    return code
  })
  if (known.size > cells.length / 2) return { type: 'text', words: pack(cells), codes: null }
  return {
    type: 'text',
    words: pack([...known.keys()]),
    codes: known.size < 256 ? Uint8Array.from(codes) : Uint16Array.from(codes),
  }
}

/** @param {string[]} list */
export function pack(list) {
  const encoder = new TextEncoder()
  const offsets = new Uint32Array(list.length + 1)
  const encoded = list.map((word) => encoder.encode(word))
  encoded.forEach((bytes, i) => (offsets[i + 1] = (offsets[i] ?? 0) + bytes.length))
  const bytes = new Uint8Array(offsets[list.length] ?? 0)
  encoded.forEach((word, i) => bytes.set(word, offsets[i] ?? 0))
  return { bytes, offsets }
}

/** Cells that the typed value does not give back: their rows and texts. @param {string[]} cells @param {string} type */
export function exceptionsOf(cells, type) {
  if (type !== 'number') return null
  const rows = cells.flatMap((cell, row) =>
    cell === '' || String(Number(cell)) === cell ? [] : [row],
  )
  if (rows.length > cells.length / 10) return { rows: null, texts: toTextColumn(cells) }
  return { rows: Uint32Array.from(rows), texts: pack(rows.map((row) => cells[row] ?? '')) }
}
