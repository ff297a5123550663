/** Bytes to text, piece by piece. Of `fatal` ones, bytes that are no characters throw; else each becomes U+FFFD. A byte order mark is left out. */
export interface PieceDecoder {
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string
}

/** Every encoding that the platform knows, and UTF-32, which it does not. */
export function decoderOf(encoding: string, fatal: boolean): PieceDecoder {
  if (/^utf-32/.test(encoding)) return new Utf32Decoder(encoding === 'utf-32be', fatal)
  return new TextDecoder(encoding, { fatal })
}

/** Not every platform knows every encoding. */
export function isKnownEncoding(encoding: string): boolean {
  try {
    decoderOf(encoding, false)
    return true
  } catch {
    return false
  }
}

/** Null where the bytes are not of that encoding. A character that is cut at the end is left out unless the bytes are whole. */
export function maybeDecode(head: Uint8Array, encoding: string, isWhole: boolean): string | null {
  try {
    return inPieces(decoderOf(encoding, true), head, isWhole)
  } catch {
    return null
  }
}

/** As `maybeDecode`, with U+FFFD in place of what is no character. */
export const decodeLossy = (head: Uint8Array, encoding: string, isWhole: boolean): string =>
  maybeDecode(head, encoding, isWhole) ?? inPieces(decoderOf(encoding, false), head, isWhole)

/** Node 20 reads 0x80 to 0x9f of windows-1252 as controls where all comes at once. */
const inPieces = (decoder: PieceDecoder, bytes: Uint8Array, isWhole: boolean): string =>
  decoder.decode(bytes, { stream: true }) + (isWhole ? decoder.decode() : '')

const REPLACEMENT = 0xfffd
const MARK = 0xfeff
const UNIT = 4
/** As many code points are turned into a text at once. */
const BATCH = 4_096

class Utf32Decoder implements PieceDecoder {
  readonly #isBig: boolean
  readonly #isFatal: boolean
  #rest: Uint8Array = new Uint8Array(0)
  #isFirst = true

  constructor(isBig: boolean, isFatal: boolean) {
    this.#isBig = isBig
    this.#isFatal = isFatal
  }

  decode(bytes: Uint8Array = new Uint8Array(0), { stream = false } = {}): string {
    const all = new Uint8Array(this.#rest.length + bytes.length)
    all.set(this.#rest)
    all.set(bytes, this.#rest.length)
    const end = all.length - (all.length % UNIT)
    this.#rest = stream ? all.slice(end) : new Uint8Array(0)
    const cut = !stream && end < all.length ? this.#replaced() : ''
    return this.#text(all.subarray(0, end)) + cut
  }

  #text(bytes: Uint8Array): string {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let text = ''
    let points: number[] = []
    for (let at = 0; at < bytes.length; at += UNIT) {
      const point = this.#valid(view.getUint32(at, !this.#isBig))
      if (!(this.#isFirst && point === MARK)) points.push(point)
      this.#isFirst = false
      if (points.length < BATCH) continue
      text += String.fromCodePoint(...points)
      points = []
    }
    return text + String.fromCodePoint(...points)
  }

  #valid(point: number): number {
    const isSurrogate = point >= 0xd800 && point <= 0xdfff
    if (point <= 0x10ffff && !isSurrogate) return point
    this.#replaced()
    return REPLACEMENT
  }

  #replaced(): string {
    if (this.#isFatal) throw new TypeError('invalid utf-32')
    return '\ufffd'
  }
}
