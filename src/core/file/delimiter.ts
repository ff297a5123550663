import { countOf, type LineEnd } from './line-end.ts'
import { splitRows } from './split-rows.ts'

const DELIMITERS = [',', ';', '\t', '|'] as const
/** Rows that are looked at. */
const JUDGED_ROWS = 300
/** Below this a file is taken for a single column. */
const LEAST_SCORE = 0.3

/** The delimiter under which rows agree best on their number of cells. A single column has none: one that does not occur is taken. */
export function guessDelimiter(
  text: string,
  syntax: { readonly quote: string; readonly lineEnd: LineEnd },
  isWhole: boolean,
): { delimiter: string; certain: boolean } {
  const scores = DELIMITERS.map((delimiter) => {
    const rows = splitRows(text, { ...syntax, delimiter }, isWhole, JUDGED_ROWS)
    return { delimiter, score: scoreOf(rows, delimiter) * (1 - proseOf(text, delimiter) / 2) }
  }).sort((a, b) => b.score - a.score)
  const [best, second] = scores
  if (!best || best.score < LEAST_SCORE) {
    const absent = DELIMITERS.find((delimiter) => !text.includes(delimiter))
    return { delimiter: absent ?? ',', certain: absent === ',' }
  }
  const rival = second?.score ?? 0
  return { delimiter: best.delimiter, certain: best.score >= 1 && rival < best.score / 2 }
}

/**
 * Purity: of the rows with several cells, the share that has the commonest number. Reach: the share of rows that has several. Rows of
 * many cells count for more; a first row without that number, which a header has, for half: `id;x` before `1;2,5` is no title.
 */
function scoreOf(
  rows: readonly { readonly cells: readonly string[] }[],
  delimiter: string,
): number {
  const widths = rows.map(({ cells }) => cells.length)
  const several = widths.filter((width) => width > 1)
  if (several.length === 0 || (delimiter === ',' && areDecimals(rows))) return 0
  const width = commonest(several)
  const purity = several.filter((one) => one === width).length / several.length
  const reach = several.length / widths.length
  const first = widths[0] === width ? 1 : 0.5
  return purity ** 2 * Math.sqrt(reach) * Math.log2(width) * first
}

/** How much the delimiter looks like a comma in a sentence, with a space behind it: 0..1. */
const proseOf = (text: string, delimiter: string): number =>
  countOf(text, `${delimiter} `) / Math.max(1, countOf(text, delimiter))

/** A single column of numbers with decimal commas under its name. */
function areDecimals(rows: readonly { readonly cells: readonly string[] }[]): boolean {
  const [first, ...others] = rows
  return (
    first?.cells.length === 1 &&
    others.length > 0 &&
    others.every(({ cells }) => cells.length <= 2 && cells.every((cell) => /^-?\d*$/.test(cell)))
  )
}

/** The value that occurs most often, the greatest of equals. None: 0. */
export function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = 0
  let most = 0
  for (const [value, count] of counts)
    if (count > most || (count === most && value > best)) [best, most] = [value, count]
  return best
}
