import type { FileProblem } from '../src/core/problem.ts'
import { HeldFile } from './held-file.ts'
import { isGzip, Unpacker } from './unpack.ts'

/** A file, or bytes that stream from elsewhere. */
export type ByteSource = Blob | HeldFile | ReadableStream<Uint8Array>

export interface ChunkOptions {
  /** Ends it with its reason, an AbortError; the stream is let go in any case. */
  readonly signal?: AbortSignal | undefined
  /** Bytes of the source so far: of a compressed one, those before they are unpacked. */
  readonly onBytes?: (count: number) => void
}

/** What keeps the bytes of a file from being read to their end. */
export class UnreadableBytes extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** The bytes of a source, chunk by chunk; those of a compressed one unpacked. Throws UnreadableBytes. */
export async function* byteChunks(
  source: ByteSource,
  { signal, onBytes }: ChunkOptions = {},
): AsyncGenerator<Uint8Array> {
  let count = 0
  const chunks = withFirstBytes(sourceChunks(source, signal), (bytes) => {
    count += bytes
    onBytes?.(count)
  })
  let unpacker: Unpacker | null | undefined
  for await (const chunk of chunks) {
    if (unpacker === undefined) unpacker = isGzip(chunk) ? new Unpacker() : null
    if (unpacker) yield* unpacked(unpacker.push(chunk))
    else yield chunk
  }
  if (unpacker) yield* unpacked(unpacker.end())
}

/** The first chunk has two bytes at least, as long as there are so many: they tell what it is. */
async function* withFirstBytes(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  let lone: Uint8Array | null = null
  let isFirst = true
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    const whole: Uint8Array = lone ? Uint8Array.of(...lone, ...chunk) : chunk
    lone = isFirst && whole.length < 2 ? whole : null
    if (lone) continue
    isFirst = false
    yield whole
  }
  if (lone) yield lone
}

function* unpacked(pieces: Iterable<Uint8Array | FileProblem>): Generator<Uint8Array> {
  for (const piece of pieces) {
    if (!(piece instanceof Uint8Array)) throw new UnreadableBytes(piece)
    yield piece
  }
}

/** The bytes as they lie on disk. */
export async function* sourceChunks(
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted()
  if (source instanceof HeldFile) return yield* inPieces(await source.bytes())
  const reader = (source instanceof Blob ? source.stream() : source).getReader()
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => undefined)
  signal?.addEventListener('abort', stop)
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      signal?.throwIfAborted()
      yield next.value
    }
    signal?.throwIfAborted()
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

/** So many bytes stay near the processor. */
const PIECE_BYTES = 262_144

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE_BYTES)
    yield bytes.subarray(from, from + PIECE_BYTES)
}
