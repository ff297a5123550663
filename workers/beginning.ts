import { guessEncoding } from '../src/core/file/encoding.ts'
import { byteChunks } from './byte-chunks.ts'
import { HeldFile, type FileSource } from './held-file.ts'
import { isGzip } from './unpack.ts'

export interface Beginning {
  readonly head: Uint8Array
  readonly isWhole: boolean
  readonly isPacked: boolean
  /** Of the whole file, once unpacked; an estimate where it is compressed. */
  readonly bytes: number
}

/** The first bytes of a file; of a compressed one, those of what is in it. Throws UnreadableBytes. */
export async function beginningOf(file: Blob, most: number): Promise<Beginning> {
  const head = new Uint8Array(await file.slice(0, most).arrayBuffer())
  if (!isGzip(head)) return { head, isWhole: file.size <= most, isPacked: false, bytes: file.size }
  const pieces: Uint8Array[] = []
  let length = 0
  let isWhole = true
  for await (const piece of byteChunks(file)) {
    pieces.push(piece)
    length += piece.length
    isWhole = length <= most
    if (!isWhole) break
  }
  const unpacked = joined(pieces, Math.min(length, most))
  return {
    head: unpacked,
    isWhole,
    isPacked: true,
    bytes: isWhole ? length : await sizeOf(file, length),
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    const part = piece.subarray(0, length - at)
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The last four bytes tell how long the last member is; more than what is known of the file already. */
async function sizeOf(file: Blob, known: number): Promise<number> {
  const tail = await file.slice(-4).arrayBuffer()
  return tail.byteLength < 4 ? known : Math.max(known, new DataView(tail).getUint32(0, true))
}

/** As far as a file is looked through for a character beyond ASCII. */
const FARTHEST_LOOK = 32 * 1024 ** 2
/** As much around it tells its encoding. */
const LOOK_BYTES = 65_536

/**
 * The encoding that the first characters beyond ASCII are in, where the beginning of a file has none; `utf-8` where there are none to the end,
 * null where none are near. The file is on its way as soon as this is asked.
 */
export async function laterEncoding(source: FileSource, isPacked: boolean): Promise<string | null> {
  const file = source instanceof HeldFile ? source.file : source
  let before = 0
  for await (const chunk of lookedThrough(source, isPacked)) {
    const at = firstBeyondAscii(chunk)
    if (at >= 0) return encodingAround(file, before + at)
    before += chunk.length
  }
  return file.size < FARTHEST_LOOK ? 'utf-8' : null
}

/** A file that is held is no longer than that. */
function lookedThrough(source: FileSource, isPacked: boolean): AsyncGenerator<Uint8Array> {
  if (source instanceof HeldFile) return byteChunks(source)
  const look = source.slice(0, FARTHEST_LOOK)
  return isPacked ? byteChunks(look) : inPieces(look)
}

/** Each piece would have to be waited for: all are asked for at once. */
async function* inPieces(file: Blob): AsyncGenerator<Uint8Array> {
  const pieces = Array.from({ length: Math.ceil(file.size / PIECE_BYTES) }, (_, i) =>
    file.slice(i * PIECE_BYTES, (i + 1) * PIECE_BYTES).arrayBuffer(),
  )
  // Where one fails the others are not waited for any more.
  for (const piece of pieces) piece.catch(() => {})
  for (const piece of pieces) yield new Uint8Array(await piece)
}

const PIECE_BYTES = 4 * 1024 ** 2

export const isAscii = (bytes: Uint8Array): boolean => firstBeyondAscii(bytes) < 0

/** Sixteen bytes at a time: files are megabytes. -1: none. */
function firstBeyondAscii(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sixteens = bytes.length & ~15
  const four = (at: number) => view.getInt32(at, true)
  let at = 0
  while (at < sixteens) {
    if (((four(at) | four(at + 4) | four(at + 8) | four(at + 12)) & 0x80808080) !== 0) break
    at += 16
  }
  while (at < bytes.length && (bytes[at] as number) < 128) at++
  return at < bytes.length ? at : -1
}

/** By whole lines: a window may cut a character at its ends. */
async function encodingAround(file: Blob, place: number): Promise<string | null> {
  const from = Math.max(0, place - LOOK_BYTES)
  const window = new Uint8Array(await file.slice(from, place + LOOK_BYTES).arrayBuffer())
  const start = window.indexOf(10) + 1
  return guessEncoding(window.subarray(start), place + LOOK_BYTES >= file.size).encoding
}
