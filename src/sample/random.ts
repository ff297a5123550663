/**
 * A stream of numbers that its seed decides: mulberry32. Only operations whose last digit IEEE 754 fixes are used, here and wherever
 * the sample is made: Math.exp or Math.log may differ between browsers, and one digit more would be another portfolio.
 */
export class Random {
  #state: number

  /** Streams of any two seeds are apart. */
  constructor(seed: number, stream = 0) {
    this.#state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }

  /** Nearly normal, of mean 0 and deviation 1, within ±√12: four uniform numbers have a variance of 1/3. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3)
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)] as T
  }

  /** Events that come by chance, `mean` of them on average: Poisson's distribution by Knuth's multiplication. */
  count(mean: number): number {
    const limit = exp(-mean)
    let count = 0
    for (let product = this.next(); product > limit; product *= this.next()) count++
    return count
  }

  /** How many of `tries` come true. */
  ofThem(tries: number, share: number): number {
    let count = 0
    for (let i = 0; i < tries; i++) if (this.chance(share)) count++
    return count
  }
}

/** (1 + x/1024)^1024: eˣ to a few per cent for |x| up to 6, by multiplication alone. */
export function exp(x: number): number {
  let power = 1 + x / 1024
  for (let i = 0; i < 10; i++) power *= power
  return power
}

export const clamp = (x: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, x))
