import { FUNCTIONS } from '../../core/formula/functions.ts'
import type { FormulaProblem } from '../../core/problem.ts'

/** What may be written at a place: the text that is put in, and what it is. */
export interface Completion {
  readonly text: string
  readonly label: string
}

export interface Completing {
  /** The word that is completed: from … to. */
  readonly from: number
  readonly to: number
  readonly completions: readonly Completion[]
}

const MOST = 8
const WORD_BEFORE = /[a-z_][a-z0-9_]*$/i
const OWN_FUNCTIONS: readonly Completion[] = Array.from(FUNCTIONS.keys(), (name) => ({
  text: `${name}(`,
  label: 'function',
}))

/** What the word before the caret may become: what begins so comes first, then what is called so. None inside a text, or without a word. */
export function completeAt(
  text: string,
  caret: number,
  names: readonly Completion[],
): Completing | null {
  const before = text.slice(0, caret)
  const word = WORD_BEFORE.exec(before)?.[0] ?? ''
  if (word === '' || isInText(before)) return null
  const wanted = word.toLowerCase()
  const all = [...names, ...OWN_FUNCTIONS].filter(({ text }) => text !== word)
  const begins = all.filter((one) => one.text.toLowerCase().startsWith(wanted))
  const called = names.filter(
    (one) => !begins.includes(one) && one.label.toLowerCase().includes(wanted),
  )
  const completions = [...begins, ...called].slice(0, MOST)
  return completions.length === 0 ? null : { from: caret - word.length, to: caret, completions }
}

/** Whether a quotation mark before the caret is still open. */
function isInText(before: string): boolean {
  let open = ''
  for (let at = 0; at < before.length; at++) {
    const sign = before[at] as string
    if (open !== '' && sign === '\\') at++
    else if (sign === open) open = ''
    else if (open === '' && (sign === "'" || sign === '"')) open = sign
  }
  return open !== ''
}

export interface Stretch {
  readonly text: string
  readonly isWrong: boolean
}

/** The text cut where problems begin and end; a problem at the end of the text marks a space behind it. */
export function stretchesOf(text: string, problems: readonly FormulaProblem[]): readonly Stretch[] {
  const padded = `${text} `
  const wrong = problems.map(({ from, to }) => ({ from, to: Math.max(to, from + 1) }))
  const edges = [...new Set([0, padded.length, ...wrong.flatMap(({ from, to }) => [from, to])])]
    .filter((edge) => edge <= padded.length)
    .sort((a, b) => a - b)
  return edges.slice(1).map((to, place) => {
    const from = edges[place] as number
    const isWrong = wrong.some((one) => one.from <= from && to <= one.to)
    return { text: padded.slice(from, to), isWrong }
  })
}
