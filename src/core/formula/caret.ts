/** Whose texts are wanted where a text may stand: those of a column, or the ids of what a function names. */
export type TextSubject =
  { readonly kind: 'column'; readonly id: string } | { readonly kind: 'factor' | 'group' | 'flag' }

/** Where a caret stands in an expression, and what of the text around it a completion takes the place of. */
export interface Caret {
  readonly from: number
  readonly to: number
  /** What is written of it already; of a text without its quotes. */
  readonly word: string
  readonly isQuoted: boolean
  /** Null where what stands before it wants no text. */
  readonly subject: TextSubject | null
}

const WORD_BEFORE = /[A-Za-z_][A-Za-z0-9_]*$/
const WORD_BEHIND = /^[A-Za-z0-9_]*/
/** The rest of a text up to its end. Where none is near the text is not ended yet, and what follows stays as it is. */
const TEXT_BEHIND = /^[^'"=<>!()[\],]*['"]/

export function caretIn(text: string, at: number): Caret {
  const quote = openQuote(text.slice(0, at))
  if (quote !== null)
    return {
      from: quote,
      to: at + (TEXT_BEHIND.exec(text.slice(at))?.[0].length ?? 0),
      word: text.slice(quote + 1, at).replaceAll(/\\(.)/g, '$1'),
      isQuoted: true,
      subject: subjectBefore(text.slice(0, quote)),
    }
  const word = WORD_BEFORE.exec(text.slice(0, at))?.[0] ?? ''
  const from = at - word.length
  return {
    from,
    to: at + (WORD_BEHIND.exec(text.slice(at))?.[0].length ?? 0),
    word,
    isQuoted: false,
    subject: subjectBefore(text.slice(0, from)),
  }
}

/** Where a text begins that is not ended before here; null where none is. */
function openQuote(before: string): number | null {
  let open: number | null = null
  for (let i = 0; i < before.length; i++) {
    const letter = before[i] as string
    if (open === null) open = letter === "'" || letter === '"' ? i : null
    else if (letter === '\\') i++
    else if (letter === before[open]) open = null
  }
  return open
}

const COMPARED = /([a-z_][a-z0-9_]*)\s*[=!]=\s*$/i
const LISTED = /([a-z_][a-z0-9_]*)\s+(?:not\s+)?in\s*\[(?:[^[\]]*,)?\s*$/i
const SEARCHED = /\bcontains\(\s*([a-z_][a-z0-9_]*)\s*,\s*$/i
const NAMED = /\b(factor|group|has_flag)\(\s*$/
const NAMES = { factor: 'factor', group: 'group', has_flag: 'flag' } as const

function subjectBefore(before: string): TextSubject | null {
  const named = NAMED.exec(before)?.[1]
  if (named !== undefined) return { kind: NAMES[named as keyof typeof NAMES] }
  const found = COMPARED.exec(before) ?? LISTED.exec(before) ?? SEARCHED.exec(before)
  return found ? { kind: 'column', id: (found[1] as string).toLowerCase() } : null
}
