import { type Result, failure, success } from '../problem.ts'
import { namesReached } from './names.ts'
import { type Formula, type Node, childrenOf } from './tree.ts'

/** Of the trees of derived columns that are built upon one another, added up. */
const MAX_CHAIN_DEPTH = 1_000

export type DerivedProblem =
  /** The column that reaches itself stands at both ends. */
  | { readonly code: 'cycle'; readonly path: readonly string[] }
  | {
      readonly code: 'too-deep'
      readonly id: string
      readonly found: number
      readonly limit: number
    }

interface Step {
  readonly id: string
  readonly reached: readonly string[]
  next: number
}

/**
 * The derived columns in an order in which each comes after those it reaches, in this snapshot or in earlier ones.
 * One that reaches itself is a problem, so is one built upon too many others; the first is told. None: an empty order.
 */
export function orderDerived(
  derived: ReadonlyMap<string, Formula>,
): Result<readonly string[], DerivedProblem> {
  const depths = new Map<string, number>()
  for (const id of derived.keys()) {
    const problem = depths.has(id) ? null : follow(id, derived, depths)
    if (problem) return failure(problem)
  }
  return success([...depths.keys()])
}

/** Without recursion: a chain may be as long as the configuration. `depths` is filled in the order that is looked for. */
function follow(
  start: string,
  derived: ReadonlyMap<string, Formula>,
  depths: Map<string, number>,
): DerivedProblem | null {
  const path = [stepInto(start, derived)]
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const id = step.reached[step.next++]
    if (id === undefined) {
      const found = depthOf(step, derived, depths)
      if (found > MAX_CHAIN_DEPTH)
        return { code: 'too-deep', id: step.id, found, limit: MAX_CHAIN_DEPTH }
      depths.set(step.id, found)
      path.pop()
    } else if (!depths.has(id)) {
      const first = path.findIndex((open) => open.id === id)
      if (first >= 0)
        return { code: 'cycle', path: [...path.slice(first).map((open) => open.id), id] }
      path.push(stepInto(id, derived))
    }
  }
  return null
}

function stepInto(id: string, derived: ReadonlyMap<string, Formula>): Step {
  const formula = derived.get(id) as Formula
  return { id, reached: [...namesReached(formula)].filter((name) => derived.has(name)), next: 0 }
}

function depthOf(
  step: Step,
  derived: ReadonlyMap<string, Formula>,
  depths: ReadonlyMap<string, number>,
): number {
  const below = step.reached.map((id) => depths.get(id) as number)
  return treeDepth((derived.get(step.id) as Formula).root) + Math.max(0, ...below)
}

function treeDepth(node: Node): number {
  let deepest = 0
  for (const child of childrenOf(node)) deepest = Math.max(deepest, treeDepth(child))
  return deepest + 1
}
