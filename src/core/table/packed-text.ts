import type { PlainRows } from '../file/plain-rows.ts'
import type { PackedText } from './column.ts'
import { withRoom } from './room.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Strings to one UTF-8 buffer. No strings: no bytes, one offset. A lone surrogate becomes U+FFFD. */
export function packText(words: readonly string[]): PackedText {
  const packer = new TextPacker()
  for (let i = 0; i < words.length; i++) packer.add(words[i] as string)
  return packer.finish()
}

/** All words, in their order. */
export function unpackText(packed: PackedText): string[] {
  const { text, places } = joinedText(packed)
  const words = new Array<string>(places.length - 1)
  for (let i = 0; i < words.length; i++) words[i] = text.slice(places[i], places[i + 1])
  return words
}

/** All words as one text: word i is between places[i] and places[i + 1], in UTF-16 units. */
export function joinedText({ bytes, offsets }: PackedText): {
  readonly text: string
  readonly places: Uint32Array
} {
  const text = decoder.decode(bytes)
  const isAscii = text.length === bytes.length
  return { text, places: isAscii ? offsets : unitOffsets(bytes, offsets) }
}

/** Where words begin in UTF-16: one unit for each byte that begins a character, two where it begins one of four bytes. */
function unitOffsets(bytes: Uint8Array, offsets: Uint32Array): Uint32Array {
  const ends = new Uint32Array(offsets.length)
  let units = 0
  let at = 0
  for (let i = 0; i < offsets.length; i++) {
    const end = offsets[i] as number
    for (; at < end; at++) {
      const byte = bytes[at] as number
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
    }
    ends[i] = units
  }
  return ends
}

export const wordAt = ({ bytes, offsets }: PackedText, i: number): string =>
  textOf(bytes, offsets[i] as number, offsets[i + 1] as number)

export const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  decoder.decode(bytes.subarray(from, to))

/** Words are encoded together: a call of the encoder costs more than a short word. */
const BATCH = 512

/** Packs words that come one by one. */
export class TextPacker {
  #bytes = new Uint8Array(4096)
  #end = 0
  #offsets = new Uint32Array(BATCH + 1)
  #count = 0
  #waiting: string[] = []

  add(word: string): void {
    if (this.#waiting.push(word) === BATCH) this.#encodeWaiting()
  }

  /** The cells of a column of plain rows, from `row` on, as long as they are their bytes: gives the first row whose cell is not. */
  addRun(plain: PlainRows, column: number, row: number): number {
    const { bytes, starts, ends, areAscii, width, rows } = plain
    this.#encodeWaiting()
    this.#makeRoom(plain, row)
    const [into, offsets] = [this.#bytes, this.#offsets]
    let end = this.#end
    for (let cell = row * width + column; row < rows && areAscii[cell] === 1; cell += width) {
      const to = ends[cell] as number
      for (let i = starts[cell] as number; i < to; i++) into[end++] = bytes[i] as number
      offsets[++this.#count] = end
      row++
    }
    this.#end = end
    return row
  }

  /** For the cells of any column of these rows. */
  #makeRoom({ starts, ends, width, rows }: PlainRows, row: number): void {
    if (row === rows) return
    const most = (ends[rows * width - 1] as number) - (starts[row * width] as number)
    this.#bytes = withRoom(this.#bytes, this.#end + most)
    this.#offsets = withRoom(this.#offsets, this.#count + rows - row + 1)
  }

  finish(): PackedText {
    this.#encodeWaiting()
    return {
      bytes: this.#bytes.slice(0, this.#end),
      offsets: this.#offsets.slice(0, this.#count + 1),
    }
  }

  #encodeWaiting(): void {
    const words = this.#waiting
    if (words.length === 0) return
    const start = this.#end
    const first = this.#count
    this.#offsets = withRoom(this.#offsets, first + words.length + 1)
    const text = words.join('')
    this.#encode(text)
    const isAscii = this.#end - start === text.length
    if (isAscii) this.#addLengths(words, start)
    else {
      this.#end = start
      for (let i = 0; i < words.length; i++) {
        this.#encode(words[i] as string)
        this.#offsets[first + i + 1] = this.#end
      }
    }
    this.#count = first + words.length
    this.#waiting = []
  }

  #encode(text: string): void {
    // A UTF-16 unit takes at most three bytes.
    this.#bytes = withRoom(this.#bytes, this.#end + text.length * 3)
    this.#end += encoder.encodeInto(text, this.#bytes.subarray(this.#end)).written
  }

  #addLengths(words: readonly string[], start: number): void {
    let end = start
    for (let i = 0; i < words.length; i++) {
      end += (words[i] as string).length
      this.#offsets[this.#count + i + 1] = end
    }
  }
}
