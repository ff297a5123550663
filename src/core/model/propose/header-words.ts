import { plainHeader } from '../../source/plain-header.ts'

export interface HeaderWords {
  /** Letters and digits alone, of every script: `Latest NPS® Score` is `latestnpsscore`. */
  readonly whole: string
  /** `whole` without "number of" in front and a span of time behind: `logins_last_30_days` is `logins`. */
  readonly bare: string
  /** One by one, in the singular. */
  readonly words: ReadonlySet<string>
}

const SPAN =
  /(?:(?:last|past|l|in)?\d+(?:d|days?|w|weeks?|m|months?|q|y|tagen?|jours|dias|giorni|dagen)?|(?:last|past|this|current|previous|prior)(?:week|month|quarter|year))$/
/** "Logins last month" speaks of logins, and of no last login. */
const SPAN_WORDS =
  /(?<= |^)(?:last|past|this|current|previous|prior) (?:\d+ )?(?:day|week|month|quarter|year)(?= |$)/g

/** How a header is compared with names that are known: without case, accents, signs and the `__c` of custom fields. */
export function headerWords(header: string): HeaderWords {
  const plain = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/__c$|\(metadata\)$/i, '')
  const whole = plainHeader(header)
  const bare = whole.replace(SPAN, '').replace(/^(?:numberof|countof|numof|noof)/, '')
  const words = splitWords(plain).map(singular)
  const spanless = words.join(' ').replace(SPAN_WORDS, ' ').split(' ').filter(Boolean)
  return {
    whole,
    bare: bare === '' ? whole : bare,
    words: new Set(spanless.length > 0 ? spanless : words),
  }
}

/** `MonthlyCharges`, `monthly_charges` and `Monthly charges` are the same two words; capitals throughout are no humps. */
export function splitWords(header: string): string[] {
  const humps = /[a-z]/.test(header)
    ? header.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    : header
  return humps
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
}

export const singular = (word: string): string =>
  word.length > 3 && /[^su]s$/.test(word) && !word.endsWith('is') ? word.slice(0, -1) : word
