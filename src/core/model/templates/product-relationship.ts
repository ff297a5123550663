import { factor, SEAT_USE, seatUse } from './factors.ts'
import { USUAL_EXCEPTIONS, USUAL_FLAGS } from './rules.ts'
import { inFiveSteps } from './scales.ts'
import type { Template } from './template.ts'

export const productRelationship: Template = {
  id: 'product-relationship',
  name: 'Product 60, Relationship 40',
  about:
    'Two sides of the account, 60 % and 40 %, each in sub-categories of 1 to 5 that count as 0, 25, 50, 75 and 100.',
  bands: { watch: 40, healthy: 70 },
  derived: [SEAT_USE],
  models: [
    {
      id: 'main',
      name: 'All accounts',
      needs: [],
      groups: [
        {
          id: 'product',
          name: 'Product',
          weight: 60,
          factors: [
            seatUse(2, { type: 'steps', at: [0.2, 0.4, 0.6, 0.8], scores: [0, 25, 50, 75, 100] }),
            factor('logins', 2, inFiveSteps),
            factor('features', 1, inFiveSteps),
            factor('tickets', 1, inFiveSteps),
          ],
        },
        {
          id: 'relationship',
          name: 'Relationship',
          weight: 40,
          factors: [
            factor('csat', 1, inFiveSteps),
            factor('nps', 1, inFiveSteps),
            factor('sentiment', 1, inFiveSteps),
            factor('champion', 1, inFiveSteps),
            factor('last_contact', 1, inFiveSteps),
            factor('term', 1, inFiveSteps),
            factor('tenure', 1, inFiveSteps),
          ],
        },
      ],
    },
  ],
  exceptions: USUAL_EXCEPTIONS,
  flags: USUAL_FLAGS,
}
