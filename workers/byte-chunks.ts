/** A file, or bytes that stream from elsewhere. */
export type ByteSource = Blob | ReadableStream<Uint8Array>

/** The bytes of a source, chunk by chunk. A signal ends it with its reason, an AbortError; the stream is let go in any case. */
export async function* byteChunks(
  source: ByteSource,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted()
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
