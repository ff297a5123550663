import { assertNever, type Problem } from '../../core/problem.ts'
import { configurationProblemWords } from './configuration-problems.ts'
import { fileProblemWords } from './file-problems.ts'
import { rowProblemWords } from './row-problems.ts'
import { storeProblemWords } from './store-problems.ts'

/** What a person reads of a problem: what happened, where, and what to do about it. */
export interface ProblemWords {
  readonly what: string
  readonly where: string | null
  readonly advice: string | null
}

export function problemWords(problem: Problem): ProblemWords {
  switch (problem.code) {
    case 'empty-file':
    case 'no-rows':
    case 'not-text':
    case 'undecodable':
    case 'line-too-long':
    case 'too-many-columns':
    case 'inflates-too-far':
    case 'damaged-gzip':
    case 'unreadable-file':
    case 'key-not-found':
    case 'no-keys':
    case 'keys-collide':
    case 'import-running':
    case 'import-died':
      return fileProblemWords(problem)
    case 'merged':
    case 'no-key':
    case 'extra-cells':
    case 'short-row':
    case 'moved-cells':
    case 'swallowed-lines':
    case 'stray-quote':
    case 'left-out':
    case 'unreadable-characters':
    case 'unreadable-cell':
    case 'mangled-key':
    case 'lost-noughts':
      return rowProblemWords(problem)
    case 'storage-full':
    case 'newer-database':
    case 'storage-failed':
    case 'not-a-backup':
    case 'newer-backup':
    case 'damaged-backup':
    case 'nothing-to-undo':
    case 'no-configuration':
    case 'no-such-snapshot':
    case 'no-such-account':
    case 'no-workspace':
      return storeProblemWords(problem)
    case 'not-json':
    case 'too-large':
    case 'not-a-configuration':
    case 'damaged-link':
    case 'newer-version':
    case 'absent':
    case 'wrong-value':
    case 'duplicate-id':
    case 'unknown-key':
    case 'not-used-yet':
    case 'bad-formula':
    case 'cycle':
    case 'example-differs':
    case 'unexpected':
    case 'unterminated-text':
    case 'chained-comparison':
    case 'unknown-function':
    case 'argument-count':
    case 'argument-type':
    case 'operand-type':
    case 'result-type':
    case 'different-types':
    case 'not-a-date':
    case 'not-whole-days':
    case 'unknown-name':
    case 'not-available-here':
    case 'compares-with-missing':
    case 'formula-too-large':
      return configurationProblemWords(problem)
    default:
      return assertNever(problem)
  }
}

/** One sentence after the other, for places that have room for text alone. */
export function sayProblem(problem: Problem): string {
  const { what, where, advice } = problemWords(problem)
  return [where === null ? what : `${where}: ${what}`, advice].filter(Boolean).join(' ')
}
