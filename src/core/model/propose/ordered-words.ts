/** Steps that products, sizes and grades are sold and judged in, the least first. Looked up in small letters. */
const STEPS: readonly string[] = [
  'free, freemium, trial, demo, none, gratis, kostenlos',
  'starter, start, basic, lite, light, mini, bronze, small, xs, s, low, junior, personal, individual',
  'standard, team, core, growth, silver, medium, m, mid, mid market, midmarket, smb',
  'pro, professional, plus, business, advanced, gold, large, l, high, senior, commercial',
  'premium, enterprise, ultimate, unlimited, platinum, diamond, xl, xxl, elite, strategic, key account',
]
const GRADES = 'fedcba'
/** So many of the values have to be known. */
const LEAST_KNOWN = 0.8
/** More are names with numbers in them rather than steps. */
const MOST_WORDS = 30

const steps = new Map(
  STEPS.flatMap((values, step) => values.split(', ').map((value) => [value, step] as const)),
)

const plain = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(plan|tier|edition|package|size|grade|level|class)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()

type Rank = (value: string) => number | null

/** `Tier 2`, `11-50 employees`, `Level 3`: the first number. */
const byNumber: Rank = (value) => {
  const digits = /\d[\d.,]*/.exec(value)?.[0].replace(/[.,](?=\d{3}\b)/g, '')
  return digits === undefined ? null : Number.parseFloat(digits)
}
const byStep: Rank = (value) => steps.get(plain(value)) ?? null
const byGrade: Rank = (value) => {
  const found = /^([a-f])([+-]?)$/.exec(plain(value) + (/[+-]$/.exec(value.trim())?.[0] ?? ''))
  if (!found) return null
  const sign = found[2] === '+' ? 0.3 : found[2] === '-' ? -0.3 : 0
  return GRADES.indexOf(found[1] as string) + sign
}

/**
 * What words score that have an order by themselves, evenly from 0 to 100: steps, grades, or numbers in them. Null where they have none, or
 * too few are known, and for more than 30; words that are not known are left out.
 */
export function scoresByOrder(words: readonly string[]): ReadonlyMap<string, number> | null {
  if (words.length > MOST_WORDS) return null
  for (const rank of [byStep, byGrade, byNumber]) {
    const known = words.flatMap((word) => {
      const found = rank(word)
      return found === null ? [] : [[word, found] as const]
    })
    const ranks = [...new Set(known.map(([, found]) => found))].sort((a, b) => a - b)
    if (ranks.length < 2 || known.length < words.length * LEAST_KNOWN) continue
    const scoreOf = (found: number): number =>
      Math.round((100 * ranks.indexOf(found)) / (ranks.length - 1))
    return new Map(known.map(([word, found]) => [word, scoreOf(found)]))
  }
  return null
}
