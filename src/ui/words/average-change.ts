import { lowerFirst } from '../../core/model/label.ts'
import type { AverageRowName } from '../../core/score/explain/average-behind.ts'
import type { AverageChange, AverageLine } from '../../../workers/protocol/average-change.ts'
import { formatCount, formatDay, formatScore, formatSignedScore, plural } from '../parts/format.ts'

type Kind = Exclude<AverageRowName['kind'], 'factor' | 'unsplit'>
type Why = Extract<AverageRowName, { kind: 'unsplit' }>['why']

const TITLES: Readonly<Record<Kind, string>> = {
  missing: 'Data that went away or arrived',
  exceptions: 'Exceptions',
  model: 'Another model',
  override: 'Judgements of people',
  came: 'Accounts that came',
  'moved-in': 'Accounts that came from other segments',
  scored: 'Accounts that got a score',
  left: 'Accounts that left',
  'moved-out': 'Accounts that went to other segments',
  unscored: 'Accounts that lost their score',
}

const UNSPLIT: Readonly<Record<Why, string>> = {
  absent: 'Accounts that were not there by one of the models',
  'left-out': 'Accounts that one of the models leaves out',
  'no-model': 'Accounts that no model of one side applies to',
  'not-scored': 'Accounts that are not scored by one of the models',
  'other-model': 'Accounts that another model scores now',
  'nothing-in-common': 'Accounts of which nothing was known on both days',
}

/** What a line is about. */
export function averageLineTitle({ name, label }: Pick<AverageLine, 'name' | 'label'>): string {
  if (name.kind === 'factor') return label
  return name.kind === 'unsplit' ? UNSPLIT[name.why] : TITLES[name.kind]
}

export const averageLineNote = ({ accounts, split }: AverageLine): string =>
  split === null
    ? plural(accounts, 'account')
    : `${plural(accounts, 'account')}; own move ${formatSignedScore(split.own)}, the cohort’s ${formatSignedScore(split.cohort)}`

const MOST = 3

/** "Down 1.4 since Sep 30, 2026: Logins (−1.1), accounts that left (−0.4), 2 more (+0.1)." `whose` is the portfolio or a segment. */
export function averageTakeaway(change: AverageChange | null, whose: string): string {
  if (!change) return 'There is nothing to compare with.'
  const { before, after } = change
  const since = formatDay(change.since)
  if (change.change === null)
    return `No account of ${whose} is scored on ${before.average === null ? since : formatDay(change.day)}.`
  const moved = change.change
  const much =
    moved === 0
      ? 'The same as'
      : `${moved < 0 ? 'Down' : 'Up'} ${formatScore(Math.abs(moved))} since`
  const parts = phrases(change)
  const from = moved === 0 ? ` on ${since}` : ` ${since}`
  const head = `${much}${from}, from ${formatScore(before.average)} to ${formatScore(after.average)}`
  return parts.length === 0 ? `${head}.` : `${head}: ${parts.join(', ')}.`
}

function phrases({ lines }: AverageChange): string[] {
  const moving = lines
    .filter(({ points }) => points !== null && points !== 0)
    .sort((a, b) => Math.abs(b.points ?? 0) - Math.abs(a.points ?? 0))
  const told = moving.length > MOST + 1 ? moving.slice(0, MOST) : moving
  const rest = moving.slice(told.length)
  const sum = rest.reduce((total, { points }) => total + (points ?? 0), 0)
  return [
    ...told.map((line) => `${inSentence(line)} (${formatSignedScore(line.points ?? 0)})`),
    ...(rest.length > 0 ? [`${rest.length} more (${formatSignedScore(sum)})`] : []),
  ]
}

const inSentence = (line: AverageLine): string => {
  const title = averageLineTitle(line)
  return line.name.kind === 'factor' ? title : lowerFirst(title)
}

const PASSING = ['came', 'moved-in', 'scored', 'left', 'moved-out', 'unscored'] as const
const PASSED: Readonly<Record<(typeof PASSING)[number], string>> = {
  came: 'came',
  'moved-in': 'came from other segments',
  scored: 'got a score',
  left: 'left',
  'moved-out': 'went to other segments',
  unscored: 'lost their score',
}

/** How much of a change those who stayed made, and how much is only that others take part; empty where nobody came or went. */
export function compositionWords({ lines, stayed }: AverageChange): string {
  const passed = lines.flatMap(({ name, accounts }) => {
    const kind = PASSING.find((one) => one === name.kind)
    return kind ? [`${formatCount(accounts)} ${PASSED[kind]}`] : []
  })
  if (passed.length === 0 || stayed === 0) return ''
  const sum = (isPassing: boolean) =>
    lines
      .filter(({ name }) => PASSING.some((one) => one === name.kind) === isPassing)
      .reduce((total, { points }) => total + (points ?? 0), 0)
  const write = (points: number) => formatSignedScore(Math.round(points * 10) / 10 + 0)
  return `The ${plural(stayed, 'account')} that stayed moved it by ${write(sum(false))}, who takes part by ${write(sum(true))}: ${passed.join(', ')}.`
}

/** What the ranks say of own moves against the cohort's; empty where no factor is ranked anew. */
export function ownMoveWords({ lines }: AverageChange): string {
  const ranked = lines.flatMap(({ split }) => split ?? [])
  if (ranked.length === 0)
    return 'No factor is ranked anew in each snapshot: every move is the accounts’ own.'
  const sum = (pick: (split: { own: number; cohort: number }) => number) =>
    Math.round(ranked.reduce((total, one) => total + pick(one), 0) * 10) / 10 + 0
  return `Of ${plural(ranked.length, 'ranked factor')} the accounts’ own moves made ${formatSignedScore(sum(({ own }) => own))}, the cohort around them ${formatSignedScore(sum(({ cohort }) => cohort))}.`
}
