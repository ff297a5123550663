import type { Band } from '../../core/model/configuration.ts'
import type { AttentionItem } from '../../core/view/attention.ts'
import type { AttentionInbox } from '../../../workers/protocol/attention.ts'
import { nameOf } from '../parts/band-look.ts'
import { formatScore, formatShortDay, plural } from '../parts/format.ts'

/** Why an item is in the inbox: "Fell from 70.6 to 39.0 in 30 days". */
export function attentionWords(item: AttentionItem, bands: readonly Band[]): string {
  const { kind, before, after, days, flag } = item
  const band = (place: number | null) => nameOf(place, bands)
  switch (kind) {
    case 'worse-band':
      return `From ${band(item.bandBefore)} to ${band(item.bandAfter)}: ${formatScore(before)} → ${formatScore(after)}`
    case 'fell':
      return `Fell to ${formatScore(after)} within ${plural(days ?? 0, 'day')}`
    case 'flag-raised':
      return `Flag raised: ${flag}`
    case 'flag-cleared':
      return `Flag cleared: ${flag}`
    case 'renewal':
      return `Renews in ${plural(days ?? 0, 'day')}, and is ${band(item.bandAfter)}`
    case 'missing':
      return after === null ? 'Not scored any more: data went missing' : 'Data went missing'
    case 'stale':
      return `Not delivered for ${plural(days ?? 0, 'day')}`
  }
}

/** The inbox in one sentence. */
export function inboxWords({ total, items, since, snoozed, done }: AttentionInbox): string {
  const rest = [snoozed > 0 ? `${snoozed} put off` : '', done > 0 ? `${done} done` : ''].filter(
    (one) => one !== '',
  )
  const tail = rest.length > 0 ? `; ${rest.join(', ')}` : ''
  if (total === 0) return `Nothing new since ${formatShortDay(since)}${tail}.`
  const more = total > items.length ? `, the first ${items.length} are shown` : ''
  return `${plural(total, 'thing')} to look at since ${formatShortDay(since)}${more}${tail}.`
}
