import { caretIn, type Caret, type TextSubject } from './caret.ts'
import { AFTER_SCORING_NAMES, FUNCTIONS } from './functions.ts'
import { nearest } from './nearest.ts'
import { textLiteral } from './print.ts'

/** Something that can be written in an expression. */
export interface Completion {
  readonly kind: 'column' | 'function' | 'result' | 'word' | 'text'
  /** What is written; a function with its opening parenthesis, a text with its quotes. */
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

interface Named {
  readonly id: string
  readonly label: string
}

export interface Namable {
  /** May be any expression: filters offer the score of a factor as they do a column. */
  readonly columns: readonly Named[]
  /** Whether scores are known where the expression stands, as in flags. */
  readonly afterScoring: boolean
  /** The texts of a subject, the likeliest first; none where they are not known. */
  readonly textsOf: (subject: TextSubject) => readonly Named[]
}

const MOST = 8
const WORDS = ['and', 'or', 'not', 'in', 'true', 'false', 'missing']
const ONLY_AFTER_SCORING = new Set(['factor', 'group', 'has_flag'])

/**
 * What may be meant at the caret: what begins with the word before it, then what has it inside its id or its name, then what is nearly
 * spelt like it. Where a text may stand, the texts of that column or the ids of what a function names come first, even without a word;
 * else everything without one where `all`, or nothing. Inside any other quoted text there is nothing to complete.
 */
export function completionsAt(
  text: string,
  at: number,
  namable: Namable,
  all = false,
): Completions {
  const caret = caretIn(text, at)
  const { from, to } = caret
  const list = [...texts(caret, namable), ...names(caret, namable, all)].slice(0, MOST)
  const isDone = list.length === 1 && list[0]?.text === text.slice(from, to)
  return { from, to, list: isDone ? [] : list }
}

function texts({ subject, word }: Caret, namable: Namable): Completion[] {
  if (!subject) return []
  const found = namable
    .textsOf(subject)
    .map(({ id, label }): Completion => ({ kind: 'text', text: textLiteral(id), label }))
  return holding(word.toLowerCase(), found, 1)
}

function names({ word, isQuoted }: Caret, namable: Namable, all: boolean): Completion[] {
  if (isQuoted || (word === '' && !all)) return []
  return ranked(word.toLowerCase(), candidates(namable))
}

function candidates({ columns, afterScoring }: Namable): Completion[] {
  const functions = [...FUNCTIONS.keys()].filter(
    (name) => afterScoring || !ONLY_AFTER_SCORING.has(name),
  )
  const given = new Set(columns.map(({ id }) => id))
  const results = afterScoring
    ? Object.keys(AFTER_SCORING_NAMES).filter((name) => !given.has(name))
    : []
  return [
    ...columns.map(({ id, label }): Completion => ({ kind: 'column', text: id, label })),
    ...results.map((name): Completion => ({ kind: 'result', text: name, label: name })),
    ...functions.map((name): Completion => ({ kind: 'function', text: `${name}(`, label: name })),
    ...WORDS.map((word): Completion => ({ kind: 'word', text: word, label: word })),
  ]
}

function ranked(word: string, list: readonly Completion[]): Completion[] {
  const found = holding(word, list, 0)
  if (found.length > 0) return found
  const meant = nearest(
    word,
    list.map(({ text }) => text),
  )
  return list.filter(({ text }) => text === meant)
}

/** What begins with the word behind so many letters, then what has it inside. */
function holding(word: string, list: readonly Completion[], behind: number): Completion[] {
  const begins = ({ text }: Completion) => text.toLowerCase().startsWith(word, behind)
  const holds = ({ text, label }: Completion) =>
    text.toLowerCase().includes(word) || label.toLowerCase().includes(word)
  return [...list.filter(begins), ...list.filter((one) => !begins(one) && holds(one))].slice(
    0,
    MOST,
  )
}
