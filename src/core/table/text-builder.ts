import type { TextColumn } from './column.ts'
import { newCodes } from './gather.ts'
import { packText, TextPacker } from './packed-text.ts'

/** A dictionary no longer pays where this many words are more than this share of the rows. There are more of them than days in twenty years. */
const NEARLY_UNIQUE = { words: 8192, share: 0.5 }

/** Collects the cells of one column: as codes of a dictionary, or as one buffer where they are nearly unique. */
export class TextBuilder {
  #codes = new Uint32Array(1024)
  #count = 0
  #words: string[] = []
  #places: Map<string, number> | null = new Map()
  #packer: TextPacker | null = null

  add(cell: string): void {
    if (this.#places === null) {
      this.#packer?.add(cell)
      this.#count++
      return
    }
    const code = this.#places.get(cell) ?? this.#learn(cell, this.#places)
    if (this.#count === this.#codes.length) this.#codes = doubled(this.#codes)
    this.#codes[this.#count++] = code
    if (code > NEARLY_UNIQUE.words && code > this.#count * NEARLY_UNIQUE.share) this.#forget()
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

function doubled(codes: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(codes.length * 2)
  larger.set(codes)
  return larger
}
