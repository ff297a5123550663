import type { RankAgreement } from '../../../workers/protocol/compare.ts'
import { plural } from '../parts/format.ts'

/** From here on down to −1; below the last one the order is turned round. */
const ORDERS = [
  [0.9, 'nearly the same order'],
  [0.7, 'much the same order'],
  [0.3, 'a related order'],
  [0.1, 'loosely related orders'],
  [-0.1, 'unrelated orders'],
] as const

/** How far two configurations put the same accounts in the same order. */
export function agreementWords({ tau, accounts }: RankAgreement): string {
  if (accounts < 2) return 'Hardly anybody is scored by both.'
  if (tau === null) return 'One of them says the same of everybody.'
  const order = ORDERS.find(([from]) => tau >= from)?.[1] ?? 'orders that are turned round'
  return `${plural(accounts, 'account')} in ${order}`
}

export const TAU_IN_WORDS =
  'Kendall’s tau-b looks at every two accounts: 1 where both configurations put them all in the same order, 0 where the orders have nothing to do with each other, −1 where one is the other turned round. Ties count for neither.'

export const differingWords = (differing: number, accounts: number): string =>
  differing === 0
    ? 'Every account has a band of the same name on each side.'
    : `${plural(differing, 'account')} of ${accounts.toLocaleString()}, those farthest apart first, each with what costs it most.`
