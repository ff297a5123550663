/** What tools put before the names of columns that people made themselves. */
const OF_CUSTOM_FIELDS = /^(?:custom_attributes\.|properties\.|cf_)(?=.)/i

/** For people: the header itself where it has spaces, else its words, with the capitals of the field's abbreviations. */
export function headerLabel(header: string): string {
  const named = header.trim().replace(OF_CUSTOM_FIELDS, '')
  const text = named.replace(/__c$/i, '').trim().replace(/\s+/g, ' ')
  const label = /[_]|^\S+$/.test(text) ? labelOfWords(text) : text
  return label === '' ? header : label
}

const ABBREVIATIONS =
  /(?<![\p{L}\p{N}])(?:acv|arr|mrr|nrr|grr|tcv|ltv|clv|nps|csat|ces|sla|kpi|roi|dau|wau|mau|crm|csm|qbr|ebr|api|sso|url|id|usd|eur|gbp|chf|uk|eu)(?![\p{L}\p{N}])/gu

/** The words of a name that machines write, for people: `arr_amount` is "ARR amount". */
export function labelOfWords(text: string): string {
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/_+/g, ' ')
    .replace(ABBREVIATIONS, (word) => word.toUpperCase())
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
