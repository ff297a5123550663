import type { Example } from '../../core/model/configuration.ts'
import type { ConfigurationProblem } from '../../core/problem.ts'
import { formatCount } from '../parts/format.ts'
import { upperFirst } from './formula.ts'

/** An example, and how it fares under a configuration. */
export interface ExampleLine {
  readonly name: string
  readonly holds: boolean
  /** "Holds", or what differs: "Score 40.2, and says 12.5". */
  readonly said: string
}

/** By the places that the problems name: what none is said of holds. */
export function exampleLines(
  examples: readonly Example[],
  differing: readonly ConfigurationProblem[],
): readonly ExampleLine[] {
  return examples.map(({ name }, i) => {
    const found = differing.flatMap((problem) => {
      const key = keyOf(problem.place, i)
      return problem.code === 'example-differs' && key !== null
        ? [`${key} ${problem.found}, and says ${problem.expected}`]
        : []
    })
    const said = found.length === 0 ? 'holds' : found.join('; ')
    return { name, holds: found.length === 0, said: upperFirst(said) }
  })
}

function keyOf(place: string, example: number): string | null {
  const start = `examples[${example}].`
  return place.startsWith(start) ? place.slice(start.length) : null
}

export function holdWords(holding: number, all: number): string {
  if (holding < all) return `${formatCount(all - holding)} of ${formatCount(all)} broken`
  return all === 1 ? 'it holds' : `all ${formatCount(all)} hold`
}
