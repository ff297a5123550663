import type { Account, Slump } from './account.ts'
import { Random } from './random.ts'

/** How an account is in one month: all that is measured follows it, each in its way and with its own noise. */
export function healthOf({ index, health, slump }: Account): (month: number) => number {
  const random = new Random(index, 2)
  let mood = 0
  return (month) => {
    mood = 0.88 * mood + 0.1 * random.normal()
    return health + mood - (slump ? depthAt(slump, month) : 0)
  }
}

/** Falls in a line, and comes back as it fell. */
function depthAt({ from, months, depth, recovers }: Slump, month: number): number {
  const way = (month - from) / months
  if (way <= 0) return 0
  if (way <= 1) return depth * way
  return recovers ? depth * Math.max(0, 2 - way) : depth
}
