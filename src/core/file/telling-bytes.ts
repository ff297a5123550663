/** Shown at most, and as long at most. */
const MOST = 3
const LONGEST = 24
/** Of an encoding whose characters all take two or four bytes: a whole number of them. */
const LONGEST_WIDE = 96
const ESCAPE = 27

/**
 * Bytes by which a person can tell one encoding from another: the first runs beyond ASCII, from one separator to the next; of an encoding
 * whose characters all take two or four bytes, the beginning. None where all bytes are ASCII.
 */
export function tellingBytes(head: Uint8Array, encoding: string): readonly Uint8Array[] {
  if (/^utf-(16|32)/.test(encoding)) return [head.slice(0, LONGEST_WIDE)]
  const runs: Uint8Array[] = []
  let at = nextTelling(head, 0)
  while (runs.length < MOST && at < head.length) {
    const { from, to } = runAround(head, at)
    runs.push(head.slice(from, to))
    at = nextTelling(head, to)
  }
  return runs
}

function nextTelling(head: Uint8Array, from: number): number {
  let at = from
  while (at < head.length && (head[at] as number) < 128 && head[at] !== ESCAPE) at++
  return at
}

function runAround(head: Uint8Array, at: number) {
  let from = at
  while (from > 0 && at - from < LONGEST && !isSeparator(head[from - 1] as number)) from--
  let to = at + 1
  while (to < head.length && to - at < LONGEST && !isSeparator(head[to] as number)) to++
  return { from, to }
}

/** Controls, space, quotation marks, comma, semicolon, bar. */
const isSeparator = (byte: number): boolean =>
  (byte <= 32 && byte !== ESCAPE) || [34, 39, 44, 59, 124].includes(byte)
