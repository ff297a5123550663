import { decoderOf } from '../src/core/file/text-decoder.ts'

/**
 * The text of a stream of bytes, chunk by chunk: characters that are cut by a border of chunks come whole. A byte order mark is left out.
 * Bytes that are no characters of the encoding become U+FFFD, which whoever takes the text has to tell.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding, false)
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
