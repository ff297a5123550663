import type { Review, RoleChoices } from '../../workers/protocol/review.ts'

export interface LeftOut {
  readonly leftOut: number
  readonly accounts: number
}

/** How many accounts the guess of who is a customer leaves out, where it holds and those are most of them; else null. */
export function leftOutByGuess(
  review: Pick<Review, 'outcome' | 'configuration'> | null,
  guessed: Pick<RoleChoices, 'include'>,
  { include }: Pick<RoleChoices, 'include'>,
): LeftOut | null {
  const outcome = review?.outcome
  const isGuess = include !== null && include === guessed.include
  if (!outcome || !isGuess || review.configuration?.origin !== 'proposed') return null
  const { bands, notScored, leftOut } = outcome
  const accounts = bands.reduce((sum, count) => sum + count, notScored + leftOut)
  return leftOut * 2 > accounts ? { leftOut, accounts } : null
}
