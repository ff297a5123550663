import { seen, type SeenBytes } from '../file/plain-rows.ts'
import { withRoom } from './room.ts'

/** Codes of words by their bytes, so that a cell that was there before need not become a string to be found. */
export class ByteWords {
  #known = seen(new Uint8Array(4096))
  #end = 0
  #starts = new Uint32Array(256)
  #lengths = new Uint32Array(256)
  #hashes = new Int32Array(256)
  #codes = new Uint32Array(256)
  #count = 0
  /** Open addressing: which word is at a hash, -1 for none. */
  #places = new Int32Array(1024).fill(-1)

  /** -1 where no such word was put in. */
  find(text: SeenBytes, from: number, to: number): number {
    const hash = hashOfBytes(text, from, to)
    const mask = this.#places.length - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const word = this.#places[place] as number
      if (word < 0) return -1
      if (this.#hashes[word] === hash && this.#is(word, text, from, to))
        return this.#codes[word] as number
    }
  }

  put(text: SeenBytes, from: number, to: number, code: number): void {
    const word = this.#count++
    this.#makeRoom(to - from)
    this.#known.bytes.set(text.bytes.subarray(from, to), this.#end)
    this.#starts[word] = this.#end
    this.#lengths[word] = to - from
    this.#hashes[word] = hashOfBytes(text, from, to)
    this.#codes[word] = code
    this.#end += to - from
    this.#place(word)
  }

  #is(word: number, { bytes, view }: SeenBytes, from: number, to: number): boolean {
    if (this.#lengths[word] !== to - from) return false
    const known = this.#known
    let at = this.#starts[word] as number
    let i = from
    for (; i + 4 <= to; i += 4, at += 4)
      if (known.view.getInt32(at) !== view.getInt32(i)) return false
    for (; i < to; i++, at++) if (known.bytes[at] !== bytes[i]) return false
    return true
  }

  #place(word: number): void {
    const mask = this.#places.length - 1
    let place = (this.#hashes[word] as number) & mask
    while ((this.#places[place] as number) >= 0) place = (place + 1) & mask
    this.#places[place] = word
  }

  #makeRoom(length: number): void {
    const { bytes } = this.#known
    const larger = withRoom(bytes, this.#end + length)
    if (larger !== bytes) this.#known = seen(larger)
    this.#starts = withRoom(this.#starts, this.#count)
    this.#lengths = withRoom(this.#lengths, this.#count)
    this.#hashes = withRoom(this.#hashes, this.#count)
    this.#codes = withRoom(this.#codes, this.#count)
    if (this.#count * 2 <= this.#places.length) return
    this.#places = new Int32Array(this.#places.length * 2).fill(-1)
    for (let word = 0; word < this.#count - 1; word++) this.#place(word)
  }
}

/** Four bytes at a time, multiplied and folded: a product alone never brings its high bits down. */
export function hashOfBytes({ bytes, view }: SeenBytes, from: number, to: number): number {
  let hash = to - from
  let i = from
  for (; i + 4 <= to; i += 4) {
    hash = Math.imul(hash ^ view.getInt32(i), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  for (; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return hash ^ (hash >>> 13)
}
