import { positionsIn } from '../history/positions.ts'
import type { History, Snapshot } from '../history/snapshot.ts'
import type { Column } from '../table/column.ts'
import { evaluateNode, type Past } from './evaluate-node.ts'
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
  /** The ids of the bands that those scores are in. */
  bandAt(at: number): Column
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

/**
 * Over the stored columns of each snapshot and the derived ones; where both have an id, the stored column stands.
 * An empty history can be asked nothing.
 */
export function createEvaluator(known: {
  readonly history: History
  readonly derived: ReadonlyMap<string, Formula>
}): Evaluator {
  return new MemoisedEvaluator(known.history, known.derived)
}

class MemoisedEvaluator implements Evaluator, Past {
  readonly history: History
  readonly #derived: ReadonlyMap<string, Formula>
  readonly #vectors: readonly Map<string, Vector>[]
  readonly #columns: readonly Map<string, Column>[]
  readonly #pairs = new Map<number, Int32Array>()

  constructor(history: History, derived: ReadonlyMap<string, Formula>) {
    this.history = history
    this.#derived = derived
    this.#vectors = history.map(() => new Map())
    this.#columns = history.map(() => new Map())
  }

  evaluate(formula: Formula, at: number, results?: Results): Column {
    const { root } = formula
    const named = root.kind === 'name' ? this.column(root.name, at) : null
    if (named) return named
    return toColumn(
      this.#evaluate(formula, at, results ?? null),
      this.#snapshot(at).accounts.length,
    )
  }

  column(id: string, at: number): Column | null {
    const { columns: stored, accounts } = this.#snapshot(at)
    const known = stored.get(id) ?? this.#columns[at]?.get(id)
    if (known || !this.#derived.has(id)) return known ?? null
    const made = toColumn(this.vectorOf(id, at), accounts.length)
    this.#columns[at]?.set(id, made)
    return made
  }

  positions(at: number, earlier: number): Int32Array {
    const pair = at * this.history.length + earlier
    const known = this.#pairs.get(pair)
    if (known) return known
    const made = positionsIn(this.#snapshot(at).accounts, this.#snapshot(earlier).accounts)
    this.#pairs.set(pair, made)
    for (const [oldest] of this.#pairs) if (this.#pairs.size > MAX_PAIRS) this.#pairs.delete(oldest)
    return made
  }

  vectorOf(id: string, at: number): Vector {
    const stored = this.#snapshot(at).columns.get(id)
    if (stored) return fromColumn(stored)
    const vectors = this.#vectors[at] as Map<string, Vector>
    const formula = this.#derived.get(id)
    const known = vectors.get(id)
    if (known || !formula) return known ?? MISSING
    // Stands in while its formula is evaluated, so that one that reaches itself is missing instead of endless.
    vectors.set(id, MISSING)
    const made = this.#evaluate(formula, at, null)
    vectors.set(id, made)
    return made
  }

  #evaluate(formula: Formula, at: number, results: Results | null): Vector {
    const { day, accounts } = this.#snapshot(at)
    return evaluateNode(formula.root, { at, day, rows: accounts.length, results, past: this })
  }

  #snapshot(at: number): Snapshot {
    const snapshot = this.history[at]
    if (!snapshot) throw new Error(`invalid snapshot: ${at} of ${this.history.length}`)
    return snapshot
  }
}
