import { looksBinary } from './binary-kind.ts'
import { guessCharset } from './charset.ts'
import { maybeDecode } from './text-decoder.ts'

/** Every encoding that can be chosen: those of https://encoding.spec.whatwg.org that are of texts, and UTF-32. */
export const ENCODINGS = [
  ...['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', 'macintosh'],
  ...['windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255'],
  ...['windows-1256', 'windows-1257', 'windows-1258', 'windows-874'],
  ...['iso-8859-2', 'iso-8859-3', 'iso-8859-4', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7'],
  ...['iso-8859-8', 'iso-8859-8-i', 'iso-8859-10', 'iso-8859-13', 'iso-8859-14', 'iso-8859-15'],
  ...['iso-8859-16', 'koi8-r', 'koi8-u', 'ibm866', 'x-mac-cyrillic'],
  ...['shift_jis', 'euc-jp', 'iso-2022-jp', 'gb18030', 'gbk', 'big5', 'euc-kr'],
] as const

/** A guess that a person may correct, and whether the bytes leave no doubt. */
export interface EncodingGuess {
  /** Null: no text in any encoding that is known here. */
  readonly encoding: string | null
  readonly certain: boolean
}

/** The longer ones first: two bytes of that of UTF-32 are that of UTF-16. */
const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/**
 * UTF-8 unless the bytes say otherwise: a byte order mark, NULs at every other place, escapes to other letters, or bytes that UTF-8 does not
 * have. A few of those in a text that is UTF-8 otherwise are damage.
 */
export function guessEncoding(all: Uint8Array, isWhole: boolean): EncodingGuess {
  const head = withoutPadding(all)
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))
  if (marked) return { encoding: marked[0], certain: true }
  const wide = wideEncoding(head)
  if (wide !== undefined) return { encoding: wide, certain: false }
  if (hasEscapes(head) && maybeDecode(head, 'iso-2022-jp', isWhole) !== null)
    return { encoding: 'iso-2022-jp', certain: true }
  if (looksBinary(head)) return { encoding: null, certain: false }
  const text = maybeDecode(head, 'utf-8', isWhole)
  // Plain ASCII so far: what follows may be anything that agrees with it.
  if (text !== null) return { encoding: 'utf-8', certain: isWhole || text.length < head.length }
  return { encoding: isDamagedUtf8(head) ? 'utf-8' : guessCharset(head), certain: false }
}

/** Some systems fill the last block of a file with NULs. */
const LEAST_PADDING = 8

function withoutPadding(all: Uint8Array): Uint8Array {
  let end = all.length
  while (end > 0 && all[end - 1] === 0) end--
  return all.length - end < LEAST_PADDING ? all : all.subarray(0, end)
}

/** Beyond this share NULs are no stray bytes. */
const MANY_NULLS = 0.1
const SOME_NULLS = 0.01
/** The last byte of a character of four is always one, and the one before it nearly so. */
const MOSTLY_NULLS = 0.95

/** Digits and separators in two bytes a character have NULs on the same side. Undefined: one byte each, or several of them; null: no text. */
function wideEncoding(head: Uint8Array): string | null | undefined {
  const [a, b, c, d] = countNulls(head)
  const share = (a + b + c + d) / Math.max(1, head.length)
  if (share < SOME_NULLS) return undefined
  const half = (head.length / 2) * MOSTLY_NULLS
  const long = c + d > half ? 'utf-32le' : a + b > half ? 'utf-32be' : null
  if (long && maybeDecode(head, long, false) !== null) return long
  const [even, odd] = [a + c, b + d]
  if (odd > even * 4 && endsLines(head, 'utf-16le', share)) return 'utf-16le'
  if (even > odd * 4 && endsLines(head, 'utf-16be', share)) return 'utf-16be'
  return share > MANY_NULLS ? null : undefined
}

function countNulls(head: Uint8Array): readonly [number, number, number, number] {
  const nulls: [number, number, number, number] = [0, 0, 0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) nulls[(i & 3) as 0 | 1 | 2 | 3]++
  return nulls
}

/** Few NULs may be strays in a text of one byte a character: in two, its line ends are there. */
function endsLines(head: Uint8Array, encoding: string, share: number): boolean {
  const text = maybeDecode(head, encoding, false)
  return text !== null && (share > MANY_NULLS || /[\r\n]/.test(text))
}

/** `ESC $ B` and its like lead to Japanese letters, `ESC ( B` back. */
function hasEscapes(head: Uint8Array): boolean {
  for (let i = head.indexOf(0x1b); i >= 0; i = head.indexOf(0x1b, i + 1))
    if (head[i + 1] === 0x24 && (head[i + 2] === 0x42 || head[i + 2] === 0x40)) return true
  return false
}

/** Of the bytes beyond ASCII nearly all make characters of UTF-8, which no other text does by chance. */
function isDamagedUtf8(head: Uint8Array): boolean {
  let whole = 0
  let broken = 0
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] as number
    if (byte < 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
    const isWhole = length > 1 && isTail(head, at + 1, length - 1)
    if (isWhole) {
      whole++
      at += length - 1
    } else broken++
  }
  return whole >= 4 && broken * 5 <= whole
}

function isTail(head: Uint8Array, from: number, count: number): boolean {
  for (let at = from; at < from + count; at++) if (((head[at] ?? 0) & 0xc0) !== 0x80) return false
  return true
}
