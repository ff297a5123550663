import { sha256 } from '@noble/hashes/sha2.js'

/** Of the bytes as they lie on disk, in hex. The browser's own way: many times faster, but the whole file is in memory for it, twice. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return toHex(new Uint8Array(digest))
}

/** The same of bytes that stream by. */
export async function sha256Streamed(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = sha256.create()
  for await (const chunk of chunks) hash.update(chunk)
  return toHex(hash.digest())
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
