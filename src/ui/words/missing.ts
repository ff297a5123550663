import type { Missing, Tally } from '../../state/sentinel.ts'
import { formatCount, plural } from '../parts/format.ts'
import { formatInstant } from './instants.ts'

/** What was there and what is left of it, for people. */
export function missingWords({ remembered, found, lastWrite }: Missing): string {
  const left = found.workspaces === 0 ? 'nothing' : tallyWords(found)
  return `On ${formatInstant(lastWrite)} Hale had stored ${tallyWords(remembered)} in this browser. Now it finds ${left}.`
}

function tallyWords({ workspaces, snapshots, rows }: Tally): string {
  const inside =
    snapshots === 0
      ? 'no snapshot'
      : `${plural(snapshots, 'snapshot')} (${formatCount(rows)} accounts in the newest)`
  return `${plural(workspaces, 'workspace')} with ${inside}`
}
