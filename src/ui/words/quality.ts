import { assertNever } from '../../core/problem.ts'
import type { Keeping } from '../../state/data.svelte.ts'
import type { DataDetail } from '../../../workers/protocol/data.ts'
import { formatCount, plural } from '../parts/format.ts'

/** What the table of columns comes down to. */
export function qualityWords({ quality, leftOut }: DataDetail): string {
  const full = quality.filter(({ present }) => present === 1).length
  const unreadable = quality.filter((column) => column.unreadable > 0).length
  return [
    `${formatCount(full)} of ${plural(quality.length, 'column')} have a value in every row.`,
    unreadable > 0 ? `${plural(unreadable, 'column')} with cells that cannot be read.` : '',
    leftOut > 0
      ? `${plural(leftOut, 'account')} left out: not customers, or no model is for them.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

export function keepingWords(keeping: Keeping): string {
  switch (keeping) {
    case 'kept':
      return 'The browser has promised not to clear it on its own.'
    case 'refused':
      return 'The browser did not promise to keep it: when room gets short it may clear it. Keep a backup.'
    case 'unknown':
      return 'This browser cannot be asked to keep it. Keep a backup.'
    case 'not-asked':
      return 'The browser may clear it when room gets short.'
    default:
      return assertNever(keeping)
  }
}
