import { parseFormula } from '../../src/core/formula/parse.ts'
import type { Results } from '../../src/core/formula/evaluate.ts'
import { resultsOf } from '../../src/core/score/results.ts'
import { whereTrue } from '../../src/core/score/scoring.ts'
import type { Column } from '../../src/core/table/column.ts'
import { findText } from '../../src/core/view/search.ts'
import { Refused } from '../../src/store/problems.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const MOST_KEPT = 64

/** What an expression of filters comes to over the rows of a view; kept, since questions about a list come in series. */
export function columnBy(open: OpenWorkspace, view: DayView, text: string): Promise<Column> {
  const known = view.expressions.get(text)
  const column = known ?? evaluated(open, view, text)
  view.expressions.delete(text)
  view.expressions.set(text, column)
  for (const [oldest] of view.expressions)
    if (view.expressions.size > MOST_KEPT) view.expressions.delete(oldest)
  return column
}

async function evaluated(open: OpenWorkspace, view: DayView, text: string): Promise<Column> {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Refused(parsed.problems[0] as (typeof parsed.problems)[number])
  if (view.scores !== open.scores) await view.scores.load(parsed.value, view.at)
  return open.scores.evaluate(parsed.value, view.at, resultsSeen(open, view))
}

/** The scores that are looked at, in the words of the configuration in force; earlier ones are by the configuration that scored them. */
function resultsSeen({ configuration, scores }: OpenWorkspace, view: DayView): Results | undefined {
  if (!configuration || !view.scorer || view.scores === scores) return undefined
  const own = view.scorer.results(view.at)
  const { factor, group, scoreAt, bandAt } = own
  const surroundings = { overridden: null, scoreAt, bandsAt: () => new Uint8Array(0) }
  return { ...resultsOf(configuration, view.sheet, surroundings), factor, group, bandAt }
}

/** 1 for the rows that an expression is true for. */
async function rowsWhere(open: OpenWorkspace, view: DayView, text: string): Promise<Uint8Array> {
  return whereTrue(await columnBy(open, view, text), view.length)
}

/** What a list is confined to; `among` are rows that it may have. */
export interface Confined {
  readonly search: string
  readonly filter: string
  readonly among?: Uint8Array | null
}

/** What a list lets through, as masks that all have to hold: customers alone, those found, those that the filter is true for. */
export async function masksOf(
  open: OpenWorkspace,
  view: DayView,
  { search, filter, among }: Confined,
): Promise<Uint8Array[]> {
  const found = search.trim() === '' ? null : findText(view.folded, search)
  const where = filter.trim() === '' ? null : await rowsWhere(open, view, filter)
  return [view.sheet.included, among, found, where].filter((mask) => mask instanceof Uint8Array)
}
