import { assertNever } from '../../core/problem.ts'
import type { UndoLabel } from '../../../workers/protocol/opened.ts'
import { formatDay, plural } from '../parts/format.ts'

/** What was done: 'Imported accounts.csv as 31 Oct 2026'. */
export function actWords(act: UndoLabel): string {
  switch (act.act) {
    case 'import':
      return act.files > 1
        ? `Imported ${plural(act.files, 'file')}`
        : `Imported ${act.fileName} as ${formatDay(act.day)}`
    case 'delete-snapshot':
      return `Deleted the snapshot of ${formatDay(act.day)}`
    case 'apply-configuration':
      return `Applied ${act.name || 'the configuration'}${noteWords(act)}`
    case 'attend':
      return `${act.state === 'done' ? 'Done' : 'Put off'}: ${attendedWords(act)}`
    case 'thin':
      return `Thinned out ${plural(act.snapshots, 'snapshot')}`
    case 'restore':
      return 'Restored the backup'
    case 'resum':
      return `Added up ${act.name} anew`
    default:
      return assertNever(act)
  }
}

/** What was taken back. */
export function undoneWords(act: UndoLabel): string {
  switch (act.act) {
    case 'import':
      return `Took back the import of ${act.files > 1 ? plural(act.files, 'file') : act.fileName}`
    case 'delete-snapshot':
      return `Brought back the snapshot of ${formatDay(act.day)}`
    case 'apply-configuration':
      return `Went back to the configuration before${noteWords(act)}`
    case 'attend':
      return `Open again: ${attendedWords(act)}`
    case 'thin':
      return `Brought back ${plural(act.snapshots, 'snapshot')}`
    case 'restore':
      return 'Took back the restored backup'
    case 'resum':
      return `Went back to what ${act.name} came to before`
    default:
      return assertNever(act)
  }
}

/** How the list looks is no act of the store. */
export const USUAL_COLUMNS_ACT = {
  did: 'Laid the list out with its usual columns',
  undone: 'Brought back the columns as they were chosen',
} as const

const attendedWords = ({ name, items }: Extract<UndoLabel, { act: 'attend' }>): string =>
  items === 1 ? name : `${name} and ${items - 1} more`

const noteWords = ({ note }: Extract<UndoLabel, { act: 'apply-configuration' }>): string =>
  note === '' ? '' : ` (${note})`
