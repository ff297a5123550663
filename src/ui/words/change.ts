import { assertNever } from '../../core/problem.ts'
import type { ChangeDetail, ChangeLine } from '../../../workers/protocol/change.ts'
import { formatDay, formatScore, formatSignedScore } from '../parts/format.ts'
import { inputWords } from './shares.ts'

/** What one row of a change is about, and what was there before and after. */
export interface ChangeWords {
  readonly title: string
  readonly note: string
  readonly from: string
  readonly to: string
}

/** `shares` names the factors whose input is a share. */
export function changeLineWords(line: ChangeLine, shares: ReadonlySet<string>): ChangeWords {
  switch (line.kind) {
    case 'factor':
      return {
        title: line.name,
        note: line.split
          ? `own move ${formatSignedScore(line.split.own)}, the others ${formatSignedScore(line.split.cohort)}`
          : '',
        from: inputWords(line.before, shares.has(line.name)),
        to: inputWords(line.after, shares.has(line.name)),
      }
    case 'missing':
      return {
        title: missingWords(line),
        note: 'the weight of the others changes',
        from: '',
        to: '',
      }
    case 'exceptions':
      return {
        title: 'Exceptions',
        note: [...new Set([...line.after, ...line.before])].join('; '),
        from: heldWords(line.before),
        to: heldWords(line.after),
      }
    case 'model':
      return { title: 'Another model', note: '', from: '', to: '' }
    case 'override':
      return {
        title: 'A person’s judgement',
        note: '',
        from: formatScore(line.before),
        to: formatScore(line.after),
      }
    default:
      return assertNever(line)
  }
}

const heldWords = (reasons: readonly string[]): string => (reasons.length > 0 ? 'met' : 'not met')

function missingWords({ gone, arrived }: Extract<ChangeLine, { kind: 'missing' }>): string {
  const parts = [
    gone.length > 0 ? `no longer known: ${gone.join(', ')}` : '',
    arrived.length > 0 ? `newly known: ${arrived.join(', ')}` : '',
  ].filter((part) => part !== '')
  const text = parts.join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The change in one sentence: "Down 6.8 since Sep 30, 2026. Most of it is Overdue invoices (−5.4)." */
export function changeTakeaway({ since, before, after, rows, unsplit }: ChangeDetail): string {
  const day = formatDay(since)
  if (unsplit !== null) return UNSPLIT[unsplit](day)
  const change = Math.round(((after ?? 0) - (before ?? 0)) * 10) / 10
  const greatest = [...rows].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0]
  if (change === 0 && (!greatest || greatest.points === 0))
    return `Nothing has changed since ${day}.`
  const moved =
    change === 0 ? 'No change' : `${change < 0 ? 'Down' : 'Up'} ${formatScore(Math.abs(change))}`
  const why = greatest
    ? ` Most of it is ${changeLineWords(greatest, new Set()).title} (${formatSignedScore(greatest.points)}).`
    : ''
  return `${moved} since ${day}.${why}`
}

type Why = NonNullable<ChangeDetail['unsplit']>

const UNSPLIT: Readonly<Record<Why, (day: string) => string>> = {
  absent: (day) => `It was not among the accounts on ${day}.`,
  'left-out': (day) => `It was no customer on both days, so the change since ${day} has no parts.`,
  'no-model': (day) => `No model applied on both days, so the change since ${day} has no parts.`,
  'not-scored': (day) => `It was not scored on both days, so the change since ${day} has no parts.`,
  'other-model': (day) => `Another model scores it than on ${day}, so the change has no parts.`,
  'nothing-in-common': (day) =>
    `No factor was known on both days, so the change since ${day} has no parts.`,
}

/** A row that moved nothing is not shown. */
export const changedRows = ({ rows }: ChangeDetail): readonly ChangeLine[] =>
  rows.filter(({ points }) => points !== 0)
