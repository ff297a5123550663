import type { Results } from '../formula/evaluate.ts'
import type { Configuration } from '../model/configuration.ts'
import type { BooleanColumn, Column, NumberColumn, TextColumn } from '../table/column.ts'
import { packText } from '../table/packed-text.ts'
import { NO_MODEL, type ScoreSheet } from './sheet.ts'

/** What is known beyond the sheet of one snapshot. */
interface Surroundings {
  /** 1 where a person's judgement stands in place of the score; null: nowhere. */
  readonly overridden: Uint8Array | null
  /** The shown scores of another snapshot under the same configuration. */
  readonly scoreAt: (at: number) => Column
  /** The bands of another snapshot, as indexes. */
  readonly bandsAt: (at: number) => Uint8Array
}

/**
 * What flags and filters may use of scored accounts beside their columns. Where several models have a factor or a group of one id,
 * an account has its own model's score. A flag that is not in the sheet is null. What costs something is made when it is asked for.
 */
export function resultsOf(
  configuration: Configuration,
  sheet: ScoreSheet,
  { overridden, scoreAt, bandsAt }: Surroundings,
): Results {
  const { models, bands, flags = [] } = configuration
  return {
    score: numbers(sheet.shown),
    raw: numbers(sheet.raw),
    get band() {
      return idsOf(bands, sheet.bands)
    },
    coverage: numbers(sheet.coverage),
    get model() {
      return idsOf(models, sheet.models)
    },
    get overridden() {
      return booleans(overridden ?? new Uint8Array(sheet.accounts.length))
    },
    factor(id) {
      const same = sheet.factors.filter((factor) => factor.id === id)
      return ofOwnModel(sheet, new Map(same.map(({ model, scores }) => [model, scores])))
    },
    group: (id) => ofOwnModel(sheet, groupsOf(configuration, sheet, id)),
    hasFlag(id) {
      const raised = sheet.flags[flags.findIndex((flag) => flag.id === id)]
      return raised ? booleans(raised) : null
    },
    scoreAt,
    bandAt: (at) => idsOf(bands, bandsAt(at)),
  }
}

const numbers = (values: Float64Array): NumberColumn => ({ type: 'number', values })
const booleans = (values: Uint8Array): BooleanColumn => ({ type: 'boolean', values })

/** Places in a list of things with ids, as those ids; a place beyond the list is missing. */
function idsOf(list: readonly { readonly id: string }[], places: Uint8Array): TextColumn {
  const words = packText([...list.map(({ id }) => id), ''])
  return { type: 'text', words, codes: places.map((place) => Math.min(place, list.length)) }
}

function groupsOf(
  { models }: Configuration,
  sheet: ScoreSheet,
  id: string,
): ReadonlyMap<number, Float64Array> {
  const scores = new Map<number, Float64Array>()
  models.forEach(({ groups }, m) => {
    const found = sheet.groups[m]?.[groups.findIndex((group) => group.id === id)]
    if (found) scores.set(m, found)
  })
  return scores
}

/** `scores` by model; null where no model has any. */
function ofOwnModel(
  { models }: ScoreSheet,
  scores: ReadonlyMap<number, Float64Array>,
): NumberColumn | null {
  const [only] = scores.values()
  if (only === undefined) return null
  // Rows of other models are NaN already.
  if (scores.size === 1) return numbers(only)
  const own = new Float64Array(models.length).fill(NaN)
  for (let row = 0; row < own.length; row++) {
    const model = models[row] as number
    if (model !== NO_MODEL) own[row] = scores.get(model)?.[row] ?? NaN
  }
  return numbers(own)
}
