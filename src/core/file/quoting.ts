import { guessDelimiter } from './delimiter.ts'
import type { Dialect } from './dialect.ts'
import { countOf, type LineEnd } from './line-end.ts'

export interface Quoting {
  readonly quote: string
  readonly escape?: string
  readonly wrapped?: true
}

export interface FoundSyntax extends Quoting {
  readonly delimiter: string
  readonly columnsAt?: readonly number[]
  readonly repeated?: true
  readonly certain: boolean
}

const USUAL = '"'
/** So much better has an unusual way of quoting to be. */
const AHEAD = 1.02

/** Delimiter, quote and escape belong together: that one under which rows agree best. What was chosen is taken as given. */
export function guessSyntax(
  text: string,
  lineEnd: LineEnd,
  isWhole: boolean,
  chosen: Partial<Dialect>,
): FoundSyntax {
  let best: (FoundSyntax & { readonly score: number }) | null = null
  for (const quoting of quotingsOf(text, chosen)) {
    const found = guessDelimiter(text, { ...quoting, lineEnd }, isWhole, chosen.delimiter)
    if (!best || found.score > best.score * AHEAD) best = { ...quoting, ...found }
  }
  if (!best) throw new Error('invalid syntax: none')
  const { score: _, ...syntax } = best
  return syntax
}

/** The usual one first: others have to be better. */
function quotingsOf(text: string, chosen: Partial<Dialect>): readonly Quoting[] {
  const quotes = chosen.quote === undefined ? quotesOf(text) : [chosen.quote]
  return quotes.flatMap((quote): readonly Quoting[] => {
    if (chosen.escape !== undefined) return [{ quote, escape: chosen.escape }]
    const isEscaping = quote !== '' && countOf(text, `\\${quote}`) > 0
    // An escape that is there is meant: the rows agree as well without it.
    if (isEscaping && mayEscape(text, quote)) return [{ quote, escape: '\\' }]
    return [
      { quote },
      ...(/\\[,;\t|]/.test(text) ? [{ quote, escape: '\\' }] : []),
      ...(isWrapped(text, quote) ? [{ quote, wrapped: true } as const] : []),
    ]
  })
}

/** Lines that are quoted as a whole, below names that are parted by the sign inside. */
function isWrapped(text: string, quote: string): boolean {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1)
  const names = first.trim().replace(/^"([^]*)"$/, '$1')
  const parts = [',', ';', '\t', '|'].map((sign) => names.split(sign)).find(isNames)
  const whole = /^"(?:[^"\r\n]|"")*[,;\t|](?:[^"\r\n]|"")*"\s*$/m
  return quote === USUAL && parts !== undefined && whole.test(text)
}

const LEAST_NAMES = 3

const isNames = (parts: readonly string[]): boolean =>
  parts.length >= LEAST_NAMES && parts.every((part) => /\p{L}/u.test(part))

/** A backslash at the end of a quoted cell, as paths have, is no escape; nor where quotes are doubled. */
function mayEscape(text: string, quote: string): boolean {
  const escaped = countOf(text, `\\${quote}`)
  const atEnd = text.match(new RegExp(`\\\\${quote}\\s*([,;\\t|]|[\\r\\n]|$)`, 'g'))?.length ?? 0
  const doubled = text.match(
    new RegExp(`[^,;\\t|\\s\\\\${quote}] ?${quote}${quote}[^${quote}]`, 'g'),
  )
  return escaped > atEnd && escaped > (doubled?.length ?? 0)
}

/** Apostrophes are quotes where they stand around cells: first of all if no other quotes do. */
function quotesOf(text: string): readonly string[] {
  const around = /(^|[,;\t|\r\n]) ?'(?:[^'\r\n\\]|\\.)*' ?(?=[,;\t|\r\n]|$)/
  const overLines = /(^|[,;\t|\r\n]) ?'(?:[^'\\]|\\.){1,500}' ?(?=[,;\t|\r\n]|$)/
  if (!overLines.test(text)) return [USUAL]
  return !text.includes(USUAL) && around.test(text) ? ["'", USUAL] : [USUAL, "'"]
}
