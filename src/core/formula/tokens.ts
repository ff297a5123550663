import { type FormulaProblem, type Result, failure, success } from '../problem.ts'
import { KEYWORDS } from './functions.ts'

/** `text` is what was written; of a keyword in small letters, of a text what it stands for. */
export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'keyword' | 'symbol' | 'end'
  readonly text: string
  readonly from: number
  readonly to: number
}

const SPACE = /\s+/y
const NUMBER = /\d+(\.\d+)?(e[+-]?\d+)?/iy
const WORD = /[a-z_][a-z0-9_]*/iy
const SYMBOL = /[=!<>]=|[-+*/%<>()[\],]/y
const STRAY = /[^]/uy
const ESCAPE = /\\(u[0-9a-f]{4}|.|$)/isuy

const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
])

/** What people write by habit from other languages. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['!', '!='],
  ['&', 'and'],
  ['|', 'or'],
])

/** The words of an expression, ended by one `end`. Its time grows with the length of the text alone. */
export function readTokens(text: string): Result<readonly Token[], FormulaProblem> {
  const tokens: Token[] = []
  let at = 0
  while ((at += lengthOf(SPACE, text, at)) < text.length) {
    const token = readToken(text, at)
    if ('code' in token) return failure(token)
    tokens.push(token)
    at = token.to
  }
  return success([...tokens, { kind: 'end', text: '', from: text.length, to: text.length }])
}

function readToken(text: string, from: number): Token | FormulaProblem {
  if (text[from] === "'" || text[from] === '"') return readText(text, from)
  const read = (kind: Token['kind'], length: number): Token => {
    const to = from + length
    return { kind, text: text.slice(from, to), from, to }
  }
  const digits = lengthOf(NUMBER, text, from)
  if (digits > 0) return finite(read('number', digits))
  const letters = lengthOf(WORD, text, from)
  if (letters > 0) return nameOrKeyword(read('name', letters))
  const signs = lengthOf(SYMBOL, text, from)
  if (signs > 0) return read('symbol', signs)
  const stray = read('symbol', lengthOf(STRAY, text, from))
  return unexpected(stray, MEANT.get(stray.text) ?? 'value or operator')
}

function finite(token: Token): Token | FormulaProblem {
  return Number.isFinite(Number(token.text)) ? token : unexpected(token, 'finite number')
}

function nameOrKeyword(token: Token): Token {
  const keyword = token.text.toLowerCase()
  return KEYWORDS.has(keyword) ? { ...token, kind: 'keyword', text: keyword } : token
}

function readText(text: string, from: number): Token | FormulaProblem {
  const quote = text[from]
  let value = ''
  let at = from + 1
  while (at < text.length && text[at] !== quote) {
    const to = at + (lengthOf(ESCAPE, text, at) || 1)
    const character = unescape(text.slice(at, to))
    if (character === undefined)
      return unexpected({ text: text.slice(at, to), from: at, to }, 'escape')
    value += character
    at = to
  }
  if (at >= text.length) return { code: 'unterminated-text', from, to: text.length }
  return { kind: 'text', text: value, from, to: at + 1 }
}

/** What a character or an escape stands for; a backslash that ends the text for nothing. */
function unescape(written: string): string | undefined {
  if (written.length === 1) return written === '\\' ? '' : written
  if (written.length === 6) return String.fromCharCode(parseInt(written.slice(2), 16))
  return ESCAPED.get(written[1] as string)
}

function unexpected(
  { text: found, from, to }: Pick<Token, 'text' | 'from' | 'to'>,
  expected: string,
): FormulaProblem {
  return { code: 'unexpected', found, expected, from, to }
}

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex - at : 0
}
