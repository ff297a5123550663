import { COMMON_HAN, COMMON_HAN_TRADITIONAL, LATIN, OTHER } from './alphabets.ts'
import { maybeDecode } from './text-decoder.ts'

/** In the order in which they are taken where a text reads as well in several. Those that hardly anyone wrote in are left to be chosen. */
const SINGLE_BYTE = [
  ...['windows-1252', 'windows-1250', 'windows-1251', 'windows-1254', 'windows-1257'],
  ...['windows-1253', 'windows-1255', 'windows-1256', 'windows-1258', 'windows-874'],
  ...['iso-8859-2', 'iso-8859-15', 'koi8-u', 'koi8-r', 'ibm866', 'macintosh', 'x-mac-cyrillic'],
  ...['iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8', 'iso-8859-13'],
  ...['iso-8859-4', 'iso-8859-3', 'iso-8859-10', 'iso-8859-14', 'iso-8859-16'],
]
const DOUBLE_BYTE = ['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr']
const USUAL = 'windows-1252'

/** What speaks against an encoding where little speaks for it: how seldom files come in it. */
function rarityOf(encoding: string, isOfMac: boolean): number {
  if (encoding === USUAL) return 0
  if (encoding.includes('mac')) return Math.log(isOfMac ? 0.5 : 0.01)
  if (/^iso-8859-(3|4|10|14|16)$/.test(encoding)) return Math.log(0.02)
  return encoding.startsWith('windows') ? Math.log(0.4) : Math.log(0.1)
}

/** As many bytes of lines with such characters are enough to tell. */
const JUDGED_BYTES = 6_000

/** The encoding in which bytes that are no UTF-8 read most like a language: by the letters that languages write, and how words are built of them. */
export function guessCharset(bytes: Uint8Array): string {
  const judged = tellingLines(bytes)
  // Only old Macintoshes end lines in CR alone; a spreadsheet's "CSV (Macintosh)" still does.
  const isOfMac = bytes.includes(13) && !bytes.includes(10)
  let best = { encoding: USUAL, likelihood: -Infinity }
  for (const encoding of [...SINGLE_BYTE, ...DOUBLE_BYTE]) {
    const text = maybeDecode(judged, encoding, true)
    if (text === null) continue
    const odds = DOUBLE_BYTE.includes(encoding)
      ? likelihoodOfHan(text, encoding)
      : likelihoodOfWords(text)
    const likelihood = odds + rarityOf(encoding, isOfMac)
    if (likelihood > best.likelihood + 0.01) best = { encoding, likelihood }
  }
  return best.encoding
}

/** Those lines that have bytes beyond ASCII, whole. */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const lines: number[] = []
  let start = 0
  for (let at = 0; at <= bytes.length && lines.length < JUDGED_BYTES; at++) {
    if (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) continue
    const line = bytes.subarray(start, at)
    if (line.length < JUDGED_BYTES && line.some((byte) => byte > 127)) lines.push(...line, 10)
    start = at + 1
  }
  return lines.length > 0 ? Uint8Array.from(lines) : bytes.subarray(0, JUDGED_BYTES)
}

const NEVER = Math.log(1e-5)
const STRANGE = Math.log(2e-5)

/** A letter that stands alone. */
const ALONE = Math.log(0.2)

interface Language {
  readonly odds: ReadonlyMap<string, number>
  readonly isLatin: boolean
}

/** The nth letter of an alphabet is as likely as 1/n, and a capital a tenth of that. */
function languageOf(alphabet: string, isLatin: boolean): Language {
  const letters = [...new Set(alphabet)]
  const sum = letters.reduce((total, _, rank) => total + 1 / (rank + 2), 0)
  // An alphabet that fits by having every letter proves less.
  const odds = new Map<string, number>()
  letters.forEach((letter, rank) => odds.set(letter, Math.log(1 / (rank + 2) / sum)))
  return { odds, isLatin }
}

const LANGUAGES: readonly Language[] = [
  ...LATIN.map((alphabet) => languageOf(alphabet, true)),
  ...OTHER.map((alphabet) => languageOf(alphabet, false)),
]

/** The logarithm of how likely a text is in the language that it fits best. */
function likelihoodOfWords(decoded: string): number {
  const text = decoded.replaceAll('µ', '£')
  const pieces = text.match(/[\p{L}\p{M}]+|[^\p{L}\p{M}\p{ASCII}]/gu) ?? []
  const strange = pieces.filter((piece) => !/[\p{L}\p{M}]/u.test(piece))
  const words = pieces.filter((piece) => /[\p{L}\p{M}]/u.test(piece) && /\P{ASCII}/u.test(piece))
  const signs = strange.reduce((sum, sign) => sum + oddsOfSign(sign), 0) + glued(text) * STRANGE
  const best = Math.max(
    ...LANGUAGES.map((language) => sumOver(words, (word) => oddsOfWord(word, language))),
  )
  return signs + best
}

const sumOver = (words: readonly string[], odds: (word: string) => number): number =>
  words.reduce((sum, word) => sum + odds(word), 0)

/** Quotes, dashes and signs of money are at home in every language, controls in none. */
function oddsOfSign(sign: string): number {
  if (/[\u0080-\u009f\ue000-\uf8ff]/.test(sign)) return NEVER
  return /[\u00a0’‘“”„«»–—…•·€£°®™©§¿¡№ªºµ²³½¼¾]/.test(sign) ? Math.log(2e-2) : Math.log(1e-4)
}

/** Signs in the middle of words, which no one writes: `M‚xico`. An apostrophe is one. */
const glued = (text: string): number =>
  text.match(/\p{L}[^\p{L}\p{M}\p{ASCII}’·\u00a0–—](?=\p{L})|[©®¹²³¼½¾](?=\p{L})/gu)?.length ?? 0

function oddsOfWord(word: string, { odds, isLatin }: Language): number {
  let sum = 0
  let run = 0
  const isUpper = word === word.toUpperCase() && word.length > 1
  const letters = [...word.normalize('NFC')]
  if (letters.length === 1) sum += ALONE
  for (const [at, letter] of letters.entries()) {
    if (letter < '\u0080') {
      run = 0
      if (!isLatin) sum += STRANGE / 2
      continue
    }
    run++
    sum += oddsOfLetter(letter, odds, at === 0 || isUpper)
    if (isLatin && run > 2) sum += STRANGE / 3
    if (at > 0 && isCapital(letter) && isSmall(letters[at - 1] as string)) sum += STRANGE / 2
  }
  return sum
}

function oddsOfLetter(
  letter: string,
  odds: ReadonlyMap<string, number>,
  mayBeCapital: boolean,
): number {
  const small = odds.get(letter)
  if (small !== undefined) return small
  const capital = odds.get(letter.toLowerCase())
  if (capital === undefined) return NEVER
  return capital + (mayBeCapital ? Math.log(0.3) : Math.log(0.01))
}

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase()
const isSmall = (letter: string): boolean => letter !== letter.toUpperCase()

const HAN = new Map<string, ReadonlySet<string>>([
  ['gb18030', new Set(COMMON_HAN)],
  ['big5', new Set(COMMON_HAN_TRADITIONAL)],
  ['shift_jis', new Set(COMMON_HAN_TRADITIONAL + COMMON_HAN)],
  ['euc-jp', new Set(COMMON_HAN_TRADITIONAL + COMMON_HAN)],
  ['euc-kr', new Set<string>()],
])

function likelihoodOfHan(text: string, encoding: string): number {
  const common = HAN.get(encoding) ?? new Set<string>()
  let sum = 0
  for (const sign of text) if (sign > '\u007f') sum += oddsOfHan(sign, encoding, common)
  return sum
}

/** One in so many; of two bytes each. */
function oddsOfHan(sign: string, encoding: string, common: ReadonlySet<string>): number {
  const isJapanese = encoding === 'shift_jis' || encoding === 'euc-jp'
  if (/[\u3041-\u3096\u30a1-\u30fc]/.test(sign)) return Math.log(isJapanese ? 1e-2 : 1e-6)
  if (/[\uac00-\ud7a3]/.test(sign)) return encoding === 'euc-kr' ? Math.log(3e-3) : Math.log(1e-9)
  if (/[\u3000-\u3002\uff01-\uff5e・「」『』（）·—“”]/.test(sign)) return Math.log(3e-3)
  if (common.has(sign)) return Math.log(3e-3)
  if (/[\uff61-\uff9f]/.test(sign)) return Math.log(1e-4)
  return /[\u4e00-\u9fff]/.test(sign)
    ? Math.log(encoding === 'euc-kr' ? 1e-6 : 5e-5)
    : Math.log(1e-8)
}
