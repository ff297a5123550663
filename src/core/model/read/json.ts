import { failure, success, type ConfigurationProblem, type Result } from '../../problem.ts'
import { LIMITS } from './limits.ts'

/**
 * JSON as the standard has it, within LIMITS. Bounds come first, and the place of an error is our own finding:
 * what `JSON.parse` says differs from browser to browser. `at` is a UTF-16 offset. A BOM in front is ignored.
 */
export function readJson(source: string): Result<unknown, ConfigurationProblem> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const bytes = text.length > LIMITS.bytes ? text.length : new TextEncoder().encode(text).byteLength
  if (bytes > LIMITS.bytes) return failure(tooLarge('bytes', LIMITS.bytes, bytes))
  const parsed = parsedWithin(text)
  if (parsed) return success(parsed.value)
  const problem = new Scanner(text).firstProblem()
  return problem ? failure(problem) : success(JSON.parse(text))
}

/** Null where something is wrong: going through the text says what and where, and takes many times as long. */
function parsedWithin(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return isWithin(value, { depth: 0, values: 0 }) ? { value } : null
  } catch {
    return null
  }
}

function isWithin(value: unknown, found: { depth: number; values: number }): boolean {
  found.values += 1
  if (found.values > LIMITS.values) return false
  if (typeof value !== 'object' || value === null) return true
  found.depth += 1
  const are =
    found.depth <= LIMITS.depth && Object.values(value).every((part) => isWithin(part, found))
  found.depth -= 1
  return are
}

const tooLarge = (
  what: 'bytes' | 'depth' | 'count',
  limit: number,
  found: number,
): ConfigurationProblem => ({
  place: '',
  severity: 'error',
  code: 'too-large',
  what,
  limit,
  found,
})

const SPACE = /[ \t\n\r]*/y
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end'

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value-or-end': 'a value or ]',
  key: 'a key in quotes',
  'key-or-end': 'a key in quotes or }',
  colon: ':',
  'comma-or-end': 'a comma or the closing bracket',
  end: 'nothing more',
}

class Scanner {
  readonly #text: string
  readonly #open: string[] = []
  #at = 0
  #values = 0
  #expected: Expected = 'value'

  constructor(text: string) {
    this.#text = text
  }

  firstProblem(): ConfigurationProblem | null {
    for (;;) {
      this.#skip(SPACE)
      if (this.#at === this.#text.length)
        return this.#expected === 'end' ? null : this.#unexpected(WORDS[this.#expected])
      const problem = this.#step(this.#text[this.#at] as string)
      if (problem) return problem
      if (this.#open.length > LIMITS.depth)
        return tooLarge('depth', LIMITS.depth, this.#open.length)
      if (this.#values > LIMITS.values) return tooLarge('count', LIMITS.values, this.#values)
    }
  }

  #step(char: string): ConfigurationProblem | null {
    switch (this.#expected) {
      case 'value':
        return this.#value(char)
      case 'value-or-end':
        return char === ']' ? this.#close() : this.#value(char)
      case 'key':
        return char === '"' ? this.#string('colon') : this.#unexpected(WORDS.key)
      case 'key-or-end':
        if (char === '}') return this.#close()
        return char === '"' ? this.#string('colon') : this.#unexpected(WORDS['key-or-end'])
      case 'colon':
        return char === ':' ? this.#pass('value') : this.#unexpected(WORDS.colon)
      case 'comma-or-end':
        return this.#commaOrEnd(char)
      case 'end':
        return this.#unexpected(WORDS.end)
    }
  }

  #value(char: string): ConfigurationProblem | null {
    this.#values += 1
    if (char === '"') return this.#string(this.#afterValue())
    if (char === '{' || char === '[') {
      this.#open.push(char)
      return this.#pass(char === '{' ? 'key-or-end' : 'value-or-end')
    }
    if (!this.#skip(SCALAR)) return this.#unexpected(WORDS[this.#expected])
    this.#expected = this.#afterValue()
    return null
  }

  #commaOrEnd(char: string): ConfigurationProblem | null {
    const inObject = this.#open.at(-1) === '{'
    if (char === ',') return this.#pass(inObject ? 'key' : 'value')
    if (char === (inObject ? '}' : ']')) return this.#close()
    return this.#unexpected(`a comma or ${inObject ? '}' : ']'}`)
  }

  #string(next: Expected): ConfigurationProblem | null {
    for (let i = this.#at + 1; i < this.#text.length; i++) {
      const char = this.#text[i] as string
      if (char === '"') {
        this.#at = i
        return this.#pass(next)
      }
      if (char < ' ') {
        this.#at = i
        return this.#unexpected('the closing quote, or \\n for a line break')
      }
      if (char !== '\\') continue
      this.#at = i + 1
      if (!this.#skip(ESCAPE)) return this.#unexpected('an escape such as \\n or \\u00e9')
      i = this.#at - 1
    }
    this.#at = this.#text.length
    return this.#unexpected('the closing quote')
  }

  #close(): null {
    this.#open.pop()
    return this.#pass(this.#afterValue())
  }

  #pass(next: Expected): null {
    this.#at += 1
    this.#expected = next
    return null
  }

  #afterValue(): Expected {
    return this.#open.length === 0 ? 'end' : 'comma-or-end'
  }

  /** Moves behind what the sticky pattern finds here; false where it finds nothing. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at
    if (!pattern.test(this.#text)) return false
    this.#at = pattern.lastIndex
    return true
  }

  #unexpected(expected: string): ConfigurationProblem {
    const found = this.#text[this.#at]
    const message = `expected ${expected}, found ${found === undefined ? 'the end of the file' : found}`
    return { place: '', severity: 'error', code: 'not-json', message, at: this.#at }
  }
}
