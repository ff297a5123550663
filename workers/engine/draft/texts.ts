import { topValues } from '../../../src/core/view/facet.ts'
import { PAGE_ROWS } from '../../protocol/figures.ts'
import type { TextsQuestion } from '../../protocol/draft.ts'
import type { DayView } from '../day-view.ts'
import type { OpenWorkspace } from '../open-workspace.ts'

/** The texts that accounts have in a column, customers or not: a rule may be about either. */
export async function textsOf(
  open: OpenWorkspace,
  view: DayView,
  { configuration, column: id }: TextsQuestion,
): Promise<readonly string[]> {
  const scores = configuration ? open.drafts.scores(configuration) : open.scores
  const column = await scores.column(id, view.at)
  if (column?.type !== 'text') return []
  return topValues(column, [...view.sheet.accounts.keys()], PAGE_ROWS).values.map(
    ({ value }) => value,
  )
}
