import { Refused } from '../problems.ts'
import { packValue, unpackValue } from './pack.ts'

/**
 * A backup is MAGIC, one byte with its version, and a gzip stream of frames: length of the JSON, length of the buffers
 * (32 bits each, little end first), the SHA-256 of both, the JSON, the buffers. Typed arrays are little end first too, as they are in memory.
 */
export const MAGIC = 'hale-backup'
export const BACKUP_VERSION = 1

const DIGEST_BYTES = 32
const HEAD_BYTES = 8 + DIGEST_BYTES

/** A column of ten million accounts. What says it is longer is not read into memory. */
const MAX_FRAME_BYTES = 512_000_000

export interface Frame {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly digest: Uint8Array<ArrayBuffer>
}

export interface ReadFrame {
  readonly value: unknown
  readonly digest: Uint8Array<ArrayBuffer>
}

export async function toFrame(value: unknown): Promise<Frame> {
  const { json, buffers } = packValue(value)
  const text = new TextEncoder().encode(json)
  const payload = concat([text, ...buffers])
  const lengths = new DataView(new ArrayBuffer(8))
  lengths.setUint32(0, text.length, true)
  lengths.setUint32(4, payload.length - text.length, true)
  const digest = await sha256(payload)
  return { bytes: concat([new Uint8Array(lengths.buffer), digest, payload]), digest }
}

/** One frame after the other, each checked. What is no frame is `damaged-backup`. */
export async function* readFrames(stream: ReadableStream<Uint8Array>): AsyncGenerator<ReadFrame> {
  const source = byteSource(stream)
  for (let place = 0; ; place++) {
    const head = await source.take(HEAD_BYTES)
    if (head.length === 0) return
    const lengths = new DataView(head.buffer)
    if (head.length < HEAD_BYTES) throw damaged(`record ${place}`)
    const textBytes = lengths.getUint32(0, true)
    const payloadBytes = textBytes + lengths.getUint32(4, true)
    if (payloadBytes > MAX_FRAME_BYTES) throw damaged(`record ${place}`)
    const payload = await source.take(payloadBytes)
    const digest = await sha256(payload)
    if (payload.length < payloadBytes || !isSame(digest, head.subarray(8)))
      throw damaged(`record ${place}`)
    yield { value: valueOf(payload, textBytes, place), digest }
  }
}

/** The hash of all frames so far, from the hash before and the newest frame. */
export const chained = (before: Uint8Array, digest: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  sha256(concat([before, digest]))

export const firstLink = (): Uint8Array<ArrayBuffer> => new Uint8Array(DIGEST_BYTES)

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const damaged = (part: string): Refused => new Refused({ code: 'damaged-backup', part })

function valueOf(payload: Uint8Array<ArrayBuffer>, textBytes: number, place: number): unknown {
  try {
    const json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return unpackValue(json.decode(payload.subarray(0, textBytes)), payload.subarray(textBytes))
  } catch {
    throw damaged(`record ${place}`)
  }
}

/** Gives as many bytes as are asked for, fewer only at the end. */
function byteSource(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader()
  let rest = new Uint8Array(0)
  const take = async (count: number): Promise<Uint8Array<ArrayBuffer>> => {
    const pieces: Uint8Array[] = [rest]
    let length = rest.length
    while (length < count) {
      const { done, value } = await readPiece(reader)
      if (done) break
      pieces.push(value)
      length += value.length
    }
    const all = pieces.length > 1 ? concat(pieces) : rest
    rest = all.subarray(count)
    return all.slice(0, count)
  }
  return { take }
}

async function readPiece(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read()
  } catch (error) {
    // A file that cannot be read is no damage; bytes that are no gzip are a TypeError.
    if (error instanceof DOMException) throw error
    throw damaged('compression')
  }
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

function concat(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
