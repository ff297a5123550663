import { factor, SEAT_USE } from './factors.ts'
import { USUAL_EXCEPTIONS, USUAL_FLAGS } from './rules.ts'
import { ranked } from './scales.ts'
import type { Template } from './template.ts'

/** A rank says who is ahead of whom: the bands begin where a quarter and more than half of the customers are passed. */
export const usageRank: Template = {
  id: 'usage-rank',
  name: 'Usage rank',
  about:
    'Each measure of use is a rank among your own accounts as they are now, and the best 5 % get 100: a few extreme users do not push all others to zero.',
  bands: { watch: 25, healthy: 60 },
  derived: [SEAT_USE],
  models: [
    {
      id: 'main',
      name: 'All accounts',
      needs: [],
      groups: [
        {
          id: 'usage',
          name: 'Usage rank',
          weight: 1,
          factors: [
            factor('logins', 2, ranked),
            factor('active_users', 1, ranked),
            factor('features', 1, ranked),
            factor('last_use', 1, ranked),
          ],
        },
      ],
    },
  ],
  exceptions: USUAL_EXCEPTIONS,
  flags: USUAL_FLAGS,
}
