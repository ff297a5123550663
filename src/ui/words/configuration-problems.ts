import { assertNever, type ConfigurationProblem, type FormulaProblem } from '../../core/problem.ts'
import { formatCount, plural } from '../parts/format.ts'
import { formulaProblemText } from './formula-problems.ts'
import type { ProblemWords } from './problems.ts'

/** What is wrong with a configuration file, with the place as a path into it; or with an expression on its own. */
export function configurationProblemWords(
  problem: ConfigurationProblem | FormulaProblem,
): ProblemWords {
  if (!('place' in problem)) return { what: formulaProblemText(problem), where: null, advice: null }
  return { ...said(problem), where: problem.place === '' ? null : problem.place }
}

/** "6 plays are kept and not used yet." */
export function keptWords(problems: readonly ConfigurationProblem[]): string {
  const kinds = new Set(problems.map((problem) => ('what' in problem ? problem.what : '')))
  const [only = ''] = kinds
  const one = kinds.size === 1 && /^[a-z]+$/.test(only) ? only : 'part'
  return `${plural(problems.length, one)} ${problems.length === 1 ? 'is' : 'are'} kept and not used yet`
}

type Said = Pick<ProblemWords, 'what' | 'advice'>

function said(problem: ConfigurationProblem): Said {
  switch (problem.code) {
    case 'not-json':
      return words(
        `This is not JSON: ${problem.message}`,
        `Look near character ${formatCount(problem.at + 1)}.`,
      )
    case 'too-large':
      return words(
        `Too large: ${LARGE[problem.what](formatCount(problem.found))}, at most ${formatCount(problem.limit)} can be read.`,
      )
    case 'not-a-configuration':
      return words(
        'This JSON is no configuration of Hale.',
        'Its first key is "format" with the value "hale-config".',
      )
    case 'damaged-link':
      return words(
        'This link holds no configuration that can be read: it is cut off or was changed.',
        'Ask for the whole link again, or for the file.',
      )
    case 'newer-version':
      return words(
        `Version ${problem.found} was written by a newer Hale; this one reads up to version ${problem.known}.`,
        'Reload the page to get the newer version.',
      )
    case 'absent':
      return words('This key is required and absent.')
    case 'wrong-value':
      return words(`${problem.found} stands where ${problem.expected} is expected.`)
    case 'duplicate-id':
      return words(`The id “${problem.id}” is taken already, by ${problem.first}.`)
    case 'unknown-key':
      return words(
        problem.suggestion === null
          ? `The key “${problem.key}” is not known; it is kept and has no effect.`
          : `The key “${problem.key}” is not known. Is “${problem.suggestion}” meant? It is kept and has no effect.`,
      )
    case 'not-used-yet':
      return words(`${problem.what} is kept, but this version of Hale does not use it yet.`)
    case 'bad-formula':
      return words(`In “${problem.formula}”: ${formulaProblemText(problem.problem)}`)
    case 'cycle':
      return words(`It depends on itself: ${problem.path.join(' → ')}.`)
    case 'example-differs':
      return words(
        `The example “${problem.example}” gives ${problem.found}, and says ${problem.expected}.`,
      )
    default:
      return assertNever(problem)
  }
}

const words = (what: string, advice: string | null = null): Said => ({ what, advice })

type Large = Extract<ConfigurationProblem, { code: 'too-large' }>['what']

const LARGE: { readonly [what in Large]: (found: string) => string } = {
  bytes: (found) => `${found} bytes`,
  depth: (found) => `nested ${found} deep`,
  length: (found) => `${found} characters`,
  count: (found) => `${found} entries`,
}
