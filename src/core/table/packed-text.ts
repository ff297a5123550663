import type { PackedText } from './column.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Strings to one UTF-8 buffer. No strings: no bytes, one offset. A lone surrogate becomes U+FFFD. */
export function packText(words: readonly string[]): PackedText {
  const offsets = new Uint32Array(words.length + 1)
  let bytes = new Uint8Array(Math.max(16, words.length * 12))
  let end = 0
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string
    // A UTF-16 unit takes at most three bytes.
    if (end + word.length * 3 > bytes.length) bytes = grown(bytes, end + word.length * 3)
    end += encoder.encodeInto(word, bytes.subarray(end)).written
    offsets[i + 1] = end
  }
  return { bytes: bytes.slice(0, end), offsets }
}

/** All words, in their order. */
export const unpackText = (packed: PackedText): string[] =>
  Array.from({ length: packed.offsets.length - 1 }, (_, i) => wordAt(packed, i))

export const wordAt = ({ bytes, offsets }: PackedText, i: number): string =>
  decoder.decode(bytes.subarray(offsets[i], offsets[i + 1]))

function grown(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2))
  larger.set(bytes)
  return larger
}
