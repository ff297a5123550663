import type { Configuration } from '../../src/core/model/configuration.ts'

/** 100 from 100 logins on, at most 39 from two overdue invoices on, two bands, value and name. */
export const loginsModel: Configuration = {
  format: 'hale-config',
  version: 1,
  name: 'Logins',
  account: { key: 'account_id', name: 'name', value: 'arr', segments: ['plan'] },
  models: [
    {
      id: 'main',
      groups: [
        {
          id: 'usage',
          weight: 1,
          factors: [
            {
              id: 'logins',
              name: 'Logins',
              input: 'logins',
              weight: 1,
              scale: { type: 'linear', from: 0, to: 100 },
            },
          ],
        },
      ],
      exceptions: [
        { id: 'late', when: 'overdue >= 2', then: { cap: 39 }, reason: 'Two overdue invoices' },
      ],
    },
  ],
  bands: [
    { id: 'red', name: 'At risk', from: 0 },
    { id: 'green', name: 'Healthy', from: 50 },
  ],
}
