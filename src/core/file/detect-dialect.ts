import { failure, success, type FileProblem, type Result } from '../problem.ts'
import { kindOfBytes, kindOfText } from './binary-kind.ts'
import { guessDelimiter } from './delimiter.ts'
import type { Dialect, DialectGuess } from './dialect.ts'
import { guessEncoding, maybeDecode } from './encoding.ts'
import { guessHeader } from './header-row.ts'
import { findLineEnd } from './line-end.ts'
import { splitRows } from './split-rows.ts'

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
  const text = maybeDecode(head, guess.encoding, isWhole)
  if (text === null) return failure({ code: 'undecodable', encoding: guess.encoding, at: 0 })
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

function detectRows(text: string, isWhole: boolean, chosen: Partial<Dialect>): DetectedRows {
  const quote = chosen.quote ?? QUOTE
  const lineEnd = findLineEnd(text, quote, true) ?? '\n'
  const told = delimiterLine(text)
  const delimiter = chosen.delimiter ?? told
  const found = delimiter
    ? { delimiter, certain: true }
    : guessDelimiter(text, { quote, lineEnd }, isWhole)
  const syntax = { quote, lineEnd, delimiter: found.delimiter }
  const rows = splitRows(text, syntax, isWhole, JUDGED_ROWS)
  const header = guessHeader(told === null ? rows : rows.filter(({ line }) => line > 1))
  const skippedLines = Math.max(header.skippedLines, told === null ? 0 : 1)
  const where = chosen.headerLine === undefined ? { ...header, skippedLines } : corrected(chosen)
  return {
    dialect: {
      delimiter: found.delimiter,
      quote,
      headerLine: where.headerLine,
      skippedLines: chosen.skippedLines ?? where.skippedLines,
    },
    certain: {
      delimiter: found.certain,
      quote: true,
      headerLine: where.certain,
      skippedLines: where.certain,
    },
  }
}

/** Lines before the header row that was chosen are no data. */
function corrected({ headerLine = null, skippedLines = 0 }: Partial<Dialect>) {
  return {
    headerLine,
    skippedLines: headerLine === null ? skippedLines : headerLine - 1,
    certain: true,
  }
}

/** Excel writes `sep=;` as a first line to say how the others are to be split. */
function delimiterLine(text: string): string | null {
  const told = /^"?sep=(.)"?[ ;,\t]*(\r|\n|$)/i.exec(text)
  return told?.[1] ?? null
}
