/** A guess that a person may correct, and whether the bytes leave no doubt. */
export interface EncodingGuess {
  /** Null: no text in any encoding that is known here. */
  readonly encoding: string | null
  readonly certain: boolean
}

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** UTF-8 unless the bytes say otherwise: a byte order mark, NULs at every other place, or bytes that UTF-8 does not have. */
export function guessEncoding(head: Uint8Array, isWhole: boolean): EncodingGuess {
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte))
  if (marked) return { encoding: marked[0], certain: true }
  const nulls = countNulls(head)
  const length = Math.max(1, head.length)
  if (nulls.even + nulls.odd > length * FEW_NULLS)
    return { encoding: wideEncoding(nulls), certain: false }
  const text = maybeDecode(head, 'utf-8', isWhole)
  if (text === null) return { encoding: 'windows-1252', certain: false }
  // Plain ASCII so far: what follows may be anything that agrees with it.
  return { encoding: 'utf-8', certain: isWhole || text.length < head.length }
}

/** Beyond this share NULs are no stray bytes. */
const FEW_NULLS = 0.1

function countNulls(head: Uint8Array): { even: number; odd: number } {
  const nulls = { even: 0, odd: 0 }
  for (let i = 0; i < head.length; i++)
    if (head[i] === 0) {
      if (i % 2 === 0) nulls.even++
      else nulls.odd++
    }
  return nulls
}

/** Latin text in two bytes a character has NULs nearly always on the same side. */
function wideEncoding({ even, odd }: { even: number; odd: number }): string | null {
  if (odd > even * 4) return 'utf-16le'
  return even > odd * 4 ? 'utf-16be' : null
}

/** Null where the bytes are not of that encoding. A character that is cut at the end is left out unless the bytes are whole. */
export function maybeDecode(head: Uint8Array, encoding: string, isWhole: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !isWhole })
  } catch {
    return null
  }
}
