import { factor, seatUse, SEAT_USE } from './factors.ts'
import { USUAL_EXCEPTIONS, USUAL_FLAGS } from './rules.ts'
import type { Template } from './template.ts'

export const weightedComponents: Template = {
  id: 'weighted-components',
  name: 'Weighted components',
  about:
    'Usage counts 50 %, satisfaction 30 % and financial 20 %: 80, 90 and 70 are a score of 81.',
  bands: { watch: 40, healthy: 70 },
  derived: [SEAT_USE],
  models: [
    {
      id: 'main',
      name: 'All accounts',
      needs: [],
      groups: [
        {
          id: 'usage',
          name: 'Usage',
          weight: 50,
          factors: [seatUse(), factor('logins'), factor('features'), factor('last_use')],
        },
        {
          id: 'satisfaction',
          name: 'Satisfaction',
          weight: 30,
          factors: [factor('csat'), factor('nps'), factor('sentiment')],
        },
        {
          id: 'financial',
          name: 'Financial',
          weight: 20,
          factors: [factor('overdue', 3), factor('days_to_pay', 2), factor('term')],
        },
      ],
    },
  ],
  exceptions: USUAL_EXCEPTIONS,
  flags: USUAL_FLAGS,
}
