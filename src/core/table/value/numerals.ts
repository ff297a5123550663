/** The noughts of the digits that exports are written with; nine more follow on each. */
const NOUGHTS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
  0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xff10,
]

const MARKS: ReadonlyMap<string, string> = new Map([
  ['\u066a', '%'],
  ['\u066b', '.'],
  ['\u066c', ','],
  ['\u060c', ','],
  ['\u2019', "'"],
  ['\u2212', '-'],
  ['\u2013', '-'],
  ['\ufe63', '-'],
  ['\uff05', '%'],
  ['\uff08', '('],
  ['\uff09', ')'],
  ['\uff0b', '+'],
  ['\uff0c', ','],
  ['\uff0d', '-'],
  ['\uff0e', '.'],
  ['\uff0f', '/'],
  ['\uff1a', ':'],
])

// eslint-disable-next-line no-control-regex -- what is not ASCII
const OTHER = /[^\u0000-\u007f]/
/** Marks that only say in which direction a text runs. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const SIGN = /[^\u0000-\u007f]/gu // eslint-disable-line no-control-regex

/** A cell with the digits, signs and spaces of every script as their ASCII ones, and no marks of direction; other letters stay. */
export function foldNumerals(text: string): string {
  if (!OTHER.test(text)) return text
  return text.replace(DIRECTION, '').replace(SIGN, foldSign)
}

function foldSign(sign: string): string {
  const mark = MARKS.get(sign)
  if (mark !== undefined) return mark
  if (/\s/.test(sign)) return ' '
  const code = sign.codePointAt(0) as number
  const nought = NOUGHTS.find((zero) => code >= zero && code < zero + 10)
  return nought === undefined ? sign : String(code - nought)
}
