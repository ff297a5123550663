import { CURRENCY, currencyOf, isCurrencyCode } from './currency.ts'
import { foldNumerals } from './numerals.ts'

/** A cell that may be a number in some form, taken apart. */
export interface NumberCell {
  readonly isNegative: boolean
  /** Digits 0 to 9 with marks between them, and the exponent: `1.234,5`, `1,5e3`. */
  readonly digits: string
  /** `%`, the name of a currency, or '' for neither. */
  readonly unit: string
  /** Credit or debit, as ledgers mark an amount; '' for neither. */
  readonly side: '' | 'CR' | 'DR'
}

const UNIT = `%|${CURRENCY}`
const PATTERN = new RegExp(
  String.raw`^(\()?([-+]?) ?(?:(${UNIT})( ?))?([-+]?) ?` +
    String.raw`(\d(?:[\d.,' ]*\d)?[.,]?(?:e[+-]?\d+)?|[.,]\d+(?:e[+-]?\d+)?)` +
    String.raw` ?([-+]?)(?: ?(${UNIT}))?([-+]?)(\))?$`,
  'iu',
)
/** `1.200,-` says that there are no cents, and `$ -` in a ledger that there is nothing. */
const NO_CENTS = /(\d)([.,])-{1,2}(?=\D*$)/
const NOTHING = new RegExp(String.raw`^(?:(${CURRENCY}) ?-|- ?(${CURRENCY}))$`, 'iu')
/** 12CR is the name of a thing, 12.00CR an amount. */
const SIDE = /(?:(?<=[\d)]) |(?<=[.,]\d\d))(cr|dr)\.?$/i
const PLAIN_START = /^[\d.,(+-]/

/**
 * Null where a cell is no number in any form. Signs may be typographic, stand in front, behind or between a currency and its amount, or be
 * parentheses; digits may be of any script; one currency or percent sign may stand on either side.
 */
export function splitNumber(text: string): NumberCell | null {
  const folded = inBrackets(withoutDashes(foldNumerals(text)))
  const [ending = '', side = ''] = SIDE.exec(folded) ?? []
  const parts = PATTERN.exec(ending === '' ? folded : folded.slice(0, -ending.length))
  if (!parts) return null
  const [, open, a = '', front = '', gap = '', b = '', digits = '', c = '', behind = '', d = ''] =
    parts
  const signs = a + b + c + d
  if (signs.length > 1 || (front !== '' && behind !== '')) return null
  if ((open === undefined) !== (parts[10] === undefined) || (open && signs !== '')) return null
  if (front !== '' && gap === '' && b === '' && !standsClose(front)) return null
  const sign = front === '' ? behind : front
  return {
    isNegative: open !== undefined || signs === '-',
    digits,
    unit: sign === '' || sign === '%' ? sign : currencyOf(sign),
    side: side.toUpperCase() as NumberCell['side'],
  }
}

function withoutDashes(text: string): string {
  if (!text.includes('-')) return text
  return NOTHING.test(text) ? text.replace('-', '0') : text.replace(NO_CENTS, '$1$2')
}

const FRONT_OF_BRACKETS = new RegExp(String.raw`^(${CURRENCY}) ?\(([^()]+)\)$`, 'iu')
const BEHIND_BRACKETS = new RegExp(String.raw`^\(([^()]+)\) ?(${CURRENCY}|%)$`, 'iu')

/** `$ (50.00)` is `($ 50.00)`. */
function inBrackets(text: string): string {
  if (!text.includes('(')) return text
  return text.replace(FRONT_OF_BRACKETS, '($1 $2)').replace(BEHIND_BRACKETS, '($1 $2)')
}

/** R12 and kr5 are names of things; $5, EUR5 and S/5 are amounts. */
const standsClose = (sign: string): boolean => !/\p{L}$/u.test(sign) || isCurrencyCode(sign)

/** A quick no for names. */
export const mayBeNumber = (text: string): boolean =>
  (PLAIN_START.test(text) || text.length <= LONGEST) && splitNumber(text) !== null

const LONGEST = 60

const LEADING_ZERO = /^0\d/
const PHONE = /^\+\d[\d ]{6,}$/
const MOST_DIGITS = 15

/** Whether a cell that reads as a number would lose something as one: a leading zero, more than 15 significant digits, the plus of a telephone. */
export function looksLikeId(text: string, { digits }: NumberCell): boolean {
  if (LEADING_ZERO.test(digits)) return true
  if (text.charCodeAt(0) === PLUS && PHONE.test(text)) return true
  return digits.length > MOST_DIGITS && significantDigits(digits) > MOST_DIGITS
}

const PLUS = 43

const significantDigits = (digits: string): number =>
  digits.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length
