import { countOf, type LineEnd } from './line-end.ts'
import type { RowSyntax } from './cell-scanner.ts'

/** Lines that ended up in one cell, and look as if a stray quote had swallowed them. */
export interface SwallowedLines {
  /** The physical line of the quote that opened the cell. */
  readonly line: number
  readonly lines: number
}

/** No text in a cell is that long. */
const MOST_LINES = 1_000
const MOST_KEPT = 1_000

/**
 * Counts the records of a text that streams by, blank ones too, by quotes and line ends only: independent of the parser, so that rows it
 * loses are noticed. A quote opens a cell at its start; the next one that is not doubled closes it.
 */
export class RowCounter {
  records = 0
  readonly swallowed: SwallowedLines[] = []
  readonly #delimiter: string
  readonly #quote: string
  readonly #lineEnd: LineEnd
  readonly #firstLine: number
  /** The physical line of the next character. */
  #line: number
  #isOpen = false
  #openLine = 0
  /** A quote in an open cell was the last character of a chunk: the next one tells whether it closes. */
  #isPending = false
  /** The last characters before the next chunk, as many as a delimiter has. */
  #last = ''
  #hasText = false
  /** The last character so far was no line end. */
  #endsInLine = false
  #width = 0
  #inside = { lines: 0, alike: 0, delimiters: 0 }

  constructor({ delimiter, quote, lineEnd }: RowSyntax, firstLine: number) {
    this.#delimiter = delimiter
    this.#quote = quote
    this.#lineEnd = lineEnd
    this.#line = firstLine
    this.#firstLine = firstLine
  }

  /** Physical lines, the last one without a line end too. */
  get lines(): number {
    return this.#line - this.#firstLine + (this.#endsInLine ? 1 : 0)
  }

  /** The line of the quote that is still open; null outside of quotes. */
  get openLine(): number | null {
    return this.#isOpen && !this.#isPending ? this.#openLine : null
  }

  /** Nothing of a record has come since the last one ended. */
  get isBetween(): boolean {
    return !this.#isOpen && !this.#hasText && !this.#isPending
  }

  /** Records that were counted elsewhere, one a line. */
  skip(records: number): void {
    this.records += records
    this.#line += records
  }

  push(text: string): void {
    if (text !== '') this.#endsInLine = !text.endsWith(this.#lineEnd)
    let at = this.#settlePending(text)
    while (at < text.length)
      at = this.#isOpen ? this.#readOpen(text, at) : this.#readPlain(text, at)
    const length = this.#delimiter.length
    this.#last = text.length < length ? (this.#last + text).slice(-length) : text.slice(-length)
  }

  /** After the last character: a record without a line end counts too. */
  end(): void {
    if (this.#isPending) this.#close()
    if (this.#hasText) {
      this.records++
    }
    this.#hasText = false
  }

  #settlePending(text: string): number {
    if (!this.#isPending || text === '') return 0
    this.#isPending = false
    if (text.startsWith(this.#quote)) return 1
    this.#close()
    return 0
  }

  /** Up to the next quote that opens a cell, or over the rest. */
  #readPlain(text: string, from: number): number {
    let at = from
    let quote = this.#quote === '' ? -1 : text.indexOf(this.#quote, at)
    for (;;) {
      const end = text.indexOf(this.#lineEnd, at)
      if (quote >= 0 && (end < 0 || quote < end)) {
        if (this.#opensAt(text, quote)) return this.#open(text, at, quote)
        quote = text.indexOf(this.#quote, quote + 1)
        continue
      }
      this.#learnWidth(text, at, end < 0 ? text.length : end)
      if (end < 0) {
        this.#hasText ||= at < text.length
        return text.length
      }
      this.records++
      this.#line++
      this.#hasText = false
      at = end + 1
    }
  }

  #opensAt(text: string, quote: number): boolean {
    const length = this.#delimiter.length
    if (quote >= length && text.startsWith(this.#delimiter, quote - length)) return true
    const before = quote > 0 ? text[quote - 1] : this.#last.at(-1)
    if (before === undefined || before === this.#lineEnd) return true
    return quote < length && (this.#last + text.slice(0, quote)).endsWith(this.#delimiter)
  }

  #open(text: string, from: number, quote: number): number {
    this.#learnWidth(text, from, quote)
    this.#isOpen = true
    this.#openLine = this.#line
    this.#hasText = true
    this.#inside = { lines: 0, alike: 0, delimiters: 0 }
    return quote + 1
  }

  /** Up to the quote that closes the cell, or over the rest. */
  #readOpen(text: string, from: number): number {
    let at = from
    for (;;) {
      const quote = text.indexOf(this.#quote, at)
      this.#readInside(text, at, quote < 0 ? text.length : quote)
      if (quote < 0) return text.length
      if (quote === text.length - 1) {
        this.#isPending = true
        return text.length
      }
      if (!text.startsWith(this.#quote, quote + 1)) {
        this.#close()
        return quote + 1
      }
      at = quote + 2
    }
  }

  /** Lines within a cell: those with as many delimiters as a row look swallowed. */
  #readInside(text: string, from: number, to: number): void {
    const inside = this.#inside
    let at = from
    for (;;) {
      const end = text.indexOf(this.#lineEnd, at)
      const stop = end < 0 || end >= to ? to : end
      if (inside.lines > 0) inside.delimiters += countOf(text.slice(at, stop), this.#delimiter)
      if (stop === to) return
      if (inside.lines > 0 && inside.delimiters === this.#width) inside.alike++
      inside.delimiters = 0
      inside.lines++
      this.#line++
      at = stop + 1
    }
  }

  #close(): void {
    this.#isOpen = false
    const { lines, alike } = this.#inside
    const looksSwallowed = this.#width > 1 && alike > 0 && alike * 2 > lines - 1
    if ((looksSwallowed || lines > MOST_LINES) && this.swallowed.length < MOST_KEPT)
      this.swallowed.push({ line: this.#openLine, lines })
  }

  /** The delimiters of the first record say how many a row has. */
  #learnWidth(text: string, from: number, to: number): void {
    if (this.records === 0) this.#width += countOf(text.slice(from, to), this.#delimiter)
  }
}
