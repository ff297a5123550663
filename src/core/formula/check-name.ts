import type { ColumnType } from '../table/column.ts'
import { type Checking, type Scope, typeOf } from './check.ts'
import { AFTER_SCORING_NAMES, type AfterScoringFunction, isAfterScoringName } from './functions.ts'
import { nearest } from './nearest.ts'
import type { AfterScoringNode, NameNode, OverTimeNode } from './tree.ts'

export function checkName(node: NameNode, checking: Checking): ColumnType | null {
  const { name } = node
  const { columns } = checking.scope
  if (isAfterScoringName(name)) {
    if (!isScored(checking.scope)) refuse(node, name, checking)
    return AFTER_SCORING_NAMES[name]
  }
  if (!columns.has(name)) warnOfUnknown(node, name, namesIn(checking.scope), checking)
  return columns.get(name) ?? null
}

export function checkOverTime(node: OverTimeNode, checking: Checking): ColumnType | null {
  const { name, column } = node
  if (checking.scope.phase === 'source') refuse(node, name, checking)
  const isBandBefore =
    name === 'previous' && column.name === 'band' && checking.scope.phase === 'filter'
  if (isAfterScoringName(column.name) && column.name !== 'score' && !isBandBefore) {
    refuse(column, column.name, checking)
    return null
  }
  const found = typeOf(column, checking)
  if (name === 'previous') return found
  const { from, to } = column
  if (found !== null && found !== 'number')
    checking.errors.push({ code: 'argument-type', name, expected: 'number', found, from, to })
  return 'number'
}

export function checkAfterScoring(node: AfterScoringNode, checking: Checking): ColumnType {
  const { name, id } = node
  const { scope } = checking
  if (!isScored(scope) || (name === 'has_flag' && scope.phase !== 'filter'))
    refuse(node, name, checking)
  const known = knownIds(name, scope)
  if (known && !known.has(id)) warnOfUnknown(node, id, known, checking)
  return name === 'has_flag' ? 'boolean' : 'number'
}

const isScored = (scope: Scope): boolean =>
  scope.phase === 'after-scoring' || scope.phase === 'filter'

function knownIds(name: AfterScoringFunction, scope: Scope): ReadonlySet<string> | undefined {
  switch (name) {
    case 'factor':
      return scope.factors
    case 'group':
      return scope.groups
    case 'has_flag':
      return scope.flags
  }
}

function namesIn(scope: Scope): Iterable<string> {
  return isScored(scope)
    ? [...scope.columns.keys(), ...Object.keys(AFTER_SCORING_NAMES)]
    : scope.columns.keys()
}

interface Place {
  readonly from: number
  readonly to: number
}

function refuse({ from, to }: Place, name: string, checking: Checking): void {
  checking.errors.push({ code: 'not-available-here', name, from, to })
}

function warnOfUnknown(
  { from, to }: Place,
  name: string,
  candidates: Iterable<string>,
  checking: Checking,
): void {
  const suggestion = nearest(name, candidates)
  checking.warnings.push({ code: 'unknown-name', name, suggestion, from, to })
}
