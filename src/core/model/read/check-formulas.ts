import { checkFormula, type Scope } from '../../formula/check.ts'
import { orderDerived } from '../../formula/cycle.ts'
import { namesReached } from '../../formula/names.ts'
import type { Formula } from '../../formula/tree.ts'
import type { ConfigurationProblem, FormulaProblem } from '../../problem.ts'
import type { ColumnType } from '../../table/column.ts'
import { checkReferences } from './check-references.ts'
import type { Configuration, Factor } from '../configuration.ts'
import { declaredTypes, type DeclaredColumn, type KnownColumns } from '../declared-columns.ts'
import type { Findings, PlacedFormula } from './findings.ts'

type Types = ReadonlyMap<string, ColumnType | null>

/**
 * Judges every expression twice: by the types that the configuration says itself, where a contradiction is an error, and by
 * those of the stored columns, where it is a warning: other data may bear other types.
 */
export function checkFormulas(
  configuration: Configuration,
  columns: readonly DeclaredColumn[],
  known: KnownColumns | undefined,
  found: Findings,
): void {
  const derived = derivedFormulas(configuration, found)
  const order = orderDerived(derived)
  if (!order.ok) {
    for (const problem of order.problems) addDerivedProblem(problem, configuration, found)
    return
  }
  const declared: Types = declaredTypes(configuration, columns)
  const stored: Types = known ? new Map([...declared, ...known.columns]) : declared
  const byDeclared = withDerived(declared, order.value, derived)
  const byStored = withDerived(stored, order.value, derived)
  const ids = idsOf(configuration)
  if (known) checkReferences(configuration, byStored, found)
  for (const placed of found.formulas) {
    const scope = { ...ids, ...phaseOf(placed, configuration) }
    const ofRows = placed.shape.phase === 'source' ? columnsOfRows(placed, configuration) : null
    const own = checkFormula(placed.formula, { ...scope, columns: ofRows ?? byDeclared })
    addProblems(placed, 'error', own.errors, found)
    const both = checkFormula(placed.formula, { ...scope, columns: ofRows ?? byStored })
    const late = both.errors.filter((problem) => !own.errors.some(isSame(problem)))
    const isKnowable = known !== undefined && placed.shape.phase !== 'source'
    const doubts = both.warnings.filter((problem) => isKnowable || !isOfColumn(problem, placed))
    addProblems(placed, 'warning', [...late, ...doubts], found)
  }
}

/** Of the derived columns, by id. */
function derivedFormulas({ derived = [] }: Configuration, found: Findings): Map<string, Formula> {
  const formulas = new Map<string, Formula>()
  for (const { place, formula } of found.formulas) {
    const column = place[0] === 'derived' ? derived[place[1] as number] : undefined
    if (column) formulas.set(column.id, formula)
  }
  return formulas
}

function addDerivedProblem(
  problem: Extract<ReturnType<typeof orderDerived>, { ok: false }>['problems'][number],
  { derived = [] }: Configuration,
  found: Findings,
): void {
  const id = problem.code === 'cycle' ? problem.path[0] : problem.id
  const place = ['derived', derived.findIndex((column) => column.id === id), 'expression']
  if (problem.code === 'cycle') found.add(place, 'error', { code: 'cycle', path: problem.path })
  else found.tooLarge(place, 'depth', problem.limit, problem.found)
}

/** A file's own columns, as far as the configuration tells of them: those of accounts that are called alike are others. */
function columnsOfRows({ place }: PlacedFormula, { sources = [] }: Configuration): Types {
  const { columns = [] } = sources[place[1] as number] ?? {}
  const own = columns.filter(({ aggregate }) => aggregate === undefined)
  return new Map(own.map(({ id, type }) => [id, type ?? null]))
}

/** Each derived column gets its type from those before it. */
function withDerived(
  types: Types,
  order: readonly string[],
  derived: ReadonlyMap<string, Formula>,
): Map<string, ColumnType | null> {
  const columns = new Map(types)
  for (const id of order) {
    const { type } = checkFormula(derived.get(id) as Formula, { phase: 'input', columns })
    columns.set(id, type)
  }
  return columns
}

/** What `factor`, `group` and `has_flag` may name. */
function idsOf({ models, flags = [] }: Configuration): Pick<Scope, 'factors' | 'groups' | 'flags'> {
  const groups = models.flatMap((model) => model.groups)
  return {
    factors: new Set(groups.flatMap(({ factors }) => factors.map((factor) => factor.id))),
    groups: new Set(groups.map((group) => group.id)),
    flags: new Set(flags.map((flag) => flag.id)),
  }
}

function phaseOf(
  { place, shape }: PlacedFormula,
  { models }: Configuration,
): Pick<Scope, 'phase' | 'wanted'> {
  const wanted = place.at(-1) === 'input' ? wantedInput(place, models) : shape.wanted
  return { phase: shape.phase, ...(wanted === null ? {} : { wanted }) }
}

/** All scales but one read numbers. */
function wantedInput(
  [, m, , g, , f]: PlacedFormula['place'],
  models: Configuration['models'],
): ColumnType | null {
  const factor = models[m as number]?.groups[g as number]?.factors[f as number] as Factor
  return factor.scale.type === 'categories' ? null : 'number'
}

function addProblems(
  { place, text }: PlacedFormula,
  severity: ConfigurationProblem['severity'],
  problems: readonly FormulaProblem[],
  found: Findings,
): void {
  for (const problem of problems)
    found.add(place, severity, { code: 'bad-formula', formula: text, problem })
}

const isSame =
  (problem: FormulaProblem) =>
  (other: FormulaProblem): boolean =>
    other.code === problem.code && other.from === problem.from && other.to === problem.to

/** Columns that nobody has seen yet are no news where there is no data, nor in the rows of a file. */
const isOfColumn = (problem: FormulaProblem, { formula }: PlacedFormula): boolean =>
  problem.code === 'unknown-name' && namesReached(formula).has(problem.name)
