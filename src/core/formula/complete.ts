import { AFTER_SCORING_NAMES, FUNCTIONS } from './functions.ts'
import { nearest } from './nearest.ts'

/** Something that can be named in an expression. */
export interface Completion {
  readonly kind: 'column' | 'function' | 'result' | 'word'
  /** What is written; a function with its opening parenthesis. */
  readonly text: string
  /** What it is called, where that says more. */
  readonly label: string
}

export interface Completions {
  /** What they take the place of. */
  readonly from: number
  readonly to: number
  /** The best first. */
  readonly list: readonly Completion[]
}

export interface Namable {
  readonly columns: readonly { readonly id: string; readonly label: string }[]
  /** Whether scores are known where the expression stands, as in flags. */
  readonly afterScoring: boolean
}

const MOST = 8
const WORD_BEFORE = /[A-Za-z_][A-Za-z0-9_]*$/
const WORD_BEHIND = /^[A-Za-z0-9_]*/
const WORDS = ['and', 'or', 'not', 'in', 'true', 'false', 'missing']
const ONLY_AFTER_SCORING = new Set(['factor', 'group', 'has_flag'])

/**
 * What may be meant by the word at the caret: what begins with it, then what has it inside its id or its name, then what is nearly spelt
 * like it. Without a word: everything where `all`, else nothing. Inside a quoted text there is nothing to complete.
 */
export function completionsAt(
  text: string,
  caret: number,
  namable: Namable,
  all = false,
): Completions {
  const word = WORD_BEFORE.exec(text.slice(0, caret))?.[0] ?? ''
  const from = caret - word.length
  const to = caret + (WORD_BEHIND.exec(text.slice(caret))?.[0].length ?? 0)
  if (isQuoted(text.slice(0, from)) || (word === '' && !all)) return { from, to, list: [] }
  const list = ranked(word.toLowerCase(), candidates(namable))
  const isDone = list.length === 1 && list[0]?.text === text.slice(from, to)
  return { from, to, list: isDone ? [] : list }
}

function candidates({ columns, afterScoring }: Namable): Completion[] {
  const functions = [...FUNCTIONS.keys()].filter(
    (name) => afterScoring || !ONLY_AFTER_SCORING.has(name),
  )
  return [
    ...columns.map(({ id, label }): Completion => ({ kind: 'column', text: id, label })),
    ...(afterScoring ? Object.keys(AFTER_SCORING_NAMES) : []).map((name): Completion => ({
      kind: 'result',
      text: name,
      label: name,
    })),
    ...functions.map((name): Completion => ({ kind: 'function', text: `${name}(`, label: name })),
    ...WORDS.map((word): Completion => ({ kind: 'word', text: word, label: word })),
  ]
}

function ranked(word: string, list: readonly Completion[]): Completion[] {
  if (word === '') return list.slice(0, MOST)
  const begins = list.filter(({ text }) => text.startsWith(word))
  const holds = list.filter(
    ({ text, label }) =>
      !text.startsWith(word) && (text.includes(word) || label.toLowerCase().includes(word)),
  )
  const found = [...begins, ...holds].slice(0, MOST)
  if (found.length > 0) return found
  const meant = nearest(
    word,
    list.map(({ text }) => text),
  )
  return list.filter(({ text }) => text === meant)
}

/** Whether a text that begins before here goes on. */
function isQuoted(before: string): boolean {
  let quote = ''
  for (let i = 0; i < before.length; i++) {
    const letter = before[i] as string
    if (quote === '') quote = letter === "'" || letter === '"' ? letter : ''
    else if (letter === '\\') i++
    else if (letter === quote) quote = ''
  }
  return quote !== ''
}
