import type { Comparison } from '../../core/history/compared-with.ts'
import type { Seen } from '../../../workers/protocol/look.ts'
import { formatDay, plural } from '../parts/format.ts'

/** What a person chose to compare with: 'the snapshot before', '30 days before'. */
export function comparisonWords(comparison: Comparison): string {
  switch (comparison.with) {
    case 'last':
      return 'the snapshot before'
    case 'days':
      return `${plural(comparison.days, 'day')} before`
    case 'quarter':
      return 'the start of the quarter'
    case 'day':
      return formatDay(comparison.day)
  }
}

/** Which scores a chart or a list shows. */
export const seenWords = (seen: Seen, version: number): string =>
  seen === 'recorded' ? 'as recorded' : `restated by model ${version}`
