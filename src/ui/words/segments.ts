import { toDay } from '../../core/brand.ts'
import type { Vocabulary } from '../../core/formula/vocabulary.ts'
import { isEven, type CutWay } from '../../core/view/dimension.ts'
import type { Segment } from '../../core/view/segment.ts'
import type { Measure } from '../../core/view/segment-order.ts'
import { toLiteral } from '../../core/view/write-filter.ts'
import { toSubject } from '../../state/filter.svelte.ts'
import type { SplitNamed } from '../../../workers/protocol/segments.ts'
import {
  formatCount,
  formatDay,
  formatMonth,
  formatNumber,
  formatPercent,
  formatScore,
  formatShare,
  formatShortMoney,
  formatSignedScore,
  formatYear,
  NOTHING,
  plural,
} from '../parts/format.ts'
import { noValue, valueName } from './filter.ts'
import { upperFirst } from './formula.ts'
import { isolated } from './isolated.ts'

/** Of a text; null is missing. */
export const labelName = (label: string | null): string => label ?? 'no value'

/** As it stands at the head of a row: "Enterprise", "100–499", "Q1 2026", "no value". */
export function segmentName(segment: Segment, by: SplitNamed, vocabulary: Vocabulary): string {
  switch (segment.kind) {
    case 'value': {
      const value = by.type === 'boolean' ? segment.value === 'true' : segment.value
      return isolated(valueName(toSubject(by.subject), toLiteral(value), vocabulary))
    }
    case 'range':
      return by.type === 'date' ? daysName(segment, by) : numbersName(segment, by, vocabulary)
    case 'other':
      return plural(segment.values, 'other value')
    case 'missing':
      return noValue(toSubject(by.subject))
  }
}

type Range = Extract<Segment, { kind: 'range' }>

function daysName({ least, below }: Range, { cut }: SplitNamed): string {
  if (least !== null && below !== null)
    return cut && isEven(cut)
      ? periodName(least, cut.way)
      : `${formatDay(toDay(least))} – ${formatDay(toDay(below - 1))}`
  if (least !== null) return `from ${formatDay(toDay(least))}`
  return below === null ? 'any day' : `before ${formatDay(toDay(below))}`
}

function periodName(start: number, period: CutWay): string {
  const day = toDay(start)
  if (period === 'year') return formatYear(day)
  if (period !== 'quarter') return formatMonth(day)
  const month = new Date(start * 86_400_000).getUTCMonth()
  return `Q${Math.floor(month / 3) + 1} ${formatYear(day)}`
}

/** Whole numbers name their last one, others the end that is not theirs. */
function numbersName({ least, below }: Range, by: SplitNamed, vocabulary: Vocabulary): string {
  const isShare = by.subject === 'coverage' || vocabulary.column(by.subject).isShare
  const write = isShare ? formatShare : formatNumber
  if (least === null && below === null) return 'any value'
  if (least === null) return lowName(below as number, by.isWhole, write)
  if (below === null) return isShare && least === 1 ? write(1) : `${write(least)} or more`
  if (by.isWhole && below === least + 1) return write(least)
  const between = least < 0 ? ' to ' : '–'
  return `${write(least)}${between}${write(by.isWhole ? below - 1 : below)}`
}

const lowName = (below: number, isWhole: boolean, write: (value: number) => string): string =>
  isWhole && below > 0
    ? below === 1
      ? write(0)
      : `up to ${write(below - 1)}`
    : `below ${write(below)}`

/** Where the end of a range belongs to the next one, which its name does not say. */
export const endsOverlap = ({ type, isWhole }: SplitNamed): boolean => type === 'number' && !isWhole

/** `value` is what the value column is called. */
export function measureName(measure: Measure, value: string | null): string {
  const names: Readonly<Record<Measure, string>> = {
    accounts: 'Accounts',
    value: value ?? 'Value',
    average: 'Average',
    change: 'Change',
    atRisk: 'At risk',
    valueAtRisk: `${value ?? 'Value'} at risk`,
    flagged: 'Flagged',
    coverage: 'Coverage',
  }
  return names[measure]
}

/** As short as a cell has room for. */
export function measureWords(measure: Measure, value: number | null): string {
  if (value === null) return NOTHING
  switch (measure) {
    case 'accounts':
    case 'flagged':
      return formatCount(value)
    case 'value':
    case 'valueAtRisk':
      return formatShortMoney(value)
    case 'average':
      return formatScore(value)
    case 'change':
      return formatSignedScore(value)
    case 'atRisk':
    case 'coverage':
      return formatPercent(value, 0)
  }
}

/** A segment as a sentence needs it. */
export interface Told {
  readonly name: string
  readonly accounts: number
  readonly average: number | null
  readonly valueAtRisk: number | null
}

/** The average of fewer accounts says little of their segment. */
const FEW = 5

/** Which segment stands worst, and where most value is at risk. Segments made of scores say nothing about the first. */
export function segmentsWords(segments: readonly Told[], areOfScores: boolean): string {
  const scored = areOfScores
    ? []
    : segments.filter(({ average, accounts }) => average !== null && accounts >= FEW)
  const lowest = least(scored, ({ average }) => average ?? 0)
  const dearest = least(segments, ({ valueAtRisk }) => -(valueAtRisk ?? 0))
  return [
    lowest && scored.length > 1
      ? `${upperFirst(lowest.name)} has the lowest average, ${formatScore(lowest.average)}, of ${plural(lowest.accounts, 'account')}.`
      : '',
    dearest?.valueAtRisk
      ? `Most value at risk is in ${dearest.name}: ${formatShortMoney(dearest.valueAtRisk)}.`
      : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function least(segments: readonly Told[], of: (segment: Told) => number): Told | null {
  return segments.reduce<Told | null>(
    (found, segment) => (found === null || of(segment) < of(found) ? segment : found),
    null,
  )
}
