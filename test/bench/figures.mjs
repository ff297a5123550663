/** @param {readonly number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

/** @param {number} value */
export const inMs = (value) =>
  `${value < 20 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`

/** @param {number} ratio */
export const inP = (ratio) => `${ratio.toFixed(2)} P`

/** @param {number} bytes */
export const inKilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`

/** @param {number} bytes */
export const inMegabytes = (bytes) => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`

/** @param {number} rows */
export const inRows = (rows) => `${rows.toLocaleString('en')} × 20`

/**
 * One line of the report. `value` is held against `limit`, both in the same unit; null: there is none.
 * @typedef {{ what: string, measured: string, peer?: string, ms?: number, p?: number, value?: number, limit?: number, limitText?: string, note?: string }} Line
 */

/** A time beside P. @param {number} p @param {string} what @param {number} ms @returns {Line} */
export const besideP = (p, what, ms) => ({ what, measured: inMs(ms), ms, p })

/** A time with a limit of its own. @param {string} what @param {number} ms @param {number} [limit] @param {string} [peer] @returns {Line} */
export const withLimit = (what, ms, limit, peer = '') => ({
  what,
  measured: inMs(ms),
  ms,
  peer,
  ...(limit === undefined ? {} : { value: ms, limit, limitText: inMs(limit) }),
})

/** @param {readonly Line[]} lines */
export function toMarkdown(lines) {
  const rows = lines.map(
    ({ what, measured, peer = '', ms, p, value, limit, limitText = '', note = '' }) => [
      what,
      measured,
      ms !== undefined && p !== undefined ? inP(ms / p) : '',
      peer,
      limitText,
      [verdict(value, limit), note].filter((text) => text !== '').join(': '),
    ],
  )
  const heads = ['what', 'measured', 'to P', 'peer', 'limit', 'met']
  return table([heads, ...rows])
}

/** @param {number | undefined} value @param {number | undefined} limit */
function verdict(value, limit) {
  if (value === undefined || limit === undefined) return ''
  return value <= limit ? 'met' : '**missed**'
}

/** @param {string[][]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  )
  const [heads, ...rest] = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)))
  const rule = widths.map((width) => '-'.repeat(width))
  return [heads, rule, ...rest].map((cells) => `| ${cells?.join(' | ')} |`).join('\n')
}
