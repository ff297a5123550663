import type { TimeFunction } from './functions.ts'
import { type Formula, type Node, childrenOf } from './tree.ts'

/** A column that is read in earlier snapshots: the one before for `previous` (days null), else as far back as `days`. */
export interface UseOverTime {
  readonly function: TimeFunction
  readonly name: string
  readonly days: number | null
}

export interface NamesUsed {
  /** Columns, derived columns and names such as `score` whose values of this snapshot are read. */
  readonly names: ReadonlySet<string>
  /** In the order of the text, repeated uses once. */
  readonly overTime: readonly UseOverTime[]
  readonly functions: ReadonlySet<string>
}

/** What an expression reads; what the derived columns it names read in turn is not followed. */
export function namesUsed(formula: Formula): NamesUsed {
  const names = new Set<string>()
  const functions = new Set<string>()
  const overTime = new Map<string, UseOverTime>()
  visit(formula.root, (node) => {
    if (node.kind === 'name') names.add(node.name)
    if ('name' in node && node.kind !== 'name') functions.add(node.name)
    if (node.kind !== 'over-time') return
    const { name, days, column } = node
    overTime.set(`${name} ${column.name} ${days}`, { function: name, name: column.name, days })
    if (readsNow(name)) names.add(column.name)
  })
  return { names, overTime: [...overTime.values()], functions }
}

/** Every column or name an expression reaches, in this snapshot or in earlier ones. */
export function namesReached(formula: Formula): ReadonlySet<string> {
  const { names, overTime } = namesUsed(formula)
  return new Set([...names, ...overTime.map((use) => use.name)])
}

/** The others look at earlier snapshots only. */
const readsNow = (name: TimeFunction): boolean => name === 'change' || name === 'pct_change'

/** The column of a function over time is no name that is read now, and is left out. */
function visit(node: Node, see: (node: Node) => void): void {
  see(node)
  if (node.kind !== 'over-time') for (const child of childrenOf(node)) visit(child, see)
}
