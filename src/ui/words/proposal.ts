import { lowerFirst } from '../../core/model/label.ts'
import type {
  Configuration,
  Exception,
  Factor,
  Group,
  Scale,
  ScoringModel,
} from '../../core/model/configuration.ts'
import type { Vocabulary } from '../../core/formula/vocabulary.ts'
import type { Review } from '../../../workers/protocol/review.ts'
import { formatCount, formatNumber, formatPercent } from '../parts/format.ts'
import { conditionPhrase, inputPhrase } from './formula.ts'
import { directionOf, effectWords, inputWriter, percentileWords, scaleWords } from './scale.ts'

/** One line of a model in words: a group with its share, or an exception. */
export interface ModelSentence {
  readonly title: string
  /** Of the whole score, 0..1; null for exceptions. */
  readonly share: number | null
  readonly clauses: readonly Clause[]
}

/** "More `Seats in use` is healthier, from 10 % to 80 %": the column stands by itself, as its file calls it, so that it can be marked. */
export interface Clause {
  readonly id: string
  readonly before: string
  readonly code: string
  readonly after: string
}

export function modelSentences(
  model: ScoringModel,
  vocabulary: Vocabulary,
): readonly ModelSentence[] {
  const whole = model.groups.reduce((sum, group) => sum + group.weight, 0)
  return [
    ...model.groups.map((group) => groupSentence(group, group.weight / whole, vocabulary)),
    ...(model.exceptions ?? []).map((one) => exceptionSentence(one, vocabulary)),
  ]
}

const groupSentence = (group: Group, share: number, vocabulary: Vocabulary): ModelSentence => ({
  title: group.name ?? group.id,
  share,
  clauses: group.factors.map((factor) => factorClause(factor, vocabulary)),
})

function factorClause({ id, input, scale }: Factor, vocabulary: Vocabulary): Clause {
  const direction = directionOf(scale)
  const after = scaleClause(scale)
  const { days, code } = inputParts(input, vocabulary)
  if (direction === null) return { id, before: '', code, after: `: ${after}.` }
  const before = `${direction === 'more' ? 'More ' : 'Fewer '}${days}`
  return { id, before, code, after: ` is healthier, ${lowerFirst(after)}.` }
}

const DAYS = /^days_(since|until)\(([a-z_][a-z0-9_]*)\)$/
const IS_NAME = /^[a-z_][a-z0-9_]*$/

/** A column by its header; the days to or from one; anything else in words. */
function inputParts(input: string, vocabulary: Vocabulary) {
  const [, side, column] = DAYS.exec(input) ?? []
  if (column !== undefined) return { days: `days ${side} `, code: vocabulary.column(column).label }
  if (IS_NAME.test(input)) return { days: '', code: vocabulary.column(input).label }
  return { days: '', code: inputPhrase(input, vocabulary) }
}

/** Inside a sentence a straight scale reads as its two ends. */
function scaleClause(scale: Scale): string {
  const write = inputWriter(scale)
  if (scale.type === 'linear') return `from ${write(scale.from)} to ${write(scale.to)}`
  if (scale.type === 'percentile') return percentileWords(scale, 'these accounts')
  return scaleWords(scale, write)
}

const exceptionSentence = (
  { id, when, then, reason }: Exception,
  vocabulary: Vocabulary,
): ModelSentence => ({
  title: 'Exception',
  share: null,
  clauses: [
    {
      id,
      before: `${reason}: when ${conditionPhrase(when, vocabulary)}, ${effectWords(then)}.`,
      code: '',
      after: '',
    },
  ],
})

type Advised = Pick<Review, 'advice' | 'rows'>

/** Those of which something is made stand for it. */
const columnsThatSpeak = ({ advice }: Advised): readonly string[] => [
  ...new Set((advice?.reasons ?? []).flatMap(({ factor }) => (factor === null ? [] : [factor]))),
]

/** What may still tell more: the files that wait, as far as their rows are added up to these accounts, or one that is still to be found. */
function moreWords(coming: number): string {
  if (coming > 0)
    return `The rows of ${coming === 1 ? 'the file that follows' : `the ${formatCount(coming)} files that follow`} are added up, and a model is proposed from all of it.`
  return 'Let other columns count, or add a second file, such as tickets or usage: its rows are added up for each account.'
}

/** A score of one column is that column; empty where more of them speak. `coming`: how many files of events wait behind this one. */
export function thinModelWords(read: Advised, coming: number): string {
  if (read.advice === null) return ''
  const isOne = columnsThatSpeak(read).length === 1
  const so = coming > 0 ? ' here' : ': that is hardly a score'
  return `${isOne ? 'One column alone says' : 'Few columns say'} how an account is doing${so}. ${moreWords(coming)}`
}

interface Imported {
  readonly isDeclined: boolean
  readonly nameOf: (column: string) => string
  /** How many files of events wait behind this one. */
  readonly coming: number
}

/** Why a file has no model to score it with, and what would give it one. */
export function noModelWords(read: Advised, { isDeclined, nameOf, coming }: Imported): string {
  const kept = 'The rows of this file are kept all the same.'
  if (isDeclined) return `It is imported without a model. ${kept}`
  if (read.advice === null)
    return `No column of this file says how an account is doing. ${coming > 0 ? moreWords(coming) : kept}`
  if (read.rows.accepted === 1)
    return `One account alone has nothing to be compared with: a model is proposed from two on. ${kept}`
  const columns = columnsThatSpeak(read)
  const which = columns.length === 0 ? '' : ` (${columns.map(nameOf).join(', ')})`
  const few = `Too few columns say how an account is doing${which}.`
  return coming > 0 ? `${few} ${moreWords(coming)}` : `${few} ${moreWords(0)} ${kept}`
}

/** What the bands and the least coverage mean: "Higher is healthier. Watch from 40, Healthy from 70." */
export function bandsSentence({ bands, models }: Configuration): string {
  const starts = bands
    .slice(1)
    .map((band) => `${band.name ?? band.id} from ${formatNumber(band.from)}`)
  const least = models[0]?.minCoverage ?? 0
  const coverage =
    least > 0 ? ` Not scored: under ${formatPercent(least, 0)} of the weight has data.` : ''
  return `Higher is healthier. ${starts.join(', ')}.${coverage}`
}
