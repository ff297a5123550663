import { positionsIn } from '../history/positions.ts'
import type { History, Snapshot } from '../history/snapshot.ts'
import type { Column } from '../table/column.ts'
import { evaluateNode } from './evaluate-node.ts'
import type { Formula } from './tree.ts'
import { MISSING, type Vector, fromColumn, toColumn } from './vector.ts'

/**
 * What flags and filters may use beside columns, aligned with the snapshot they are evaluated in.
 * `score` is the computed shown score.
 */
export interface Results {
  readonly score: Column
  readonly raw: Column
  readonly band: Column
  readonly coverage: Column
  readonly model: Column
  readonly overridden: Column
  /** Null where the configuration has none of that id. */
  factor(id: string): Column | null
  group(id: string): Column | null
  hasFlag(id: string): Column | null
  /** The shown scores of an earlier snapshot under the same configuration, aligned with that snapshot. */
  scoreAt(at: number): Column
}

/** `at` is an index into the history; columns are aligned with the accounts of that snapshot and are not to be changed. */
export interface Evaluator {
  /** Missing for all where the types do not go together. Without results, names such as `score` are missing. Never throws on what parses. */
  evaluate(formula: Formula, at: number, results?: Results): Column
  /** A stored column as it is, or a derived one, evaluated once a snapshot; null where there is neither. */
  column(id: string, at: number): Column | null
  /** For each account of one snapshot its row in an earlier one, -1 where it is not there. */
  positions(at: number, earlier: number): Int32Array
}

/** Pairs of snapshots whose positions are kept: enough for two years of months looking back from one of them. */
const MAX_PAIRS = 32

/** Columns are those of each snapshot, and `derived`, whose names stand behind stored ones. An empty history can be asked nothing. */
export function createEvaluator({
  history,
  derived,
}: {
  readonly history: History
  readonly derived: ReadonlyMap<string, Formula>
}): Evaluator {
  const vectors = history.map(() => new Map<string, Vector>())
  const columns = history.map(() => new Map<string, Column>())
  const pairs = new Map<number, Int32Array>()

  function snapshotAt(at: number): Snapshot {
    const snapshot = history[at]
    if (!snapshot) throw new Error(`invalid snapshot: ${at} of ${history.length}`)
    return snapshot
  }

  function vectorOf(id: string, at: number): Vector {
    const known = vectors[at]?.get(id)
    if (known) return known
    // Stands in while its formula is evaluated, so that one that reaches itself is missing instead of endless.
    vectors[at]?.set(id, MISSING)
    const made = makeVector(id, at)
    vectors[at]?.set(id, made)
    return made
  }

  function makeVector(id: string, at: number): Vector {
    const stored = snapshotAt(at).columns.get(id)
    if (stored) return fromColumn(stored)
    const formula = derived.get(id)
    return formula ? vectorFor(formula, at, null) : MISSING
  }

  function vectorFor(formula: Formula, at: number, results: Results | null): Vector {
    const { day, accounts } = snapshotAt(at)
    const past = { history, vectorOf, positions }
    return evaluateNode(formula.root, { at, day, rows: accounts.length, results, past })
  }

  function positions(at: number, earlier: number): Int32Array {
    const pair = at * history.length + earlier
    const known = pairs.get(pair)
    if (known) return known
    const made = positionsIn(snapshotAt(at).accounts, snapshotAt(earlier).accounts)
    pairs.set(pair, made)
    for (const [oldest] of pairs) if (pairs.size > MAX_PAIRS) pairs.delete(oldest)
    return made
  }

  function column(id: string, at: number): Column | null {
    const { columns: stored, accounts } = snapshotAt(at)
    const known = stored.get(id) ?? columns[at]?.get(id)
    if (known || !derived.has(id)) return known ?? null
    const made = toColumn(vectorOf(id, at), accounts.length)
    columns[at]?.set(id, made)
    return made
  }

  function evaluate(formula: Formula, at: number, results?: Results): Column {
    const { root } = formula
    const named = root.kind === 'name' ? column(root.name, at) : null
    return (
      named ?? toColumn(vectorFor(formula, at, results ?? null), snapshotAt(at).accounts.length)
    )
  }

  return { evaluate, column, positions }
}
