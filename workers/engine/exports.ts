import { toIsoDay } from '../../src/core/table/day.ts'
import { textsOf } from '../../src/core/table/texts.ts'
import { exportScores } from '../../src/core/view/export-scores.ts'
import { Refused } from '../../src/store/problems.ts'
import { csvBlob } from '../csv-blob.ts'
import type { AccountsFileQuestion } from '../protocol/accounts.ts'
import type { Download } from '../protocol/figures.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import type { Confined } from './expressions.ts'
import { tableFile } from './table-file.ts'

/** The scores of a day as CSV. Refused where there is no configuration to score by. */
export function scoresFile(open: OpenWorkspace, view: DayView): Download {
  if (!open.configuration) throw new Refused({ code: 'no-configuration' })
  const { name } = open.configuration.account
  const column = name === undefined ? undefined : view.snapshot.columns.get(name)
  const names = column ? textsOf(column) : new Array<string>(view.length).fill('')
  const blocks = exportScores(open.configuration, view.sheet, { keys: view.keys, names })
  return {
    blob: csvBlob(...blocks),
    fileName: `${slug(open)}-scores-${toIsoDay(view.day)}${mark(open)}.csv`,
  }
}

/** A list of accounts as it stands on screen. */
export async function accountsFile(
  open: OpenWorkspace,
  view: DayView,
  question: AccountsFileQuestion & Confined,
): Promise<Download> {
  const blob = await tableFile(open, view, question)
  return {
    blob,
    fileName: `${slug(open)}-accounts-${toIsoDay(view.day)}-${view.seen}${mark(open, view.version)}.${question.format}`,
  }
}

/** The configuration in force, byte for byte as it is kept. */
export function configurationFile(open: OpenWorkspace): Download {
  if (!open.current) throw new Refused({ code: 'no-configuration' })
  const blob = new Blob([open.current.text], { type: 'application/json' })
  return {
    blob,
    fileName: `${slug(open)}-model-${open.current.version}-${open.current.at.slice(0, 10)}${mark(open)}.json`,
  }
}

/** Tells by which configuration a file was made, the one in force unless another is named. Behind the date, so that a date is read as one. */
function mark({ current, past }: OpenWorkspace, version = current?.version ?? 0): string {
  const record = past.of(version)?.record
  return record ? `-${record.hash.slice(0, 8)}` : ''
}

export const backupName = (open: OpenWorkspace, now: string): string =>
  `${slug(open)}-${now.slice(0, 10)}.hale`

const slug = ({ workspace }: OpenWorkspace): string =>
  workspace.name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'hale'
