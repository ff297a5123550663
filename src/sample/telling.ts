import type { Account, Cells } from './account.ts'
import { STORIES } from './stories.ts'

/** What the stories say about who this account is; undefined: it is in none. */
export function castOf(key: string): Partial<Account> | undefined {
  return STORIES.find((story) => 'key' in story.of && story.of.key === key)?.cast
}

/** What happens to an account: makes of its row in a month what the stories tell. */
export function storiesOf({ key, region }: Account): (cells: Cells, month: number) => Cells {
  const own = STORIES.filter(({ of }) => ('key' in of ? of.key === key : of.region === region))
  return (cells, month) =>
    own
      .filter(({ from, to }) => from <= month && month <= to)
      .reduce((row, { tell, from }) => ({ ...row, ...tell?.(row, month - from) }), cells)
}
