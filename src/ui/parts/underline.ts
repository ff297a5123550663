import { parseFormula } from '../../core/formula/parse.ts'
import type { ConfigurationProblem, FormulaProblem } from '../../core/problem.ts'

export interface Piece {
  readonly text: string
  readonly isWrong: boolean
}

/**
 * What is wrong with the text as it stands: how it is written is known at once, what its names and types are worth is what the engine
 * said of the very same text.
 */
export function problemsIn(
  text: string,
  said: readonly ConfigurationProblem[],
): readonly FormulaProblem[] {
  const parsed = parseFormula(text)
  if (!parsed.ok) return parsed.problems
  return said.flatMap((problem) =>
    problem.code === 'bad-formula' && problem.formula === text ? [problem.problem] : [],
  )
}

/** The text in pieces, those between a problem's ends marked. A problem at the end of the text marks its last letter. */
export function underlined(text: string, problems: readonly FormulaProblem[]): Piece[] {
  const wrong = new Uint8Array(text.length)
  for (const { from, to } of problems) {
    const begin = Math.min(from, text.length - 1)
    wrong.fill(1, Math.max(0, begin), Math.max(begin + 1, to))
  }
  const pieces: Piece[] = []
  for (let from = 0; from < text.length;) {
    let to = from
    while (to < text.length && wrong[to] === wrong[from]) to++
    pieces.push({ text: text.slice(from, to), isWrong: wrong[from] === 1 })
    from = to
  }
  return pieces
}
