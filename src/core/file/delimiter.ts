import { cellKind, isFigure } from './cell-kind.ts'
import type { RowSyntax } from './cell-scanner.ts'
import { countOf } from './line-end.ts'
import { signOfNames } from './name-mend.ts'
import { splitRows, type HeadRow } from './split-rows.ts'

const USUAL = [',', ';', '\t', '|'] as const
/** Rows that are looked at. */
const JUDGED_ROWS = 300
const JUDGED_CELLS = 3_000
/** Below this a file is taken for a single column. */
const LEAST_SCORE = 0.3
/** Of signs that do not stand in prose, or that part every row, ragged as they may be. */
const LEAST_SURE = 0.1
/** So much better than a usual sign has any other to be. */
const RARE_AHEAD = 1.4
/** Any other sign has to part every row alike. */
const LEAST_RARE = 0.9
/** Signs that also stand within values. */
const WITHIN_VALUES = new Set([' ', ':', '/', '-', '.', '+', '=', '@', '&', '_'])

export interface ParsedBy {
  readonly delimiter: string
  /** How well the rows agree under it. */
  readonly score: number
}

/** The delimiter under which rows agree best on their number of cells, and cells look like values. A single column has none: one that does not occur is taken. */
export function guessDelimiter(
  text: string,
  syntax: Omit<RowSyntax, 'delimiter'>,
  isWhole: boolean,
  chosen?: string,
): ParsedBy & { readonly certain: boolean } {
  if (chosen !== undefined)
    return {
      delimiter: chosen,
      score: scoreUnder(text, { ...syntax, delimiter: chosen }, isWhole),
      certain: true,
    }
  const judge = (delimiter: string): ParsedBy => ({
    delimiter,
    score: scoreUnder(text, { ...syntax, delimiter }, isWhole),
  })
  const scores = USUAL.map(judge).sort((a, b) => b.score - a.score)
  const [best, second] = scores as [ParsedBy, ParsedBy]
  if (best.score < 1) {
    const rare = rareDelimiter(text, syntax, isWhole)
    if (rare && rare.score > RARE_AHEAD * best.score) return { ...rare, certain: false }
  }
  const isSure =
    '\t|'.includes(best.delimiter) ||
    partsAll(text, { ...syntax, delimiter: best.delimiter }, isWhole)
  if (best.score < (isSure ? LEAST_SURE : LEAST_SCORE)) {
    const absent = USUAL.find((delimiter) => !text.includes(delimiter))
    return { delimiter: absent ?? ',', score: 0, certain: absent === ',' }
  }
  const longer = doubled(text, best, syntax, isWhole) ?? framed(text, best, syntax, isWhole)
  if (longer) return { ...longer, certain: false }
  return { ...best, certain: best.score >= 1 && second.score < best.score / 2 }
}

function partsAll(text: string, syntax: RowSyntax, isWhole: boolean): boolean {
  const rows = splitRows(text, syntax, isWhole, JUDGED_ROWS)
  return (
    rows.length > 1 &&
    proseOf(text, syntax.delimiter) < 0.5 &&
    rows.every(({ cells }) => cells.length > 1)
  )
}

function scoreUnder(text: string, syntax: RowSyntax, isWhole: boolean): number {
  if (!text.includes(syntax.delimiter)) return 0
  const rows = splitRows(text, syntax, isWhole, JUDGED_ROWS)
  return scoreOf(rows, syntax) * (1 - proseOf(text, syntax.delimiter) / 2)
}

/**
 * Purity: of the rows with several cells, the share that has the commonest number. Reach: the share of rows that has several. Rows of
 * many cells count for more; a first row without that number, which a header has, for half: `id;x` before `1;2,5` is no title.
 */
function scoreOf(rows: readonly HeadRow[], syntax: RowSyntax): number {
  const { delimiter } = syntax
  const widths = rows.map(({ cells }) => cells.length)
  const several = widths.filter((width) => width > 1)
  if (several.length === 0 || (delimiter === ',' && areDecimals(rows))) return 0
  const width = commonest(several)
  const purity = several.filter((one) => one === width).length / several.length
  const reach = several.length / widths.length
  const first = widths[0] === width ? 1 : likelinessOfFirst(rows[0], width, syntax)
  return purity ** 2 * Math.sqrt(reach) * Math.log2(width) * first * likelinessOf(rows)
}

/** Of a first row that is not as wide as the others: a title, or names that another sign parts. */
function likelinessOfFirst(row: HeadRow | undefined, width: number, syntax: RowSyntax): number {
  if (row && width > 2 && signOfNames(row.cells, width, syntax) !== null) return 0.9
  return looksParted(row, syntax.delimiter) ? 0.25 : 0.5
}

/** A first row that another usual sign parts is no title above the table. */
const looksParted = (row: HeadRow | undefined, delimiter: string): boolean =>
  USUAL.some((sign) => sign !== delimiter && row?.cells.some((cell) => cell.includes(sign)))

/** The share of cells that look like values, and of rows whose quotes keep to the rules. */
function likelinessOf(rows: readonly HeadRow[]): number {
  let cells = 0
  let likely = 0
  for (const row of rows)
    for (const cell of row.cells) {
      if (cells >= JUDGED_CELLS) break
      cells++
      if (cell === '' || cellKind(cell) !== null) likely++
    }
  const mended = rows.filter(({ isMended }) => isMended).length / rows.length
  return (0.5 + (0.5 * likely) / cells) * (1 - mended / 2)
}

/** How much the delimiter looks like a comma in a sentence, with a space behind it: 0..1. */
const proseOf = (text: string, delimiter: string): number =>
  countOf(text, `${delimiter} `) / Math.max(1, countOf(text, delimiter))

/** A single column of numbers with decimal commas under its name. */
function areDecimals(rows: readonly HeadRow[]): boolean {
  const [first, ...others] = rows
  return (
    first?.cells.length === 1 &&
    others.length > 0 &&
    others.every(({ cells }) => cells.length <= 2 && cells.every((cell) => /^-?\d*$/.test(cell)))
  )
}

/** Every single sign is half of a double one, in the row of names too: `a||b`. */
function doubled(
  text: string,
  { delimiter }: ParsedBy,
  syntax: Omit<RowSyntax, 'delimiter'>,
  isWhole: boolean,
): ParsedBy | null {
  const longer = delimiter + delimiter
  const [first = '', second = ''] = text.split(syntax.lineEnd, 2)
  // `a,,c` has an empty cell.
  if (delimiter === ',' || !second.includes(longer)) return null
  if (countOf(first, longer) * 2 !== countOf(first, delimiter) || !first.includes(longer))
    return null
  const score = scoreUnder(text, { ...syntax, delimiter: longer }, isWhole)
  return score >= LEAST_SCORE && countOf(text, longer) * 2 >= countOf(text, delimiter)
    ? { delimiter: longer, score }
    : null
}

/** The same signs stand around each: `a~|~b`. */
function framed(
  text: string,
  { delimiter, score }: ParsedBy,
  syntax: Omit<RowSyntax, 'delimiter'>,
  isWhole: boolean,
): ParsedBy | null {
  const [first = ''] = text.split(syntax.lineEnd, 1)
  const at = first.indexOf(delimiter)
  const before = first[at - 1] ?? ''
  const after = first[at + delimiter.length] ?? ''
  if (!/[~^*#!$|+]/.test(before) || before !== after) return null
  const longer = before + delimiter + after
  if (countOf(first, longer) !== countOf(first, delimiter)) return null
  const framedScore = scoreUnder(text, { ...syntax, delimiter: longer }, isWhole)
  return framedScore >= score * 0.9 ? { delimiter: longer, score: framedScore } : null
}

/** A sign, or several, that no one would look for, but that part all rows alike. */
function rareDelimiter(
  text: string,
  syntax: Omit<RowSyntax, 'delimiter'>,
  isWhole: boolean,
): ParsedBy | null {
  let best: ParsedBy | null = null
  for (const delimiter of rareSigns(text, syntax)) {
    if (best?.delimiter.includes(delimiter)) continue
    const rows = splitRows(text, { ...syntax, delimiter }, isWhole, JUDGED_ROWS)
    if (!partsAlike(rows, delimiter)) continue
    const score = scoreOf(rows, { ...syntax, delimiter })
    if (score > (best?.score ?? 0)) best = { delimiter, score }
  }
  return best
}

/** Runs of signs in the first lines; the longer ones first. */
function rareSigns(text: string, { lineEnd, quote }: Omit<RowSyntax, 'delimiter'>): string[] {
  const lines = text.split(lineEnd, 3).join('\n')
  const runs = lines.match(/[^\p{L}\p{N}\p{M}\r\n]+/gu) ?? []
  const signs = runs.flatMap((run) => [...run.matchAll(/[^"'\s]{2,3}| /gu)].map(([sign]) => sign))
  const single = runs.join('').match(/[^"'.,;|()[\]{}<>\\_\t-]/gu) ?? []
  return [...new Set([...signs, ...single])].filter((sign) => sign !== quote).slice(0, 24)
}

function partsAlike(rows: readonly HeadRow[], delimiter: string): boolean {
  const widths = rows.map(({ cells }) => cells.length)
  const [first = 0] = widths
  if (rows.length < 2 || first < 2) return false
  const alike = widths.filter((width) => width === first).length / widths.length
  if (alike < LEAST_RARE) return false
  if (![...delimiter].some((sign) => WITHIN_VALUES.has(sign))) return true
  const figures = columnsOfFigures(rows)
  return first >= 3 ? figures > 0 : figures === first
}

/** Columns of figures below a name: prose has none. */
function columnsOfFigures([first, ...others]: readonly HeadRow[]): number {
  const names = first?.cells ?? []
  return names.filter(
    (name, column) => !isFigure(name) && others.every(({ cells }) => isFigure(cells[column] ?? '')),
  ).length
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
