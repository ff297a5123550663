/** `-?digits[.digits][e±digits]` */
const PLAIN = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** NaN where the text is no plain number, or one that is not finite. Zero has no sign. */
export function readPlainNumber(text: string): number {
  const value = PLAIN.test(text) ? Number(text) : NaN
  return Number.isFinite(value) ? value + 0 : NaN
}

const LEADING_ZERO = /^\D*0\d/
const MOST_DIGITS = 15

/** Whether a cell that reads as a number would lose something as one: a leading zero, or more than 15 significant digits. */
export function readsAsId(text: string): boolean {
  if (LEADING_ZERO.test(text)) return true
  if (text.length <= MOST_DIGITS) return false
  const digits = text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '')
  return digits.length > MOST_DIGITS
}

/** As short as gives the value back, or with a fixed number of decimals. NaN is ''. */
export function plainNumberText(value: number, decimals: number | null): string {
  if (Number.isNaN(value)) return ''
  return decimals === null ? String(value) : value.toFixed(decimals)
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6]
const MOST_DECIMALS = POWERS.length - 1
const MOST_UNITS = MOST_DIGITS + 2
const LAST_ASCII = 127
const MINUS = 45
const POINT = 46
const ZERO = 48

/**
 * Reads the plain numbers that nearly all cells of a table are: at most 15 digits, six of them decimals, no exponent. Both parts of the
 * quotient are exact then, so the value is the nearest double, and its shortest text is the cell but for zeros at the end.
 */
export class NumberScanner {
  value = 0
  decimals = 0
  readonly #units = new Uint8Array(MOST_UNITS)

  /** False: look closer. */
  scan(cell: string): boolean {
    const { length } = cell
    if (length > MOST_UNITS) return false
    for (let i = 0; i < length; i++) {
      const unit = cell.charCodeAt(i)
      if (unit > LAST_ASCII) return false
      this.#units[i] = unit
    }
    return this.scanBytes(this.#units, 0, length)
  }

  /** The same of a cell that is bytes[from, to), in ASCII. */
  scanBytes(bytes: Uint8Array, from: number, to: number): boolean {
    const isNegative = from < to && bytes[from] === MINUS
    const start = isNegative ? from + 1 : from
    let mantissa = 0
    let point = to
    for (let i = start; i < to; i++) {
      const unit = bytes[i] as number
      if (unit >= ZERO && unit < ZERO + 10) mantissa = mantissa * 10 + (unit - ZERO)
      else if (unit === POINT && point === to) point = i
      else return false
    }
    const decimals = point === to ? 0 : to - 1 - point
    if (!this.#isShort(point - start, decimals, point < to)) return false
    if (point - start > 1 && bytes[start] === ZERO) return false
    if (isNegative && mantissa === 0) return false
    this.decimals = decimals
    this.value = (isNegative ? -mantissa : mantissa) / (POWERS[decimals] as number)
    return true
  }

  #isShort(whole: number, decimals: number, hasPoint: boolean): boolean {
    if (whole === 0 || whole + decimals > MOST_DIGITS || decimals > MOST_DECIMALS) return false
    return !hasPoint || decimals > 0
  }
}
