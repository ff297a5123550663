import { nounOf, type Vocabulary } from '../../core/formula/vocabulary.ts'
import type { PathLine, Standing } from '../../../workers/protocol/outlook.ts'
import { formatCount, formatNumber, formatScore, formatShare } from '../parts/format.ts'
import { upperFirst } from './formula.ts'
import { segmentName } from './segments.ts'
import { inputWords } from './shares.ts'

const IS_NAME = /^[a-z_][a-z0-9_]*$/
const IS_CLOSED = /\b(?:tickets?|cases?|incidents?|issues?|bugs?)$/i
const IS_SETTLED = /\binvoices?$/i
const CAN_LESS = /^(?:overdue|late|unpaid)\s+/i

/** What has to become of one input, in a few words: "2 more active users", "close 1 ticket", "CSAT from 3.1 to 4". */
export function pathWords(path: PathLine, vocabulary: Vocabulary, isShare: boolean): string {
  if (typeof path.to === 'string')
    return `${path.name} from ${presentWords(path)} to ${valueWords(path, path.to)}`
  const count = aboveWords(path, vocabulary) ?? countedWords(path, path.to, vocabulary)
  return count ?? movedWords(path, path.to, isShare)
}

const presentWords = ({ now }: PathLine): string =>
  now.type === 'text' ? `“${now.value}”` : inputWords(now, false)

const valueWords = ({ now }: PathLine, value: string): string =>
  now.type === 'boolean' ? (value === 'true' ? 'yes' : 'no') : `“${value}”`

/** "Seats in use from 34 % to 57 %" */
function movedWords(path: PathLine, to: number, isShare: boolean): string {
  const write = (value: number) =>
    isShare ? formatShare(value) : formatNumber(rounded(value, path))
  const beyond = path.beyond === null || path.isWhole ? '' : `${path.beyond} `
  return `${path.name} from ${inputWords(path.now, isShare)} to ${beyond}${write(to)}`
}

/** What stands below the words: the ratio that they are about, and what its score has to become. */
export function pathNote(path: PathLine, vocabulary: Vocabulary, isShare: boolean): string {
  const about =
    typeof path.to === 'number' && aboveWords(path, vocabulary) !== null
      ? movedWords(path, path.to, isShare)
      : path.name
  const others = path.isEstimate ? ', if the others stay where they are' : ''
  return `${about}: score ${formatScore(path.score)} to ${formatScore(path.needed)}${others}`
}

/** Of a ratio of something that is counted. */
function aboveWords(path: PathLine, vocabulary: Vocabulary): string | null {
  if (path.above === null) return null
  const { column, now, to } = path.above
  const upper: PathLine = {
    ...path,
    input: column,
    now: { type: 'number', value: now },
    above: null,
  }
  return countedWords(upper, to, vocabulary)
}

/** Three digits say enough, if they are rounded to the side that suffices; of whole numbers the next one. */
function rounded(value: number, path: PathLine): number {
  const { now } = path
  if (now.type !== 'number') return value
  if (path.isWhole) return wholeEnd(path, value, now.value)
  if (value === 0) return value
  const step = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2)
  const steps = value / step
  const whole = value > now.value ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9)
  return Number((whole * step).toPrecision(12))
}

/** The whole number next to the one that suffices. */
function wholeEnd({ beyond }: PathLine, to: number, now: number): number {
  return to > now
    ? Math.ceil(to - 1e-9) + (beyond === 'above' && Number.isInteger(to) ? 1 : 0)
    : Math.floor(to + 1e-9) - (beyond === 'below' && Number.isInteger(to) ? 1 : 0)
}

/** Null where the input is nothing that is counted. */
function countedWords(path: PathLine, to: number, vocabulary: Vocabulary): string | null {
  const { input, now } = path
  if (!IS_NAME.test(input) || now.type !== 'number' || !Number.isInteger(now.value)) return null
  const { label, isShare } = vocabulary.column(input)
  const noun = nounOf(input, label)
  if (isShare || !noun.isCounted) return null
  const isMore = to > now.value
  const amount = Math.abs(wholeEnd(path, to, now.value) - now.value)
  const name = amount === 1 ? noun.text.replace(/s$/, '') : noun.text
  if (isMore) return `${formatCount(amount)} more ${name}`
  if (IS_CLOSED.test(name)) return `Close ${formatCount(amount)} ${name.replace(/^open\s+/i, '')}`
  if (IS_SETTLED.test(name)) return `Settle ${formatCount(amount)} ${name.replace(CAN_LESS, '')}`
  return `${formatCount(amount)} fewer ${name}`
}

/** "2 more active users, or close 1 ticket" */
export const pathsSentence = (paths: readonly string[]): string =>
  upperFirst(paths.map((path, place) => (place === 0 ? path : lowerVerb(path))).join(', or '))

const lowerVerb = (path: string): string =>
  path.replace(/^(?:Close|Settle) /, (verb) => verb.toLowerCase())

/** "Ranks 12 of 39 in Enterprise, where the average is 61.4", "… in Seats 20–39", "… in Trial: no" */
export function standingWords(
  { by, segment, place, of, average }: Standing,
  vocabulary: Vocabulary,
): string {
  const name = segmentName(segment, by, vocabulary)
  const { label } = vocabulary.column(by.subject)
  const told =
    by.type === 'text' ? name : by.type === 'boolean' ? `${label}: ${name}` : `${label} ${name}`
  return `Ranks ${formatCount(place)} of ${formatCount(of)} in ${told}, where the average is ${formatScore(average)}`
}
