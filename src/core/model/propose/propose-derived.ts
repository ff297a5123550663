import { isMissingAt, wordsOf } from '../../table/texts.ts'
import type { Signal } from './alias.ts'
import type { DerivedColumn } from '../configuration.ts'
import { numbersOf, scoresOfWords } from './found-values.ts'
import { headerWords, singular } from './header-words.ts'
import { isNo, isYes, PRODUCT_WORDS } from './known-values.ts'
import type { MeantColumn } from './meaning.ts'
import { quoted } from './propose-include.ts'

/** A column made of others, that says more than each of them does. */
export interface DerivedSignal {
  readonly column: DerivedColumn & { readonly name: string }
  readonly from: readonly MeantColumn[]
  readonly values: Float64Array
  readonly signal: Signal
}

const SEAT_USE: Signal = { as: 'signal', group: 'usage', better: 'higher', form: 'rate' }
/** What is taken is a bond; whether it is used is another matter. */
const BREADTH: Signal = { as: 'signal', group: 'relationship', better: 'higher', form: 'breadth' }
const SINCE: Signal = { as: 'signal', group: 'usage', better: 'lower', form: 'recency' }

/** Seats in use, parts of the product taken, time since the last purchase: each where its columns are there. */
export function proposeDerived(columns: readonly MeantColumn[]): DerivedSignal[] {
  const taken = new Set(columns.map((column) => column.id))
  return [seatUse(columns), partsTaken(columns), sinceLastPurchase(columns)].flatMap((derived) => {
    if (!derived) return []
    let id = derived.column.id
    for (let n = 2; taken.has(id); n++) id = `${derived.column.id}_${n}`
    taken.add(id)
    return [{ ...derived, column: { ...derived.column, id } }]
  })
}

function seatUse(columns: readonly MeantColumn[]): DerivedSignal | null {
  const users = columns.find(
    ({ meaning }) => meaning?.as === 'signal' && meaning.form === 'active-users',
  )
  const seats = columns.find(({ meaning }) => meaning?.as === 'aside' && meaning.why === 'seats')
  if (users?.column.type !== 'number' || seats?.column.type !== 'number') return null
  return {
    column: { id: 'seat_use', name: 'Seat use', expression: `${users.id} / ${seats.id}` },
    from: [users, seats],
    values: quotients(users.column.values, seats.column.values),
    signal: SEAT_USE,
  }
}

/** NaN where there are no places to take. */
function quotients(taken: Float64Array, places: Float64Array): Float64Array {
  const shares = new Float64Array(taken.length)
  for (let row = 0; row < shares.length; row++)
    shares[row] = places[row] === 0 ? NaN : (taken[row] as number) / (places[row] as number)
  return shares
}

const FEWEST_PARTS = 3
const MOST_PARTS = 40

/** Each part alone says little; how many are taken says how broad the relation is. */
function partsTaken(columns: readonly MeantColumn[]): DerivedSignal | null {
  const parts = columns.filter(isPart).slice(0, MOST_PARTS)
  if (parts.length < FEWEST_PARTS) return null
  const taken = parts.map(takenIn)
  const noneKnown = parts.map(({ id }) => `is_missing(${id})`).join(' and ')
  const counted = parts.map(({ id, column }) => `if(${conditionOf(id, column)}, 1, 0)`).join(' + ')
  return {
    column: {
      id: 'services_taken',
      name: 'Services taken',
      expression: `if(${noneKnown}, missing, ${counted})`,
    },
    from: parts,
    values: Float64Array.from(taken[0] as Float64Array, (_, row) =>
      parts.every(({ column }) => isMissingAt(column, row))
        ? NaN
        : taken.reduce((sum, values) => sum + (values[row] === 1 ? 1 : 0), 0),
    ),
    signal: BREADTH,
  }
}

function isPart({ meaning, column, header }: MeantColumn): boolean {
  // "Phone service", yes or no, is no phone number.
  const isOpen = meaning === null || (meaning.as === 'aside' && meaning.why === 'contact')
  if (!isOpen || ![...headerWords(header).words].some((word) => PARTS.has(word))) return false
  if (column.type === 'boolean') return true
  if (column.type !== 'text' || column.words.offsets.length > MOST_WORDS) return false
  const words = wordsOf(column).filter((word) => word !== '')
  return words.some(isYes) && words.every((word) => isYes(word) || isNo(word))
}

/** Yes, no, "no such service" and missing, in a few ways of writing. */
const MOST_WORDS = 8
const PARTS: ReadonlySet<string> = new Set(PRODUCT_WORDS.map(singular))

function conditionOf(id: string, column: MeantColumn['column']): string {
  const yes = column.type === 'text' ? wordsOf(column).find(isYes) : undefined
  return yes === undefined ? id : `${id} == ${quoted(yes)}`
}

const takenIn = ({ column }: MeantColumn): Float64Array =>
  column.type === 'text'
    ? scoresOfWords(column, (word) => (isYes(word) ? 1 : 0))
    : numbersOf(column, 0)

/**
 * In tables for purchase models (frequency, recency, T) recency runs from the first purchase to the last, and T from the first to now:
 * more recency is better there, and T - recency is what people call recency. Fader, Hardie and Lee (2005), "Counting your customers the easy way".
 */
function sinceLastPurchase(columns: readonly MeantColumn[]): DerivedSignal | null {
  const recency = columns.find(
    ({ meaning }) => meaning?.as === 'signal' && meaning.form === 'recency',
  )
  const age = columns.find(({ header }) => /^(t|age|tenure)$/i.test(header.trim()))
  if (recency?.column.type !== 'number' || age?.column.type !== 'number') return null
  const ages = age.column.values
  const since = recency.column.values.map((value, row) => (ages[row] as number) - value)
  if (since.some((value) => value < 0)) return null
  return {
    column: {
      id: 'since_last_purchase',
      name: 'Since last purchase',
      expression: `${age.id} - ${recency.id}`,
    },
    from: [recency, age],
    values: since,
    signal: SINCE,
  }
}
