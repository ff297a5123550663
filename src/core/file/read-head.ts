import { numberedHeaders } from './column-ids.ts'
import type { Dialect } from './dialect.ts'
import { maybeDecode } from './encoding.ts'
import { tableWidth } from './header-row.ts'
import { findLineEnd } from './line-end.ts'
import { splitRows } from './split-rows.ts'

export interface Head {
  /** The names of the columns; column_1, column_2 … in a file without. */
  readonly headers: readonly string[]
  /** The first rows below them, as wide as they happen to be. */
  readonly sample: readonly (readonly string[])[]
  /** Rows of the whole file, judged by those of the head. */
  readonly rowsEstimate: number
}

/** The first rows of a file under a dialect. Null where the bytes are not of its encoding. */
export function readHead(
  head: Uint8Array,
  fileBytes: number,
  dialect: Dialect,
  sampleRows = 50,
): Head | null {
  const isWhole = head.length >= fileBytes
  const text = maybeDecode(head, dialect.encoding, isWhole)
  if (text === null) return null
  const lineEnd = findLineEnd(text, dialect.quote, true) ?? '\n'
  const start = startOf(text, dialect, lineEnd)
  const rows = splitRows(text.slice(start), { ...dialect, lineEnd }, isWhole)
  const body = dialect.headerLine === null ? rows : rows.slice(1)
  const headers =
    dialect.headerLine === null ? numberedHeaders(tableWidth(rows)) : (rows[0]?.cells ?? [])
  return {
    headers,
    sample: body.slice(0, sampleRows).map(({ cells }) => cells),
    rowsEstimate: Math.round(body.length * (isWhole ? 1 : fileBytes / head.length)),
  }
}

/** Lines before the table, as a dialect tells them. */
export const linesBefore = ({ headerLine, skippedLines }: Dialect): number =>
  Math.max(skippedLines, (headerLine ?? 1) - 1)

function startOf(text: string, dialect: Dialect, lineEnd: string): number {
  let start = 0
  for (let skipped = linesBefore(dialect); skipped > 0; skipped--) {
    const end = text.indexOf(lineEnd, start)
    if (end < 0) return text.length
    start = end + 1
  }
  return start
}
