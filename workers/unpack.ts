import { Gunzip } from 'fflate'
import type { FileProblem } from '../src/core/problem.ts'

/** A table shrinks to a tenth, seldom to a fiftieth; what shrinks further is a trap. */
const MOST_GROWTH = 100
const ALWAYS_ALLOWED = 64 * 1024 ** 2
const NEVER_ALLOWED = 1024 ** 3
/** So little goes in at once that what comes out fits in memory whatever it is. */
const STEP_BYTES = 16_384

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b

/** Unpacks gzip piece by piece, also of several members. Ends with a problem where it is damaged, or grows beyond all measure. */
export class Unpacker {
  readonly #gunzip: Gunzip
  #pieces: Uint8Array[] = []
  #packed = 0
  #unpacked = 0
  #isEnded = false

  constructor() {
    this.#gunzip = new Gunzip((piece, isLast) => {
      this.#pieces.push(piece)
      this.#unpacked += piece.length
      this.#isEnded = isLast
    })
  }

  *push(chunk: Uint8Array): Generator<Uint8Array | FileProblem> {
    for (let at = 0; at < chunk.length; at += STEP_BYTES)
      yield* this.#step(chunk.subarray(at, at + STEP_BYTES), false)
  }

  *end(): Generator<Uint8Array | FileProblem> {
    yield* this.#step(new Uint8Array(0), true)
    if (!this.#isEnded) yield { code: 'damaged-gzip' }
  }

  *#step(bytes: Uint8Array, isLast: boolean): Generator<Uint8Array | FileProblem> {
    this.#packed += bytes.length
    this.#pieces = []
    const limit = Math.min(NEVER_ALLOWED, Math.max(ALWAYS_ALLOWED, this.#packed * MOST_GROWTH))
    try {
      this.#gunzip.push(bytes, isLast)
    } catch {
      return yield { code: 'damaged-gzip' }
    }
    if (this.#unpacked > limit) return yield { code: 'inflates-too-far', limit }
    yield* this.#pieces.filter(({ length }) => length > 0)
  }
}
