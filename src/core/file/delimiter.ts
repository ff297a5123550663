import { hasLetter, JUDGED_ROWS, proseOf, scoreOf, scoreUnder, USUAL_SIGNS } from './agreement.ts'
import { findColumns } from './aligned-columns.ts'
import { isFigure } from './cell-kind.ts'
import type { RowSyntax } from './cell-scanner.ts'
import { countOf } from './line-end.ts'
import { splitRows, type HeadRow } from './split-rows.ts'

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
  /** Of columns that spaces put in line, which have no quotes. */
  readonly columnsAt?: readonly number[]
  readonly quote?: ''
  readonly repeated?: true
}

/** What stands for spaces that put columns in line. */
const ALIGNED = '  '

/** The delimiter under which rows agree best on their number of cells, and cells look like values. A single column has none: one that does not occur is taken. */
export function guessDelimiter(
  text: string,
  syntax: Omit<RowSyntax, 'delimiter'>,
  isWhole: boolean,
  chosen?: string,
): ParsedBy & { readonly certain: boolean } {
  if (chosen !== undefined) {
    const spaced = ALIGNED.startsWith(chosen) ? partedBySpaces(text, syntax, isWhole) : null
    const score = scoreUnder(text, { ...syntax, delimiter: chosen }, isWhole)
    const isMeant = spaced !== null && (chosen === ALIGNED || spaced.delimiter === chosen)
    return { ...(isMeant ? spaced : { delimiter: chosen, score }), certain: true }
  }
  const judge = (delimiter: string): ParsedBy => ({
    delimiter,
    score: scoreUnder(text, { ...syntax, delimiter }, isWhole),
  })
  const scores = USUAL_SIGNS.map(judge).sort((a, b) => b.score - a.score)
  const [best, second] = scores as [ParsedBy, ParsedBy]
  if (best.score < 1) {
    const rare = rareDelimiter(text, syntax, isWhole)
    const spaced = partedBySpaces(text, syntax, isWhole)
    const isSpaced =
      spaced !== null && (rare?.delimiter === ' ' || spaced.score > (rare?.score ?? 0))
    const other = isSpaced ? spaced : rare
    if (other && other.score > RARE_AHEAD * best.score) return { ...other, certain: false }
  }
  const isSure =
    '\t|'.includes(best.delimiter) ||
    partsAll(text, { ...syntax, delimiter: best.delimiter }, isWhole)
  if (best.score < (isSure ? LEAST_SURE : LEAST_SCORE)) {
    const absent = USUAL_SIGNS.find((delimiter) => !text.includes(delimiter))
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

/** Several spaces in a row part cells, or put columns in line where cells have spaces of their own or are empty. */
function partedBySpaces(
  text: string,
  syntax: Omit<RowSyntax, 'delimiter'>,
  isWhole: boolean,
): ParsedBy | null {
  if (!text.includes(ALIGNED) || syntax.wrapped) return null
  const spaced = { ...syntax, delimiter: ' ', repeated: true } as const
  const rows = splitRows(text, spaced, isWhole, JUDGED_ROWS)
  const aligned = alignedBySpaces(text, syntax, isWhole)
  // As many columns in line as there are names: cells have a space of their own.
  const isNamed = aligned?.columnsAt?.length === rows[0]?.cells.length
  const isUneven = rows[1]?.cells.length !== rows[0]?.cells.length
  return partsAlike(rows, ' ', 1) && !(aligned && isNamed && isUneven)
    ? { delimiter: ' ', repeated: true, score: scoreOf(rows, spaced) }
    : aligned
}

/** The usual quotes are asked for once, and there are none. */
function alignedBySpaces(
  text: string,
  syntax: Omit<RowSyntax, 'delimiter'>,
  isWhole: boolean,
): ParsedBy | null {
  const columnsAt = syntax.quote === '"' ? findColumns(text.split(syntax.lineEnd)) : null
  if (columnsAt === null) return null
  const quote = ''
  const aligned = { ...syntax, delimiter: ALIGNED, quote, columnsAt, ruled: true } as const
  const score = scoreOf(splitRows(text, aligned, isWhole, JUDGED_ROWS), aligned)
  return { delimiter: ALIGNED, score, columnsAt, quote }
}

/** A sign, or several, that no one would look for, but that part all rows alike. */
function rareDelimiter(
  text: string,
  syntax: Omit<RowSyntax, 'delimiter'>,
  isWhole: boolean,
): ParsedBy | null {
  let best: ParsedBy | null = null
  if (syntax.wrapped) return null
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

function partsAlike(
  [first, ...others]: readonly HeadRow[],
  delimiter: string,
  least = LEAST_RARE,
): boolean {
  const names = first ? namesOver(others, first.cells) : []
  const width = names.length
  if (others.length === 0 || width < 2) return false
  const alike = others.filter(({ cells }) => cells.length === width).length + 1
  if (alike < (others.length + 1) * least) return false
  if (![...delimiter].some((sign) => WITHIN_VALUES.has(sign))) return true
  const figures = columnsOfFigures(names, others)
  return width >= 3 ? figures > 0 : figures === width
}

/** Tables that R writes have no name for their first column. */
function namesOver([second]: readonly HeadRow[], names: readonly string[]): readonly string[] {
  const isBehind =
    names.length > 1 && second?.cells.length === names.length + 1 && names.every(hasLetter)
  return isBehind ? ['', ...names] : names
}

/** Columns of figures below a name: prose has none. */
function columnsOfFigures(names: readonly string[], others: readonly HeadRow[]): number {
  return names.filter(
    (name, column) => !isFigure(name) && others.every(({ cells }) => isFigure(cells[column] ?? '')),
  ).length
}
