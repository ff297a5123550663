import { failure, success, type FileProblem, type Result } from '../src/core/problem.ts'

/**
 * The text of a stream of bytes, chunk by chunk: characters that are cut by a border of chunks come whole. A byte order mark is left out.
 * The first byte that is no character of the encoding ends it with a problem; nothing is ever replaced silently.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  onBytes: (count: number) => void,
): AsyncGenerator<Result<string, FileProblem>> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let before = 0
  let last: Uint8Array = new Uint8Array(0)
  for await (const chunk of bytes) {
    const text = maybe(() => decoder.decode(chunk, { stream: true }))
    if (text === null) {
      yield failure({ code: 'undecodable', encoding, at: before + firstBad(last, chunk, encoding) })
      return
    }
    before += chunk.length
    last = chunk
    onBytes(before)
    yield success(text)
  }
  const rest = maybe(() => decoder.decode())
  yield rest === null ? failure({ code: 'undecodable', encoding, at: before }) : success(rest)
}

/** Enough to begin with a whole character in every encoding. */
const LONGEST_CHARACTER = 4

/** The place in `chunk` of the first byte that cannot be read, found by halving; `last` is the chunk before it. */
function firstBad(last: Uint8Array, chunk: Uint8Array, encoding: string): number {
  let good = 0
  let bad = chunk.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (readsFrom(last, chunk.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  return good
}

/** Whether the bytes can be read behind one of the last characters of `last`. */
function readsFrom(last: Uint8Array, bytes: Uint8Array, encoding: string): boolean {
  const most = Math.min(LONGEST_CHARACTER - 1, last.length)
  for (let back = 0; back <= most; back++) {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const read = maybe(() => {
      decoder.decode(last.subarray(last.length - back), { stream: true })
      return decoder.decode(bytes, { stream: true })
    })
    if (read !== null) return true
  }
  return false
}

function maybe(decode: () => string): string | null {
  try {
    return decode()
  } catch {
    return null
  }
}
