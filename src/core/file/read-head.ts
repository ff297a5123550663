import { numberedHeaders } from './column-ids.ts'
import { rowSyntax, type Dialect } from './dialect.ts'
import { joinNames } from './header-names.ts'
import { tableWidth } from './header-row.ts'
import { evenLineEnds, findLineEnd } from './line-end.ts'
import { mendNames } from './name-mend.ts'
import { splitRows, type HeadRow } from './split-rows.ts'
import { decodeLossy } from './text-decoder.ts'

export interface Head {
  /** The names of the columns; column_1, column_2 … in a file without. */
  readonly headers: readonly string[]
  /** The first rows below them, as wide as they happen to be. */
  readonly sample: readonly (readonly string[])[]
  /** Rows of the whole file, judged by those of the head. */
  readonly rowsEstimate: number
}

/** The first rows of a file under a dialect. */
export function readHead(
  head: Uint8Array,
  fileBytes: number,
  dialect: Dialect,
  sampleRows = 50,
): Head {
  const isWhole = head.length >= fileBytes
  const decoded = decodeLossy(head, dialect.encoding, isWhole)
  const text = dialect.mixedLineEnds ? evenLineEnds(decoded) : decoded
  const lineEnd = findLineEnd(text, dialect.quote, true) ?? '\n'
  const start = startOf(text, dialect, lineEnd)
  const syntax = rowSyntax(dialect, lineEnd)
  const rows = splitRows(text.slice(start), syntax, isWhole)
  const names = dialect.headerLine === null ? 0 : (dialect.headerRows ?? 1)
  const body = rows.slice(names)
  return {
    headers: headersOf(rows, names, (cells) => mendNames(cells, dialect.nameMend, syntax)),
    sample: body.slice(0, sampleRows).map(({ cells }) => cells),
    rowsEstimate: Math.round(body.length * (isWhole ? 1 : fileBytes / head.length)),
  }
}

/** As many as the rows have cells: where names are fewer, the last columns have none. */
function headersOf(
  rows: readonly HeadRow[],
  names: number,
  mend: (cells: readonly string[]) => readonly string[],
): readonly string[] {
  const width = tableWidth(rows)
  if (names === 0) return numberedHeaders(width)
  const joined = mend(joinNames(rows.slice(0, names).map(({ cells }) => cells)))
  const wider = rows.length > names + 1 ? Math.max(0, width - joined.length) : 0
  return [...joined, ...Array.from({ length: wider }, () => '')]
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
