import { failure, success, type FileProblem, type Result } from '../problem.ts'
import { kindOfBytes, kindOfText } from './binary-kind.ts'
import type { RowSyntax } from './cell-scanner.ts'
import { guessComment } from './comment-lines.ts'
import type { Dialect, DialectGuess } from './dialect.ts'
import { guessEncoding } from './encoding.ts'
import { frontMatterLines } from './front-matter.ts'
import { isRuler } from './row-layout.ts'
import { decodeLossy, isKnownEncoding } from './text-decoder.ts'
import { guessHeader, tableWidth, type HeaderGuess } from './header-row.ts'
import { endsMixedly, evenLineEnds, findLineEnd, type LineEnd } from './line-end.ts'
import { partedBy, shiftOfNames, signOfNames, type NameMend } from './name-mend.ts'
import { guessSyntax } from './quoting.ts'
import { splitRows, type HeadRow } from './split-rows.ts'

export interface DetectedDialect {
  readonly dialect: Dialect
  /** Of each part, whether it is certain. */
  readonly certain: DialectGuess
}

const QUOTE = '"'
const JUDGED_ROWS = 300

/**
 * How a file is to be read, by its first bytes (HEAD_BYTES of them are enough). What a person corrected is taken as given, and the rest
 * guessed around it. No characters: `empty-file`; no text: `not-text`.
 */
export function detectDialect(
  head: Uint8Array,
  isWhole: boolean,
  chosen: Partial<Dialect> = {},
): Result<DetectedDialect, FileProblem> {
  const kind = kindOfBytes(head)
  if (kind) return failure({ code: 'not-text', kind })
  const guess = chosen.encoding
    ? { encoding: chosen.encoding, certain: true }
    : guessEncoding(head, isWhole)
  if (guess.encoding === null) return failure({ code: 'not-text', kind: 'binary' })
  if (!isKnownEncoding(guess.encoding))
    return failure({ code: 'undecodable', encoding: guess.encoding })
  const text = decodeLossy(head, guess.encoding, isWhole)
  if (text.trim() === '') return failure({ code: 'empty-file' })
  const textKind = kindOfText(text)
  if (textKind) return failure({ code: 'not-text', kind: textKind })
  const { dialect, certain } = detectRows(text, isWhole, chosen)
  return success({
    dialect: { ...dialect, encoding: guess.encoding },
    certain: { ...certain, encoding: guess.certain },
  })
}

interface DetectedRows {
  readonly dialect: Omit<Dialect, 'encoding'>
  readonly certain: Omit<DialectGuess, 'encoding'>
}

function detectRows(decoded: string, isWhole: boolean, chosen: Partial<Dialect>): DetectedRows {
  const mixedLineEnds = chosen.mixedLineEnds ?? endsMixedly(decoded)
  const even = mixedLineEnds ? evenLineEnds(decoded) : decoded
  const lineEnd = findLineEnd(even, chosen.quote ?? QUOTE, true) ?? '\n'
  const front = frontMatterLines(even)
  const text = withoutLines(even, lineEnd, (_, at) => at < front)
  const told = delimiterLine(text)
  const known = told === null ? chosen : { delimiter: told, ...chosen }
  const plain = withoutRemarks(text, lineEnd)
  const { certain: isSure, ...found } = guessSyntax(plain, lineEnd, isWhole, known)
  const { rows, layout } = layOut(text, { ...found, lineEnd }, isWhole)
  const syntax = { ...found, ...layout }
  const written = told === null ? rows : rows.filter(({ line }) => line > 1)
  const sign = chosen.headerLine === null ? null : signAbove(written, { ...syntax, lineEnd })
  const table = sign === null ? written : withNames(sign, written, { ...syntax, lineEnd })
  const place = placeOf(table, told === null ? front : 1, chosen)
  const nameMend = chosen.nameMend ?? mendOf(table, place.dialect, sign)
  const comment = chosen.comment ?? guessComment(table, tableWidth(table), place.firstLine)
  return {
    dialect: {
      ...syntax,
      ...place.dialect,
      ...(comment ? { comment } : {}),
      ...(nameMend ? { nameMend } : {}),
      ...(mixedLineEnds ? { mixedLineEnds } : {}),
      ...(chosen.oneLine ? { oneLine: true } : {}),
      ...(chosen.keepsTrailer ? { keepsTrailer: true } : {}),
      ...(chosen.lastRows ? { lastRows: chosen.lastRows } : {}),
    },
    certain: {
      delimiter: isSure,
      quote: syntax.quote === QUOTE,
      headerLine: place.certain,
      skippedLines: place.certain,
    },
  }
}

/** Rows, and how they are laid out. */
function layOut(text: string, syntax: RowSyntax, isWhole: boolean) {
  const plain = splitRows(text, syntax, isWhole, JUDGED_ROWS)
  const lines = text.split(syntax.lineEnd)
  const ruled = plain.some(({ line }) => isRuler(lines[line - 1] ?? ''))
  const formulaTexts = /(^|[,;\t|\r\n])"?="/.test(text)
  const written = plain.filter(({ line }) => !isRuler(lines[line - 1] ?? ''))
  const framed = '|│'.includes(syntax.delimiter) && written.length > 1 && written.every(isFramed)
  const layout = {
    ...(ruled ? { ruled } : {}),
    ...(framed ? { framed, quote: '' } : {}),
    ...(formulaTexts ? { formulaTexts } : {}),
  }
  const isOther = Object.keys(layout).length > 0
  const rows = isOther ? splitRows(text, { ...syntax, ...layout }, isWhole, JUDGED_ROWS) : plain
  return { rows, layout }
}

const isFramed = ({ cells }: HeadRow): boolean =>
  cells.length === 1 || (cells.length > 2 && cells[0] === '' && cells.at(-1) === '')

/** Where the names and the rows begin; what was chosen is taken as given. */
function placeOf(rows: readonly HeadRow[], least: number, chosen: Partial<Dialect>) {
  const header = guessHeader(rows.filter(({ cells }) => !isRemark(cells)))
  const where = chosen.headerLine === undefined ? header : corrected(chosen)
  const headerRows = chosen.headerRows ?? (where.headerLine === null ? 1 : where.headerRows)
  const skippedLines = chosen.skippedLines ?? Math.max(where.skippedLines, least)
  return {
    dialect: {
      headerLine: where.headerLine,
      skippedLines,
      ...(headerRows > 1 ? { headerRows } : {}),
    },
    firstLine: skippedLines + 1,
    certain: where.certain,
  }
}

const isRemark = (cells: readonly string[]): boolean =>
  cells.filter((cell) => cell !== '').length === 1 &&
  /^(#|\/\/).*\p{L}.*\s|^#+\s/u.test(cells[0] ?? '')

/** The sign that parts the first row into names, where it is another than that of the rows, and these have no names of their own. */
function signAbove([first, ...body]: readonly HeadRow[], syntax: RowSyntax): string | null {
  if (!first || body.length === 0 || isRemark(first.cells)) return null
  const sign = signOfNames(first.cells, tableWidth(body), syntax)
  return sign !== null && guessHeader(body).headerLine === null ? sign : null
}

function withNames(sign: string, rows: readonly HeadRow[], syntax: RowSyntax): readonly HeadRow[] {
  return rows.map((row, at) =>
    at === 0 ? { ...row, cells: partedBy(sign, row.cells, syntax) } : row,
  )
}

function mendOf(
  rows: readonly HeadRow[],
  { headerLine, headerRows = 1 }: Pick<Dialect, 'headerLine' | 'headerRows'>,
  sign: string | null,
): NameMend | null {
  const at = rows.findIndex(({ line }) => line === headerLine)
  const names = rows[at]
  if (!names || headerRows > 1) return null
  return sign !== null && at === 0
    ? { delimiter: sign }
    : shiftOfNames(names.cells, rows.slice(at + 1))
}

/** Lines before the header row that was chosen are no data. */
function corrected({ headerLine = null, skippedLines = 0 }: Partial<Dialect>): HeaderGuess {
  return {
    headerLine,
    headerRows: 1,
    skippedLines: headerLine === null ? skippedLines : headerLine - 1,
    certain: true,
  }
}

/** Excel writes `sep=;` as a first line to say how the others are to be split. */
function delimiterLine(text: string): string | null {
  const told = /^"?sep=(.)"?[ ;,\t]*(\r|\n|$)/i.exec(text)
  return told?.[1] ?? null
}

/** Lines that are taken out are left blank, so that the others keep their numbers. */
function withoutLines(
  text: string,
  lineEnd: LineEnd,
  isOut: (line: string, at: number) => boolean,
): string {
  const lines = text.split(lineEnd)
  return lines.map((line, at) => (isOut(line, at) ? '' : line)).join(lineEnd)
}

/** Remarks have commas of their own, and lines that are drawn part nothing; where they are not all there is. */
function withoutRemarks(text: string, lineEnd: LineEnd): string {
  if (!/(^|[\r\n])(#|[^\p{L}\p{N}\r\n]*[-=─═]{3})/u.test(text)) return text
  const isOut = (line: string): boolean =>
    line.startsWith('#') || (isRuler(line) && !/-\s+-/.test(line))
  const rest = withoutLines(text, lineEnd, isOut)
  return rest.trim() === '' ? text : rest
}
