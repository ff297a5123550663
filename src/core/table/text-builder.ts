import type { PlainRows, SeenBytes } from '../file/plain-rows.ts'
import { ByteWords } from './byte-words.ts'
import type { TextColumn } from './column.ts'
import { newCodes } from './gather.ts'
import { packText, textOf, TextPacker } from './packed-text.ts'
import { withRoom } from './room.ts'

/**
 * A dictionary no longer pays where words are more than a share of the rows: seen soon where nearly all differ. Days of twenty years repeat
 * often enough to stay below both.
 */
const isNearlyUnique = (words: number, rows: number): boolean =>
  (words > 1024 && words > rows * 0.95) || (words > 8192 && words > rows * 0.5)

/** Collects the cells of one column: as codes of a dictionary, or as one buffer where they are nearly unique. */
export class TextBuilder {
  #codes = new Uint32Array(1024)
  #count = 0
  #words: string[] = []
  #places: Map<string, number> | null = new Map()
  /** Some of the words by their bytes. */
  #known = new ByteWords()
  #packer: TextPacker | null = null

  add(cell: string): void {
    if (this.#places !== null)
      return this.#push(this.#places.get(cell) ?? this.#learn(cell, this.#places))
    this.#packer?.add(cell)
    this.#count++
  }

  /** The cells of a column of plain rows, from `row` on, as long as they are their bytes: gives the first row whose cell is not. */
  addRun(plain: PlainRows, column: number, row: number): number {
    const next = this.#packer === null ? this.#addWords(plain, column, row) : row
    if (this.#packer === null) return next
    const end = this.#packer.addRun(plain, column, next)
    this.#count += end - next
    return end
  }

  /** As long as there is a dictionary. */
  #addWords(plain: PlainRows, column: number, row: number): number {
    const { starts, ends, areAscii, width, rows } = plain
    let cell = row * width + column
    for (; row < rows && areAscii[cell] === 1 && this.#packer === null; cell += width) {
      this.#addWord(plain, starts[cell] as number, ends[cell] as number)
      row++
    }
    return row
  }

  #addWord(text: SeenBytes, from: number, to: number): void {
    const known = this.#known.find(text, from, to)
    if (known >= 0) return this.#push(known)
    const cell = textOf(text.bytes, from, to)
    const places = this.#places as Map<string, number>
    const code = places.get(cell) ?? this.#learn(cell, places)
    this.#known.put(text, from, to, code)
    this.#push(code)
  }

  #push(code: number): void {
    this.#codes = withRoom(this.#codes, this.#count + 1)
    this.#codes[this.#count++] = code
    if (isNearlyUnique(code, this.#count)) this.#forget()
  }

  #learn(cell: string, places: Map<string, number>): number {
    const code = this.#words.length
    const word = detached(cell)
    places.set(word, code)
    this.#words.push(word)
    return code
  }

  /** From a dictionary to one buffer. */
  #forget(): void {
    const packer = new TextPacker()
    for (let row = 0; row < this.#count; row++)
      packer.add(this.#words[this.#codes[row] as number] as string)
    this.#packer = packer
    this.#places = null
    this.#known = new ByteWords()
    this.#words = []
    this.#codes = new Uint32Array(0)
  }

  finish(): TextColumn {
    if (this.#packer) return { type: 'text', words: this.#packer.finish(), codes: null }
    const codes = newCodes(this.#count, this.#words.length)
    codes.set(this.#codes.subarray(0, this.#count))
    return { type: 'text', words: packText(this.#words), codes }
  }
}

// A part of a string, if it is longer, keeps the whole in memory, here a chunk of the file: https://bugs.chromium.org/p/v8/issues/detail?id=2869
const LONGEST_COPIED = 12

const detached = (cell: string): string =>
  cell.length <= LONGEST_COPIED ? cell : ` ${cell}`.slice(1)
