import { FALSE, TRUE, type Column, type TextColumn } from './column.ts'
import { readBoolean } from './value/boolean-format.ts'
import type { Decision } from './value/decide-type.ts'
import { TextPacker } from './packed-text.ts'
import { spelledAt, type RawText } from './raw-text.ts'
import { dateSpellingOf, numberSpellingsOf, type Spelling } from './value/spelling.ts'
import { lengthOf, wordIndex } from './texts.ts'

/** Beyond this share of the rows the texts are smaller than the exceptions. */
export const MOST_EXCEPTIONS = 0.25
/** Enough to tell how a column is written. */
const SAMPLE_WORDS = 20
const JUDGED_WORDS = 500

/** What gives the texts of a typed column back: the spelling that fits most words, and the rows that it does not fit. `values` are the values of the words. */
export function keepRaw(
  texts: TextColumn,
  words: readonly string[],
  values: Column,
  decision: Decision,
): RawText {
  const spelling = bestSpelling(words, values, spellingsOf(words, decision))
  if (!spelling) return { kind: 'texts', texts }
  const isException = new Uint8Array(words.length)
  let isSame = true
  for (let word = 0; word < words.length; word++) {
    if (spelledAt(values, word, spelling) === words[word]) continue
    isException[word] = 1
    isSame = false
  }
  return isSame ? { kind: 'same', spelling } : keepExceptions(texts, words, isException, spelling)
}

function keepExceptions(
  texts: TextColumn,
  words: readonly string[],
  isException: Uint8Array,
  spelling: Spelling,
): RawText {
  const rows: number[] = []
  const packer = new TextPacker()
  const length = lengthOf(texts)
  for (let row = 0; row < length; row++) {
    const word = wordIndex(texts, row)
    if (isException[word] === 0) continue
    if (rows.length >= length * MOST_EXCEPTIONS) return { kind: 'texts', texts }
    rows.push(row)
    packer.add(words[word] as string)
  }
  return { kind: 'except', spelling, rows: Uint32Array.from(rows), words: packer.finish() }
}

function bestSpelling(
  words: readonly string[],
  values: Column,
  spellings: readonly Spelling[],
): Spelling | null {
  const step = Math.max(1, Math.floor(words.length / JUDGED_WORDS))
  let best: Spelling | null = null
  let most = -1
  for (const spelling of spellings) {
    let count = 0
    for (let word = 0; word < words.length; word += step)
      if (spelledAt(values, word, spelling) === words[word]) count++
    if (count > most) [best, most] = [spelling, count]
  }
  return best
}

function spellingsOf(words: readonly string[], decision: Decision): Spelling[] {
  if (decision.type === 'boolean') return [booleanSpellingOf(words)]
  const step = Math.max(1, Math.floor(words.length / SAMPLE_WORDS))
  const sample = words.filter((word, index) => word !== '' && index % step === 0)
  const spellings = new Map<string, Spelling>()
  for (const word of sample)
    for (const spelling of spellingsOfWord(word, decision))
      spellings.set(JSON.stringify(spelling), spelling)
  return [...spellings.values()]
}

function spellingsOfWord(word: string, decision: Decision): Spelling[] {
  if (decision.type === 'number') return numberSpellingsOf(word, decision.format)
  if (decision.type !== 'date' || decision.form === null) return []
  const spelling = dateSpellingOf(word, decision.form)
  return spelling ? [spelling] : []
}

/** The first word for each of the two. */
function booleanSpellingOf(words: readonly string[]): Spelling {
  const first = (value: number): string => words.find((word) => readBoolean(word) === value) ?? ''
  return { type: 'boolean', yes: first(TRUE), no: first(FALSE) }
}
