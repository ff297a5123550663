import type { Vocabulary } from '../../core/formula/vocabulary.ts'
import type {
  Attention,
  Configuration,
  Exception,
  Factor,
  Flag,
  Play,
  ScoringModel,
} from '../../core/model/configuration.ts'
import { toColumnIds } from '../../core/file/column-ids.ts'
import { labelOf } from '../../core/model/label.ts'
import { ATTENTION_DEFAULTS } from '../../core/view/attention.ts'
import { isRisk } from '../parts/band-look.ts'
import { formatNumber, formatPercent, plural } from '../parts/format.ts'
import { conditionPhrase, inputSentence, upperFirst } from './formula.ts'
import { directionOf, effectWords, inputWriter, missingWords, scaleWords } from './scale.ts'

/** Who is a customer. */
export function customersWords({ account }: Configuration, vocabulary: Vocabulary): string {
  if (account.include === undefined) return 'Every account is a customer and counts.'
  return `A customer is an account where ${conditionPhrase(account.include, vocabulary)}. Other accounts are kept, and are no part of scores, counts and exports.`
}

/** What value at risk adds up. */
export function atRiskWords({ account, bands }: Configuration, vocabulary: Vocabulary): string {
  const risky = bands.filter((_, band) => isRisk(band, bands)).map(labelOf)
  return account.value === undefined
    ? `At risk are the accounts in ${risky.join(' and ')}.`
    : `Value at risk is the sum of ${vocabulary.column(account.value).label} over the accounts in ${risky.join(' and ')}.`
}

/** What comes first in Triage. */
export function triageWords({ account }: Configuration, vocabulary: Vocabulary): string {
  const value =
    account.value === undefined ? '' : `${vocabulary.column(account.value).label} times `
  return `Triage begins where ${value}points lost are most; those lost since the comparison count twice.`
}

/** Whom a model scores, of how many models that are tried in turn. */
export function modelScopeWords(
  { appliesTo, minCoverage = 0 }: ScoringModel,
  place: number,
  vocabulary: Vocabulary,
): string {
  const rest = place === 0 ? '' : ' that no model above applies to'
  const whom =
    appliesTo === undefined
      ? `It scores ${place === 0 ? 'every account' : `the accounts${rest}`}.`
      : `It scores accounts${rest} where ${conditionPhrase(appliesTo, vocabulary)}.`
  if (minCoverage === 0) return `${whom} An account without any data is not scored.`
  return `${whom} An account with data for less than ${formatPercent(minCoverage, 0)} of the weight is not scored.`
}

/** One factor as a reader who was not there needs it. */
export interface FactorInWords {
  readonly id: string
  readonly name: string
  /** Of the whole score where all data is present, 0..1. */
  readonly share: number
  readonly input: string
  readonly scale: string
  readonly missing: string
}

export interface GroupInWords {
  readonly id: string
  readonly name: string
  readonly share: number
  /** Null where its factors are weighed together. */
  readonly rollup: string | null
  readonly factors: readonly FactorInWords[]
}

export function groupsInWords(model: ScoringModel, vocabulary: Vocabulary): GroupInWords[] {
  const whole = sumOf(model.groups)
  return model.groups.map((group) => {
    const share = group.weight / whole
    const inGroup = sumOf(group.factors)
    const { rollup = 'mean' } = group
    return {
      id: group.id,
      name: labelOf(group),
      share,
      rollup: rollup === 'mean' ? null : `Only its ${rollup} factor counts, with the whole share.`,
      factors: group.factors.map((factor) => ({
        ...factorInWords(factor, vocabulary),
        share: (share * factor.weight) / inGroup,
      })),
    }
  })
}

const sumOf = (items: readonly { readonly weight: number }[]): number =>
  items.reduce((sum, { weight }) => sum + weight, 0)

function factorInWords(factor: Factor, vocabulary: Vocabulary): Omit<FactorInWords, 'share'> {
  const { id, scale, missing } = factor
  const direction = directionOf(scale)
  const better =
    direction === null ? '' : ` ${direction === 'more' ? 'More' : 'Less'} is healthier.`
  return {
    id,
    name: labelOf(factor),
    input: inputWords(factor, vocabulary),
    scale: `${scaleWords(scale, inputWriter(scale))}.${better}`,
    missing: missingWords(missing),
  }
}

/** A derived column that has its name from the factor alone is told by its id, which says more; a header that gave the id is not. */
function inputWords({ input, name }: Factor, vocabulary: Vocabulary): string {
  const column = vocabulary.column(input)
  const byId = { ...vocabulary, column: () => ({ ...column, label: input }) }
  const saysMore = column.label === name && toColumnIds([column.label])[0] !== input
  return inputSentence(input, saysMore ? byId : vocabulary)
}

/** "Where overdue invoices are at least 2: at most 39. Two or more overdue invoices." */
export const exceptionSentence = ({ when, then, reason }: Exception, vocabulary: Vocabulary) =>
  `Where ${conditionPhrase(when, vocabulary)}: ${effectWords(then)}. ${upperFirst(ended(reason))}`

/** "Raised where logins fell by more than 30 % in 30 days." */
export const flagSentence = ({ when }: Flag, vocabulary: Vocabulary): string =>
  `Raised where ${conditionPhrase(when, vocabulary)}.`

/** "Play: Re-engage, due within 7 days: Call the champion; offer a session." */
export function playSentence({ name, steps = [], dueDays }: Play): string {
  const due = dueDays === undefined ? '' : `, due within ${plural(dueDays, 'day')}`
  return `Play: ${ended(`${name}${due}${steps.length > 0 ? `: ${steps.join('; ')}` : ''}`)}`
}

export const derivedSentence = (expression: string, vocabulary: Vocabulary): string =>
  `${inputSentence(expression, vocabulary)}.`

/** What else calls for attention, beside bands and flags; as it holds where the configuration does not say. */
export function attentionSentences(attention: Attention = {}): string[] {
  const { fall, renewalDays, staleDays } = { ...ATTENTION_DEFAULTS, ...attention }
  return [
    `A fall of ${formatNumber(fall.points)} points or more in ${plural(fall.days, 'day')}.`,
    `A renewal within ${plural(renewalDays, 'day')} of the snapshot, of an account at risk.`,
    `Data older than ${plural(staleDays, 'day')}.`,
  ]
}

const ended = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)
