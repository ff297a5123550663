import type { Band } from '../../core/model/configuration.ts'
import type { AttentionItem } from '../../core/view/attention.ts'
import type { AttentionGroup, AttentionInbox } from '../../../workers/protocol/attention.ts'
import { nameOf } from '../parts/band-look.ts'
import { formatCount, formatScore, formatShortDay, plural } from '../parts/format.ts'
import { isolated } from './isolated.ts'

/** Why an item is in the inbox: "Fell from 70.6 to 39.0 in 30 days". */
export function attentionWords(item: AttentionItem, bands: readonly Band[]): string {
  const { kind, before, after, days, flag } = item
  const band = (place: number | null) => nameOf(place, bands)
  switch (kind) {
    case 'worse-band':
      return `${band(item.bandBefore)} to ${band(item.bandAfter)}: ${formatScore(before)} → ${formatScore(after)}`
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

/** What a group has in common: "7 entered a worse band". */
export function groupWords({ kind, flag, total, items }: AttentionGroup): string {
  const count = formatCount(total)
  switch (kind) {
    case 'worse-band':
      return `${count} entered a worse band`
    case 'fell':
      return `${count} fell within ${plural(items[0]?.days ?? 0, 'day')}`
    case 'flag-raised':
      return `${flag}: ${plural(total, 'account')}`
    case 'flag-cleared':
      return `${plural(total, 'flag')} cleared`
    case 'renewal':
      return `${count} at risk ${total === 1 ? 'renews' : 'renew'} soon`
    case 'missing':
      return `${count} lost data`
    case 'stale':
      return total === 1 ? '1 file is out of date' : `${plural(total, 'file')} are out of date`
  }
}

/** Who it is about: "Harrow & Finch, Lost & Found and 5 more". */
export function membersWords({ items, total }: AttentionGroup): string {
  const named = items.slice(0, 2).map(({ name }) => isolated(name))
  const more = total - named.length
  return more > 0 ? `${named.join(', ')} and ${formatCount(more)} more` : named.join(' and ')
}

/** The inbox in one sentence. */
export function inboxWords({ total, since, snoozed, done }: AttentionInbox): string {
  const rest = [snoozed > 0 ? `${snoozed} put off` : '', done > 0 ? `${done} done` : ''].filter(
    (one) => one !== '',
  )
  const tail = rest.length > 0 ? `; ${rest.join(', ')}` : ''
  if (total === 0) return `Nothing new since ${formatShortDay(since)}${tail}.`
  return `${plural(total, 'thing')} new since ${formatShortDay(since)}${tail}.`
}
