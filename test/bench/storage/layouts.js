// How one snapshot may lie in IndexedDB. A layout gives the records of a snapshot, and how they are read again.
import { columns } from './table.js'

/**
 * @typedef {{ key: (string | number)[], value: unknown }} StoredRecord
 * @typedef {ReturnType<typeof import('./table.js').typedTable>} Table
 * @typedef {{ what: string, share?: number, records: (table: Table) => StoredRecord[] | Promise<StoredRecord[]> }} Layout
 */

/** @type {Record<string, Layout>} */
export const layouts = {
  rows: {
    what: 'one record a row (a tenth of the rows, times ten)',
    share: 0.1,
    records: ({ cells }) =>
      Array.from({ length: (cells[0]?.length ?? 0) * 0.1 }, (_, row) => ({
        key: ['row', row],
        value: Object.fromEntries(
          columns.map((column, at) => [
            column.header,
            valueOf(cells[at]?.[row] ?? '', column.type),
          ]),
        ),
      })),
  },
  snapshot: {
    what: 'one record a snapshot, all columns in it',
    records: ({ typed }) => [{ key: ['all', 0], value: typed }],
  },
  columns: {
    what: 'one record a column',
    records: ({ typed }) => typed.map((value, at) => ({ key: ['column', at], value })),
  },
  'columns, file': {
    what: 'one record a column, and the delivered file compressed by gzip',
    records: async (table) => [
      ...typedRecords(table),
      { key: ['file', 0], value: await compress(new TextEncoder().encode(table.csv)) },
    ],
  },
  'columns, exceptions': {
    what: 'one record a column, and the texts that typing does not give back',
    records: (table) => [...typedRecords(table), ...exceptionRecords(table)],
  },
  'narrow columns, exceptions': {
    what: 'the same, numbers in the narrowest array that holds them exactly',
    records: (table) => [...narrowRecords(table), ...exceptionRecords(table)],
  },
  'compressed columns, exceptions': {
    what: 'the same as columns, exceptions, every buffer compressed by gzip',
    records: async (table) =>
      Promise.all([...typedRecords(table), ...exceptionRecords(table)].map(compressRecord)),
  },
}

/** @param {string} cell @param {string} type */
function valueOf(cell, type) {
  if (type === 'number') return cell === '' || cell === 'N/A' ? null : Number(cell)
  return type === 'boolean' ? cell === 'true' : cell
}

/** @param {Table} table */
const typedRecords = ({ typed }) => typed.map((value, at) => ({ key: ['column', at], value }))

/** @param {Table} table */
const narrowRecords = ({ typed }) =>
  typed.map((value, at) => ({
    key: ['column', at],
    value:
      'values' in value && value.type === 'number'
        ? { type: 'number', ...narrow(/** @type {Float64Array} */ (value.values)) }
        : value,
  }))

/** @param {Table} table */
const exceptionRecords = ({ exceptions }) =>
  exceptions.flatMap((value, at) => (value ? [{ key: ['raw', at], value }] : []))

/** Whole numbers after a power of ten, NaN as the least value; else as they are. @param {Float64Array} values */
export function narrow(values) {
  for (const power of [1, 10, 100, 1_000, 10_000]) {
    const scaled = scale(values, power)
    if (scaled) return { power, values: scaled }
  }
  return { power: 0, values }
}

const missing = -0x80000000

/** @param {Float64Array} values @param {number} power */
function scale(values, power) {
  const scaled = new Int32Array(values.length)
  let greatest = 0
  for (let i = 0; i < values.length; i++) {
    const value = /** @type {number} */ (values[i])
    if (value !== value) scaled[i] = missing
    else {
      const whole = Math.round(value * power)
      if (whole / power !== value || whole > 0x7fffffff || whole <= missing || Object.is(value, -0))
        return null
      scaled[i] = whole
      greatest = Math.max(greatest, Math.abs(whole))
    }
  }
  return greatest < 0x7fff
    ? Int16Array.from(scaled, (whole) => (whole === missing ? -0x8000 : whole))
    : scaled
}

/** @param {StoredRecord} record */
async function compressRecord({ key, value }) {
  /** @type {Uint8Array[]} */
  const buffers = []
  const shape = JSON.stringify(value, (_, part) => {
    if (!ArrayBuffer.isView(part)) return part
    buffers.push(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
    return { array: part.constructor.name, at: buffers.length - 1 }
  })
  return { key, value: { shape, buffers: await Promise.all(buffers.map(compress)) } }
}

/** @param {Uint8Array} bytes */
async function compress(bytes) {
  const stream = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)])
    .stream()
    .pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
export async function expand(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
