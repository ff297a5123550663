/** Codes of words by their bytes, so that a cell that was there before need not become a string to be found. */
export class ByteWords {
  #bytes = new Uint8Array(4096)
  #end = 0
  #starts = new Uint32Array(256)
  #lengths = new Uint32Array(256)
  #hashes = new Uint32Array(256)
  #codes = new Uint32Array(256)
  #count = 0
  /** Open addressing: which word is at a hash, -1 for none. */
  #places = new Int32Array(1024).fill(-1)

  /** -1 where no such word was put in. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to)
    const mask = this.#places.length - 1
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const word = this.#places[place] as number
      if (word < 0) return -1
      if (this.#hashes[word] === hash && this.#is(word, bytes, from, to))
        return this.#codes[word] as number
    }
  }

  put(bytes: Uint8Array, from: number, to: number, code: number): void {
    const word = this.#count++
    this.#makeRoom(to - from)
    this.#bytes.set(bytes.subarray(from, to), this.#end)
    this.#starts[word] = this.#end
    this.#lengths[word] = to - from
    this.#hashes[word] = hashOf(bytes, from, to)
    this.#codes[word] = code
    this.#end += to - from
    this.#place(word)
  }

  #is(word: number, bytes: Uint8Array, from: number, to: number): boolean {
    const length = to - from
    if (this.#lengths[word] !== length) return false
    const start = this.#starts[word] as number
    const known = this.#bytes
    for (let i = 0; i < length; i++) if (known[start + i] !== bytes[from + i]) return false
    return true
  }

  #place(word: number): void {
    const mask = this.#places.length - 1
    let place = (this.#hashes[word] as number) & mask
    while ((this.#places[place] as number) >= 0) place = (place + 1) & mask
    this.#places[place] = word
  }

  #makeRoom(length: number): void {
    if (this.#end + length > this.#bytes.length)
      this.#bytes = larger(this.#bytes, this.#end + length)
    if (this.#count > this.#starts.length) {
      this.#starts = larger(this.#starts, this.#count)
      this.#lengths = larger(this.#lengths, this.#count)
      this.#hashes = larger(this.#hashes, this.#count)
      this.#codes = larger(this.#codes, this.#count)
    }
    if (this.#count * 2 <= this.#places.length) return
    this.#places = new Int32Array(this.#places.length * 2).fill(-1)
    for (let word = 0; word < this.#count - 1; word++) this.#place(word)
  }
}

/** FNV-1a, its high bits folded in. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

function larger<T extends Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  values: T,
  least: number,
): T {
  const grown = new (values.constructor as new (length: number) => T)(
    Math.max(least, values.length * 2),
  )
  grown.set(values)
  return grown
}
