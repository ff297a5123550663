import { plainHeader } from './plain-header.ts'

/** What happens to accounts, so that a file of them is no list of accounts: the words that ids and files are named by, in the singular. */
const EVENT_NOUNS =
  `ticket case incident complaint conversation chat call email message meeting visit activity task note
  invoice bill payment charge refund order purchase transaction subscription contract license licence
  usage event session login action click survey response rating review feedback deal opportunity
  user contact member seat asset project shipment delivery booking churn cancellation renewal`
    .split(/\s+/)
    .filter(Boolean)

const nouns: ReadonlySet<string> = new Set(EVENT_NOUNS)

/** `usage_id` and `Support Tickets 2026`: the noun that they speak of, with the words before it; null where there is none. */
export function eventNoun(text: string): string | null {
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .map(singularOf)
    .filter((word) => word !== '' && !NO_NOUNS.has(word))
  const last = words.findLastIndex((word) => nouns.has(word))
  if (last < 0) return null
  const first = words.slice(0, last).findLastIndex((word) => !nouns.has(word) && !KINDS.has(word))
  return words.slice(first + 1, last + 1).join(' ')
}

/** Words that may stand before a noun and belong to it. */
const KINDS: ReadonlySet<string> = new Set(['support', 'feature', 'product', 'credit', 'web'])
const NO_NOUNS: ReadonlySet<string> = new Set(['id', 'key', 'number', 'no', 'export', 'csv', 'all'])

const singularOf = (word: string): string =>
  /[^s]ies$/.test(word)
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && /[^su]s$/.test(word)
      ? word.slice(0, -1)
      : word

export function pluralOf(noun: string): string {
  if (/(usage|activity|feedback)$/.test(noun)) return `${noun} records`
  return noun.endsWith('y') && !/[aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

/** Whether a header ends as that of an id does. */
export const isIdHeader = (header: string): boolean =>
  /(^|[a-z])(id|key|number|no|code|ref)$/.test(plainHeader(header))
