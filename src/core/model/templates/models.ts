import type { Exception, Factor, Group, ScoringModel } from '../configuration.ts'
import { rowsWhere } from '../propose/rows-where.ts'
import type { Kit } from './kit.ts'
import { variationOf, type LeftOut } from './left-out.ts'
import type { Choice, FactorRecipe, GroupRecipe, ModelRecipe } from './template.ts'

/** A scale over fewer accounts than these would be one of theirs alone: it is made over all. */
const FEWEST_FOR_SCALES = 20

interface FilledModels {
  readonly models: readonly ScoringModel[]
  readonly leftOut: readonly LeftOut[]
}

/** Each model over the accounts that the ones before left. One that nobody is in, or that has no factors, is left out. */
export function fillModels(
  recipes: readonly ModelRecipe[],
  kit: Kit,
  exceptions: readonly Exception[],
): FilledModels {
  const models: ScoringModel[] = []
  const leftOut: LeftOut[] = []
  let rest = kit.rows
  for (const recipe of recipes) {
    const found = membersOf(recipe, kit, rest)
    if (found === null) {
      const needs = (recipe.appliesTo ?? [])
        .flatMap((one) => one.needs)
        .filter((id) => !kit.has(id))
      const why = needs.length > 0 ? 'not-mapped' : 'nobody'
      leftOut.push({ part: 'model', name: recipe.name, needs, why })
      continue
    }
    const { rows, appliesTo } = found
    const groups = fillGroups(recipe.groups, kit, rows.length < FEWEST_FOR_SCALES ? kit.rows : rows)
    leftOut.push(...groups.leftOut)
    if (groups.groups.length === 0) {
      leftOut.push({ part: 'model', name: recipe.name, needs: [], why: 'empty' })
      continue
    }
    const inRows = new Set(rows)
    rest = rest.filter((row) => !inRows.has(row))
    models.push({
      id: recipe.id,
      name: recipe.name,
      ...(appliesTo === null ? {} : { appliesTo }),
      minCoverage: 0.3,
      groups: groups.groups,
      ...(exceptions.length > 0 ? { exceptions } : {}),
    })
  }
  return { models, leftOut }
}

/** By the first condition that can be asked and that somebody meets; null where there is none such. */
function membersOf({ appliesTo }: ModelRecipe, kit: Kit, rest: Uint32Array) {
  if (!appliesTo) return { rows: rest, appliesTo: null }
  for (const { needs, when } of appliesTo) {
    const expression = needs.every((need) => kit.has(need)) ? when(kit) : null
    const rows = expression === null ? rest : rowsWhere(expression, kit.input, rest)
    if (expression !== null && rows.length > 0) return { rows, appliesTo: expression }
  }
  return null
}

function fillGroups(recipes: readonly GroupRecipe[], kit: Kit, rows: Uint32Array) {
  const leftOut: LeftOut[] = []
  const groups = recipes.flatMap(({ id, name, weight, factors }): Group[] => {
    const made = factors.map((choice) => fillFactor(choice, kit, rows))
    leftOut.push(...made.flatMap((one) => ('part' in one ? [one] : [])))
    const present = made.flatMap((one) => ('part' in one ? [] : [one]))
    if (present.length > 0) return [{ id, name, weight, factors: present }]
    leftOut.push({ part: 'group', name, needs: [], why: 'not-mapped' })
    return []
  })
  return { groups, leftOut }
}

/** The first way whose needs are met and whose values differ; else why the last one that could be tried did not. */
function fillFactor(choice: Choice<FactorRecipe>, kit: Kit, rows: Uint32Array): Factor | LeftOut {
  const [first] = choice
  const unmet = first.needs.filter((need) => !kit.has(need))
  let left: LeftOut = { part: 'factor', name: first.name, needs: unmet, why: 'not-mapped' }
  for (const recipe of choice) {
    if (!kit.meets(recipe)) continue
    const [need] = recipe.needs
    const why = need && variationOf(kit, need, rows)
    const made = why ? null : madeOf(recipe, kit, rows)
    if (made)
      return {
        id: recipe.id,
        name: made.name ?? recipe.name,
        input: made.input,
        weight: recipe.weight ?? 1,
        scale: made.scale,
      }
    left = { part: 'factor', name: recipe.name, needs: [], why: why || 'unreadable' }
  }
  return left
}

function madeOf({ make, needs: [need] }: FactorRecipe, kit: Kit, rows: Uint32Array) {
  if (make) return make(kit, rows)
  const candidate = need && kit.candidate(need)
  return candidate
    ? { name: candidate.name, input: candidate.input, scale: candidate.scale(rows) }
    : null
}
