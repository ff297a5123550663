import type { Column } from '../../src/core/table/column.ts'
import { binsOf, histogramOf, topValues, type Bins } from '../../src/core/view/facet.ts'
import { countRows, keepRows } from '../../src/core/view/select.ts'
import type { Facet, FacetQuestion, Facets, FacetsQuestion } from '../protocol/facets.ts'
import type { DayView } from './day-view.ts'
import { columnBy, masksOf, type Confined } from './expressions.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const MOST_VALUES = 12
/** What is a score has the whole scale, whatever the scores are. */
const IS_SCORE = /^(?:score|raw|(?:factor|group)\(.*\))$/
const SCALE: Bins = { from: 0, step: 5, count: 20 }

/** How the accounts lie in each subject, and how many each expression is true for. */
export async function facetsOf(
  open: OpenWorkspace,
  view: DayView,
  { search, among = null, facets, counts }: FacetsQuestion & Pick<Confined, 'among'>,
): Promise<Facets> {
  const everybody = keepRows(allRows(view), [view.sheet.included])
  const answers: Facet[] = []
  for (const question of facets)
    answers.push(await facetOf(open, view, { ...question, search, among, everybody }))
  const counted: number[] = []
  for (const filter of counts)
    counted.push(countRows(await masksOf(open, view, { search: '', filter })))
  return { facets: answers, counts: counted }
}

interface Asked extends FacetQuestion, Confined {
  readonly everybody: Uint32Array
}

async function facetOf(open: OpenWorkspace, view: DayView, asked: Asked): Promise<Facet> {
  const column = await columnBy(open, view, asked.subject)
  const rows = keepRows(asked.everybody, await masksOf(open, view, asked))
  if (column.type === 'text' || column.type === 'boolean')
    return { kind: 'values', type: column.type, ...topValues(column, rows, MOST_VALUES) }
  return histogram(column, rows, asked)
}

function histogram(
  column: Extract<Column, { type: 'number' | 'date' }>,
  rows: Uint32Array,
  { subject, everybody }: Asked,
): Facet {
  const bins = IS_SCORE.test(subject) ? SCALE : binsOf(column, everybody)
  if (!bins) return { kind: 'empty', missing: rows.length }
  const { from, step } = bins
  return { kind: 'histogram', type: column.type, from, step, ...histogramOf(column, rows, bins) }
}

const allRows = ({ length }: DayView): Uint32Array => Uint32Array.from({ length }, (_, row) => row)
