import type {
  AccountRoles,
  Band,
  Configuration,
  DerivedColumn,
  Exception,
  Flag,
} from '../configuration.ts'
import { namesUsed } from '../../formula/names.ts'
import { parseFormula } from '../../formula/parse.ts'
import { allRows } from '../../table/all-rows.ts'
import { toCanonicalJson } from '../canonical.ts'
import type { ProposalInput } from '../propose/proposal.ts'
import { restoreConfiguration } from '../read/restore.ts'
import { rowsWhere } from '../propose/rows-where.ts'
import { Kit, type Mapping } from './kit.ts'
import { withoutRepeats, type LeftOut } from './left-out.ts'
import { fillModels } from './models.ts'
import type { Choice, ExceptionRecipe, FlagRecipe, Recipe, Template } from './template.ts'

export interface Filled {
  /** Null where none of its factors can be made. */
  readonly configuration: Configuration | null
  readonly leftOut: readonly LeftOut[]
  /** Rules that look back where there is nothing to look back on. */
  readonly waiting: readonly Waiting[]
}

/** Where it is judged by something else until then, it is of use at once. */
export interface Waiting {
  readonly part: 'exception' | 'flag'
  readonly name: string
  readonly isJudgedMeanwhile: boolean
}

/** What a template is put over: the configuration in force, and how many days older each earlier snapshot is. */
export interface Ground {
  readonly base: Configuration | null
  readonly earlier: readonly number[]
}

/**
 * A template made of one's own columns: what asks for a need that no column plays is left out and told. Roles, sources, types and
 * columns stay as in `base`; its examples were of another model and go, as do saved views that name what is no more. Ranks are frozen.
 */
export function fillTemplate(
  template: Template,
  input: ProposalInput,
  mapping: Mapping,
  { base, earlier }: Ground,
): Filled {
  const account = accountOf(input, mapping, base)
  const kit = new Kit(input, customersIn(input, account), mapping, earlier)
  const derived = deriveInto(kit, template, base?.derived ?? [])
  const exceptions = take(template.exceptions, kit, 'exception')
  const flags = take(template.flags, kit, 'flag')
  const bands = bandsOf(template)
  const models = fillModels(
    template.models,
    kit,
    exceptions.taken.map((recipe) => toException(recipe, kit, bands)),
  )
  const leftOut = withoutRepeats([...models.leftOut, ...exceptions.leftOut, ...flags.leftOut])
  if (models.models.length === 0) return { configuration: null, leftOut, waiting: [] }
  const { examples: _, ...kept } = base ?? { format: 'hale-config', version: 1 as const }
  const configuration: Configuration = {
    ...(kept as Omit<Configuration, 'examples'>),
    name: template.name,
    description: describe(template, leftOut),
    account,
    ...(derived.length > 0 ? { derived } : {}),
    models: models.models,
    bands,
    flags: flags.taken.map(({ id, name, kind, when, play }): Flag => ({
      id,
      name,
      kind,
      when: when(kit),
      play,
    })),
  }
  const waiting = earlier.length > 0 ? [] : waitingIn(exceptions.taken, flags.taken, kit)
  return { configuration: withReadableViews(configuration), leftOut, waiting }
}

function waitingIn(
  exceptions: readonly ExceptionRecipe[],
  flags: readonly FlagRecipe[],
  kit: Kit,
): readonly Waiting[] {
  const of = (part: Waiting['part']) => (recipe: ExceptionRecipe | FlagRecipe) => {
    const formula = parseFormula(recipe.when(kit))
    const used = formula.ok ? namesUsed(formula.value) : null
    if (!used || used.overTime.length === 0) return []
    return [{ part, name: recipe.name, isJudgedMeanwhile: used.functions.has('is_missing') }]
  }
  return [...exceptions.flatMap(of('exception')), ...flags.flatMap(of('flag'))]
}

/** The renewal date that was pointed out plays its part everywhere, unless another does. */
function accountOf(
  { key, roles }: ProposalInput,
  { renewal }: Mapping,
  base: Configuration | null,
): AccountRoles {
  const account: AccountRoles = base?.account ?? { key, ...roles }
  return renewal === undefined || account.renewal !== undefined ? account : { ...account, renewal }
}

function customersIn(input: ProposalInput, { include }: AccountRoles): Uint32Array {
  const all = allRows(input.rows)
  return include === undefined ? all : rowsWhere(include, input, all)
}

/** One that is there already under the same expression is taken as it is; a name that is taken gets a number. */
function deriveInto(
  kit: Kit,
  { derived: recipes }: Template,
  own: readonly DerivedColumn[],
): DerivedColumn[] {
  const all = [...own]
  const taken = new Set([...own, ...kit.input.columns].map(({ id }) => id))
  for (const { id: wanted, name, needs, expression: write } of recipes) {
    const expression = needs.every((need) => kit.has(need)) ? write(kit) : null
    if (expression === null) continue
    const same = own.find((column) => column.expression === expression)
    let id = same?.id ?? wanted
    for (let n = 2; !same && taken.has(id); n++) id = `${wanted}_${n}`
    taken.add(id)
    kit.derive(wanted, id)
    if (!same) all.push({ id, name, expression })
  }
  return all
}

function take<T extends Recipe>(
  choices: readonly Choice<T>[],
  kit: Kit,
  part: LeftOut['part'],
): { taken: T[]; leftOut: LeftOut[] } {
  const chosen = choices.map((choice) => choice.find((recipe) => kit.meets(recipe)))
  return {
    taken: chosen.filter((recipe) => recipe !== undefined),
    leftOut: choices.flatMap(([first], i) =>
      chosen[i]
        ? []
        : [
            {
              part,
              name: first.name,
              needs: first.needs.filter((id) => !kit.has(id)),
              why: 'not-mapped',
            },
          ],
    ),
  }
}

const bandsOf = ({ bands: { watch, healthy } }: Template): [Band, Band, Band] => [
  { id: 'red', name: 'At risk', from: 0, risk: true },
  { id: 'yellow', name: 'Watch', from: watch },
  { id: 'green', name: 'Healthy', from: healthy },
]

/** One point below the band above: a cap that reached it would put accounts where they were not meant to be. */
function toException(
  { id, name, when, best }: ExceptionRecipe,
  kit: Kit,
  [risk, watch, healthy]: readonly [Band, Band, Band],
): Exception {
  const [kept, above] = best === 'risk' ? [risk, watch] : [watch, healthy]
  const reason = `${name}, so ${kept.name} at best`
  return { id, when: when(kit), then: { cap: above.from - 1 }, reason }
}

const listFormat = new Intl.ListFormat('en', { type: 'conjunction' })

function describe({ about }: Template, leftOut: readonly LeftOut[]): string {
  const names = leftOut.filter(({ part }) => part === 'factor').map(({ name }) => name)
  if (names.length === 0) return about
  return `${about} Left out, for want of a column that says it: ${listFormat.format(names)}.`
}

/** A view that asks for a flag, a factor or a group which is no more would show nobody. */
function withReadableViews(configuration: Configuration): Configuration {
  const { views, ...rest } = configuration
  if (!views) return configuration
  const restored = restoreConfiguration(toCanonicalJson(configuration))
  const problems = restored.ok ? restored.value.warnings : restored.problems
  const wrong = new Set(problems.flatMap(({ place }) => /^views\[(\d+)\]/.exec(place)?.[1] ?? []))
  const readable = views.filter((_, i) => !wrong.has(String(i)))
  return readable.length > 0 ? { ...rest, views: readable } : rest
}
