import { lineEndAt, type LineEnd } from './line-end.ts'
import type { RowLayout } from './row-layout.ts'

export interface RowSyntax extends RowLayout {
  readonly delimiter: string
  /** Empty: there are none, and quotation marks are characters like others. */
  readonly quote: string
  readonly lineEnd: LineEnd
  /** Stands before a quote or a delimiter that is meant as a character. */
  readonly escape?: string
  /** How lines begin that are no rows. */
  readonly comment?: string
  /** No cell goes over the end of its line. */
  readonly oneLine?: boolean
  /** A line may be quoted as a whole, with the row inside. */
  readonly wrapped?: boolean
}

/** `open`: the text ends before the cell does. `lost`: it broke the rules, and its end is not near. */
export type CellState = 'closed' | 'open' | 'lost'

export interface ScannedCell {
  readonly text: string
  readonly stop: number
  readonly isBroken: boolean
  readonly state: CellState
}

/** A quoted cell that breaks the rules is not looked for beyond this. */
export const FARTHEST_BROKEN = 8_192

/** Single cells of a text. */
export class CellScanner {
  readonly #syntax: RowSyntax

  constructor(syntax: RowSyntax) {
    this.#syntax = syntax
  }

  /** Where the quote that begins the cell at `at` stands; -1: it begins with none. */
  quoteAt(text: string, at: number): number {
    const { quote } = this.#syntax
    if (quote === '') return -1
    const open = this.#behindSpaces(text, at)
    return text.startsWith(quote, open) ? open : -1
  }

  /** Without quotes, or as if its quotes were characters. */
  bare(text: string, at: number): ScannedCell {
    const { delimiter, escape, lineEnd } = this.#syntax
    const line = text.slice(at, lineEndAt(text, at, lineEnd))
    let stop = line.indexOf(delimiter)
    while (escape && stop > 0 && isEscaped(line, 0, stop, escape))
      stop = line.indexOf(delimiter, stop + delimiter.length)
    const raw = stop < 0 ? line : line.slice(0, stop)
    const plain = escape ? unescaped(raw, escape) : raw
    return { text: plain, stop: at + raw.length, isBroken: false, state: 'closed' }
  }

  /** With the quote that stands at `open`. */
  quoted(text: string, open: number, manner: 'rules' | 'closing' | 'later'): ScannedCell {
    const { quote, escape } = this.#syntax
    let isBroken = false
    let passes = manner === 'later' ? 1 : 0
    let from = open + quote.length
    for (;;) {
      const close = text.indexOf(quote, from)
      if (close < 0) return { text: '', stop: text.length, isBroken, state: 'open' }
      if (isBroken && close - open > FARTHEST_BROKEN)
        return { text: '', stop: text.length, isBroken, state: 'lost' }
      const behind = close + quote.length
      if (escape && isEscaped(text, open + quote.length, close, escape)) from = behind
      else if (
        text.startsWith(quote, behind) &&
        !(manner === 'closing' && this.#ends(text, behind + quote.length))
      )
        from = behind + quote.length
      else {
        const last = text.startsWith(quote, behind) ? behind : close
        const stop = this.#stopBehind(text, last + quote.length)
        if (this.#isStop(text, stop) && !(isBroken && passes-- > 0))
          return { text: this.#inner(text, open, last), stop, isBroken, state: 'closed' }
        isBroken = true
        from = behind
      }
    }
  }

  #ends(text: string, at: number): boolean {
    return this.#isStop(text, this.#stopBehind(text, at))
  }

  /** White space behind a closing quote says nothing; nor does the CR before the LF that ends a line. */
  #stopBehind(text: string, from: number): number {
    const { delimiter, lineEnd } = this.#syntax
    let at = from
    while (at < text.length && text[at] !== lineEnd && !text.startsWith(delimiter, at)) {
      if (!/\s/.test(text[at] as string)) return at
      at++
    }
    return at
  }

  #isStop(text: string, at: number): boolean {
    const { delimiter, lineEnd } = this.#syntax
    return at >= text.length || text[at] === lineEnd || text.startsWith(delimiter, at)
  }

  #behindSpaces(text: string, from: number): number {
    const { delimiter } = this.#syntax
    let at = from
    while (isSpace(text.charCodeAt(at)) && !text.startsWith(delimiter, at)) at++
    return at
  }

  #inner(text: string, open: number, close: number): string {
    const { quote, escape } = this.#syntax
    const inner = text.slice(open + quote.length, close)
    if (escape && inner.includes(escape)) return unescaped(inner, escape)
    return inner.includes(quote) ? inner.replaceAll(quote + quote, quote) : inner
  }
}

const isSpace = (code: number): boolean => code === 32 || code === 9

/** An odd number of escapes before a character. */
function isEscaped(text: string, from: number, at: number, escape: string): boolean {
  let before = at
  while (before > from && text[before - 1] === escape) before--
  return (at - before) % 2 === 1
}

/** Takes the escapes away before quotes, delimiters and escapes. Before letters they stay: a path is no escape. */
function unescaped(text: string, escape: string): string {
  if (!text.includes(escape)) return text
  let plain = ''
  for (let at = 0; at < text.length; at++) {
    const next = text[at + 1]
    if (text[at] === escape && next !== undefined && !/[\p{L}\p{N}\s]/u.test(next)) at++
    plain += text[at]
  }
  return plain
}
