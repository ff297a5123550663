import { sha256 } from '@noble/hashes/sha2.js'
import { sourceChunks } from '../byte-chunks.ts'
import { HeldFile, type FileSource } from '../held-file.ts'

/** Of the bytes as they lie on disk, in hex. The browser's own way: many times faster, but the whole file is in memory for it, twice. */
export async function sha256Of(file: FileSource): Promise<string> {
  const bytes = file instanceof HeldFile ? await file.bytes() : await file.arrayBuffer()
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return toHex(new Uint8Array(digest))
}

/** The same of bytes that stream by. */
export async function sha256Streamed(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = sha256.create()
  for await (const chunk of chunks) hash.update(chunk)
  return toHex(hash.digest())
}

/** Held for a moment, by a worker that ends with the digest, so that all of it is given back at once. */
const MOST_HELD = 256 * 1024 ** 2

/** In memory that does not grow with the file. */
export const sha256Bounded = (file: Blob, mostHeld = MOST_HELD): Promise<string> =>
  file.size <= mostHeld ? sha256Of(file) : sha256Streamed(sourceChunks(file))

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
