import { CALENDARS, type Calendar } from './format.ts'
import { foldNumerals } from './numerals.ts'

/** The names of the months in one language, in all forms in which dates have them. */
export interface MonthNames {
  readonly language: string
  readonly calendar: Calendar
  /** Finds a month's name; what stands around it is no letter. */
  readonly pattern: RegExp
  /** 1 to 12, by the name as `pattern` finds it. */
  readonly months: ReadonlyMap<string, number>
  /** Words that may stand beside a date: days of the week, and `de` in `2 de enero de 2024`. */
  readonly fillers: ReadonlySet<string>
}

/** Where nobody's language reads a column, these are tried, in this order. */
const LANGUAGES =
  'en de fr es pt it nl da sv nb fi pl cs sk hu ro bg el ru uk tr ar he fa hi bn mr ta te gu kn ml pa ne th vi id ms ja ko zh ' +
  'hr sr sl lt lv et is ca eu gl ga cy sq mk bs ka hy az kk uz af sw fil ur am km lo my si mn be'

/** The person's languages first. */
export function languagesToTry(own: readonly string[]): readonly string[] {
  return [...new Set([...own, ...LANGUAGES.split(' ')])]
}

const known = new Map<string, MonthNames | null>()

/** Null where a language names no months, or where the platform does not know it. */
export function monthNamesIn(language: string): MonthNames | null {
  const found = known.get(language)
  if (found !== undefined) return found
  const made = makeNames(language)
  known.set(language, made)
  return made
}

/** Names as they are compared: small letters, ASCII digits, no points behind letters. */
export const plainName = (text: string): string =>
  foldNumerals(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<=[\p{L}\p{M}])[.॰]/gu, '')

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: 'numeric', month: 'short', year: 'numeric' },
]
const CONNECTIVES = [
  'de',
  'del',
  'of',
  'the',
  'den',
  'der',
  'г',
  'года',
  'р',
  'року',
  'm',
  'a',
  'd',
]
/** What people write beside what the platform says. */
const MORE: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  en: [['sept', 9]],
  de: [
    ['mrz', 3],
    ['jänner', 1],
    ['feber', 2],
  ],
}

function makeNames(language: string): MonthNames | null {
  const calendar = calendarOf(language)
  if (calendar === null) return null
  const months = new Map<string, number>(MORE[language.slice(0, 2)] ?? [])
  for (const style of STYLES)
    for (const [month, name] of namesOf(language, style)) addName(months, name, month)
  const names = [...months.keys()].sort((a, b) => b.length - a.length)
  if (names.length === 0) return null
  const fillers = new Set([...CONNECTIVES, ...weekdaysOf(language)])
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{M}])ב?(${names.map(escaped).join('|')})(?![\p{L}\p{M}])`,
    'u',
  )
  return { language, calendar, pattern, months, fillers }
}

function calendarOf(language: string): Calendar | null {
  try {
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return null
    const { calendar } = new Intl.DateTimeFormat(language).resolvedOptions()
    return CALENDARS.find((one) => one === calendar) ?? 'gregory'
  } catch {
    return null // No language has this name.
  }
}

const MONTHS_OF_2023 = Array.from({ length: 12 }, (_, month) => Date.UTC(2023, month, 15))
const MS_PER_DAY = 86_400_000
const NOWRUZ_1402 = Date.UTC(2023, 2, 21)
const PERSIAN_MONTH_DAYS = 30.6

function namesOf(
  language: string,
  style: Intl.DateTimeFormatOptions,
): (readonly [number, string])[] {
  const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' })
  const isPersian = format.resolvedOptions().calendar === 'persian'
  return MONTHS_OF_2023.map((gregorian, place) => {
    const persian = NOWRUZ_1402 + Math.round((place + 0.5) * PERSIAN_MONTH_DAYS) * MS_PER_DAY
    const parts = format.formatToParts(isPersian ? persian : gregorian)
    return [place + 1, parts.find(({ type }) => type === 'month')?.value ?? ''] as const
  })
}

function addName(months: Map<string, number>, name: string, month: number): void {
  const plain = plainName(name)
  if (/^\p{L}[\p{L}\p{M}' -]+$/u.test(plain) && !months.has(plain)) months.set(plain, month)
}

function weekdaysOf(language: string): string[] {
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => Date.UTC(2023, 0, day))
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' })
    return week.map((day) => plainName(format.format(day)))
  })
}

let weekdays: ReadonlySet<string> | null = null

/** A day of the week in some language. */
export function isWeekday(word: string): boolean {
  weekdays ??= new Set(languagesToTry([]).flatMap(weekdaysOf))
  return weekdays.has(plainName(word))
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
