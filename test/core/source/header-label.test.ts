import { expect, test } from 'vitest'
import { usualLabel } from '../../../src/core/source/event-plan.ts'
import { headerLabel } from '../../../src/core/source/header-label.ts'

test('an abbreviation of the field keeps its capitals in a label, a word that begins like one does not', () => {
  expect(
    ['arr_amount', 'latest_nps', 'mrr', 'account_id', 'arrears', 'csatScore'].map(headerLabel),
  ).toEqual(['ARR amount', 'Latest NPS', 'MRR', 'Account ID', 'Arrears', 'CSAT Score'])
})

test('a header with spaces stays as its author wrote it', () => {
  expect(headerLabel('Arr for us')).toBe('Arr for us')
})

test('a sum that nobody has named is called by its id, written the same way', () => {
  expect(usualLabel('arr_amount')).toBe('ARR amount')
})
