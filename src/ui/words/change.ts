import { lowerFirst } from '../../core/model/label.ts'
import { assertNever } from '../../core/problem.ts'
import type { ChangeDetail, ChangeLine, HeldException } from '../../../workers/protocol/change.ts'
import { formatDay, formatScore, formatSignedScore } from '../parts/format.ts'
import { changeWords, effectWords } from './driver.ts'
import { pairWords } from './shares.ts'

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
    case 'factor': {
      const [from, to] = pairWords(line.before, line.after, shares.has(line.name))
      return {
        title: line.name,
        note: line.split
          ? `own move ${formatSignedScore(line.split.own)}, the others ${formatSignedScore(line.split.cohort)}`
          : '',
        from,
        to,
      }
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
        note: [...new Set([...line.after, ...line.before].map(({ reason }) => reason))].join('; '),
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

const heldWords = (reasons: readonly HeldException[]): string =>
  reasons.length > 0 ? 'met' : 'not met'

function missingWords({ gone, arrived }: Extract<ChangeLine, { kind: 'missing' }>): string {
  const parts = [
    gone.length > 0 ? `no longer known: ${gone.join(', ')}` : '',
    arrived.length > 0 ? `newly known: ${arrived.join(', ')}` : '',
  ].filter((part) => part !== '')
  const text = parts.join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The change in one sentence: "Down 13.4 since Oct 4, 2024: two overdue invoices (capped at 39, −16.5), Logins −42 % (−9.0)." */
export function changeTakeaway(change: ChangeDetail, shares: ReadonlySet<string>): string {
  const day = formatDay(change.since)
  if (change.unsplit !== null) return UNSPLIT[change.unsplit](day)
  const moved = Math.round(((change.after ?? 0) - (change.before ?? 0)) * 10) / 10
  const parts = changePhrases(change, shares)
  if (moved === 0 && parts.length === 0) return `Nothing has changed since ${day}.`
  const much =
    moved === 0 ? 'No change' : `${moved < 0 ? 'Down' : 'Up'} ${formatScore(Math.abs(moved))}`
  return parts.length === 0 ? `${much} since ${day}.` : `${much} since ${day}: ${parts.join(', ')}.`
}

const MOST_PHRASES = 3

/** What moved the score, the most first, each with its points; more than three end in how many more there are and what they come to. */
function changePhrases(change: ChangeDetail, shares: ReadonlySet<string>): string[] {
  const rows = [...changedRows(change)].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const told = rows.length > MOST_PHRASES + 1 ? rows.slice(0, MOST_PHRASES) : rows
  const others = rows.slice(told.length)
  const rest = others.reduce((sum, { points }) => sum + points, 0)
  return [
    ...told.map((line) => linePhrase(line, shares)),
    ...(others.length > 0 ? [`${others.length} more (${formatSignedScore(rest)})`] : []),
  ]
}

function linePhrase(line: ChangeLine, shares: ReadonlySet<string>): string {
  const points = formatSignedScore(line.points)
  switch (line.kind) {
    case 'factor':
      return `${line.name} ${changeWords(line.before, line.after, shares.has(line.name))} (${points})`
    case 'exceptions':
      return exceptionsPhrase(line, points)
    case 'missing':
      return `${lowerFirst(missingWords(line))} (${points})`
    case 'model':
      return `another model (${points})`
    case 'override':
      return `a person’s judgement (${points})`
    default:
      return assertNever(line)
  }
}

/** What newly holds and how it ends the score; else what no longer holds, else that they give or take more than before. */
function exceptionsPhrase(
  { before, after }: Extract<ChangeLine, { kind: 'exceptions' }>,
  points: string,
): string {
  const not = (held: readonly HeldException[]) => (one: HeldException) =>
    !held.some(({ reason }) => reason === one.reason)
  const [raised] = after.filter(not(before))
  if (raised) {
    const effect = lowerFirst(effectWords(raised.effect, raised.amount))
    return `${lowerFirst(raised.reason)} (${effect}, ${points})`
  }
  const [cleared] = before.filter(not(after))
  return cleared ? `no longer: ${lowerFirst(cleared.reason)} (${points})` : `exceptions (${points})`
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
