import { assertNever, type FormulaProblem } from '../../core/problem.ts'
import { formatCount } from '../parts/format.ts'

/** What is wrong with an expression, in a sentence. Where it is, the expression itself shows best. */
export function formulaProblemText(problem: FormulaProblem): string {
  switch (problem.code) {
    case 'unexpected':
      return `${problem.expected} is expected, not ${problem.found === '' ? 'the end' : problem.found}.`
    case 'unterminated-text':
      return 'A text is opened with a quotation mark and never closed.'
    case 'chained-comparison':
      return 'Comparisons do not chain: join them with “and”.'
    case 'unknown-function':
      return `There is no function “${problem.name}”.${meant(problem.suggestion)}`
    case 'argument-count':
      return `${problem.name} takes ${problem.expected}, not ${formatCount(problem.found)}.`
    case 'argument-type':
      return `${problem.name} takes ${problem.expected}, not ${problem.found}.`
    case 'operand-type':
      return `“${problem.operator}” wants ${problem.expected}, not ${problem.found}.`
    case 'result-type':
      return `The result has to be ${problem.expected}, and is ${problem.found}.`
    case 'different-types':
      return `“${problem.operator}” compares ${problem.left} with ${problem.right}, which is never true.`
    case 'not-a-date':
      return `“${problem.text}” is no date; write it as 2026-03-31.`
    case 'not-whole-days':
      return `The days have to be a whole number from 1, not ${problem.found}.`
    case 'unknown-name':
      return `There is no column “${problem.name}” yet.${meant(problem.suggestion)} It counts as missing until there is.`
    case 'not-available-here':
      return `“${problem.name}” is known only after scoring, so it cannot be used here.`
    case 'compares-with-missing':
      return 'Comparing with missing is never true; use is_missing(…).'
    case 'formula-too-large':
      return `${TOO_LARGE[problem.what]} more than ${formatCount(problem.limit)}.`
    default:
      return assertNever(problem)
  }
}

const meant = (suggestion: string | null): string =>
  suggestion === null ? '' : ` Is “${suggestion}” meant?`

const TOO_LARGE = {
  length: 'The expression is too long: characters,',
  depth: 'The expression is nested too deep: levels,',
  count: 'The expression has too many parts:',
} as const
