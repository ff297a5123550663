/** Words longer than this are not compared: a header may have 10,000 characters. */
const MAX_WORD = 64

/**
 * The candidate that was probably meant by a misspelt word: at most two letters off, and less than half of it,
 * whatever the case. Null for none; of equals the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  if (word.length > MAX_WORD) return null
  let best: string | null = null
  let least = Math.min(2, Math.floor((word.length - 1) / 2)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** Levenshtein: letters put in, left out or exchanged. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(
        Math.min(
          (row[j - 1] as number) + same,
          (row[j] as number) + 1,
          (next[j - 1] as number) + 1,
        ),
      )
    }
    row = next
  }
  return row[b.length] as number
}
