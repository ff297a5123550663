import { asOf, within } from '../history/as-of.ts'
import type { History } from '../history/snapshot.ts'
import type { Column } from '../table/column.ts'
import { absolute, calculate, extreme, negate } from './arithmetic.ts'
import { choose, coalesce, isMissing } from './choose.ts'
import { compare } from './compare.ts'
import { daysAfter, daysBefore } from './days.ts'
import type { Results } from './evaluate.ts'
import { isAfterScoringName } from './functions.ts'
import { combine, not } from './logic.ts'
import { isIn } from './membership.ts'
import {
  averageOf,
  broughtForward,
  changeFrom,
  type Earlier,
  medianOf,
  shareOf,
} from './over-time.ts'
import { textPairs } from './text.ts'
import type { AfterScoringNode, CallNode, Node, OverTimeNode } from './tree.ts'
import { MISSING, type Vector, constant, fromColumn, ofType } from './vector.ts'

/** Where a tree is evaluated: a snapshot, its results if it is scored, and the way to columns and earlier snapshots. */
export interface Moment {
  readonly at: number
  readonly day: number
  readonly rows: number
  readonly results: Results | null
  readonly past: Past
}

export interface Past {
  readonly history: History
  vectorOf(id: string, at: number): Vector
  positions(at: number, earlier: number): Int32Array
}

export function evaluateNode(node: Node, moment: Moment): Vector {
  const { rows } = moment
  const valueOf = (operand: Node): Vector => evaluateNode(operand, moment)
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'boolean':
      return constant(node.value)
    case 'missing':
      return MISSING
    case 'name':
      return named(node.name, moment)
    case 'negate':
      return negate(valueOf(node.operand), rows)
    case 'not':
      return not(valueOf(node.operand))
    case 'arithmetic':
      return calculate(node.operator, valueOf(node.left), valueOf(node.right), rows)
    case 'logic':
      return combine(node.operator, valueOf(node.left), valueOf(node.right), rows)
    case 'comparison':
      return compare(node.operator, valueOf(node.left), valueOf(node.right), rows)
    case 'in': {
      const found = isIn(valueOf(node.operand), node.items)
      return node.negated ? not(found) : found
    }
    case 'call':
      return called(node, node.arguments.map(valueOf), moment)
    case 'over-time':
      return overTime(node, moment)
    case 'after-scoring':
      return maybeColumn(resultOf(node, moment))
  }
}

function named(name: string, { at, results, past }: Moment): Vector {
  return isAfterScoringName(name) ? maybeColumn(results?.[name]) : past.vectorOf(name, at)
}

function resultOf({ name, id }: AfterScoringNode, { results }: Moment): Column | null | undefined {
  switch (name) {
    case 'factor':
      return results?.factor(id)
    case 'group':
      return results?.group(id)
    case 'has_flag':
      return results?.hasFlag(id)
  }
}

const maybeColumn = (column: Column | null | undefined): Vector =>
  column ? fromColumn(column) : MISSING

/** The parser has seen to the number of arguments. */
function called({ name }: CallNode, all: readonly Vector[], { day, rows }: Moment): Vector {
  const [first = MISSING, second = MISSING, third = MISSING] = all
  switch (name) {
    case 'abs':
      return absolute(first)
    case 'min':
    case 'max':
      return extreme(name, all, rows)
    case 'round':
      return calculate('round', first, all.length > 1 ? second : constant(0), rows)
    case 'coalesce':
      return coalesce(all, rows)
    case 'if':
      return choose(first, second, third, rows)
    case 'is_missing':
      return isMissing(first)
    case 'contains':
      return textPairs(ofType('text', first), ofType('text', second), rows, (text, part) =>
        text.includes(part),
      )
    case 'days_since':
      return daysBefore(day, first)
    case 'days_until':
      return daysAfter(day, first)
  }
}

function overTime(node: OverTimeNode, moment: Moment): Vector {
  const { at, rows, past } = moment
  const column = node.column.name
  switch (node.name) {
    case 'previous':
      return broughtForward(earlier(column, at - 1, moment))
    case 'change':
    case 'pct_change': {
      const then = broughtForward(earlier(column, asOf(past.history, at, node.days), moment))
      const change = changeFrom(then, named(column, moment), column === 'score', rows)
      return node.name === 'pct_change' ? shareOf(change, then, rows) : change
    }
    case 'average':
      return averageOf(allWithin(node.days, column, moment), rows)
    case 'median':
      return medianOf(allWithin(node.days, column, moment), rows)
  }
}

function allWithin(days: number, column: string, moment: Moment): Earlier[] {
  return within(moment.past.history, moment.at, days).map((before) =>
    earlier(column, before, moment),
  )
}

/** Nothing, where there is no such snapshot. */
function earlier(column: string, before: number | null, moment: Moment): Earlier {
  const { at, results, past } = moment
  if (before === null || before < 0) return { vector: MISSING, positions: new Int32Array(0) }
  const positions = past.positions(at, before)
  if (!isAfterScoringName(column)) return { vector: past.vectorOf(column, before), positions }
  return { vector: maybeColumn(scoredBefore(column, before, results)), positions }
}

function scoredBefore(name: string, before: number, results: Results | null): Column | undefined {
  if (name === 'score') return results?.scoreAt(before)
  return name === 'band' ? results?.bandAt(before) : undefined
}
