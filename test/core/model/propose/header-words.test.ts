import { expect, test } from 'vitest'
import { headerLabel } from '../../../../src/core/model/propose/header-words.ts'

test('an abbreviation of the field keeps its capitals in a label, a word that begins like one does not', () => {
  expect(
    ['arr_amount', 'latest_nps', 'mrr', 'account_id', 'arrears', 'csatScore'].map(headerLabel),
  ).toEqual(['ARR amount', 'Latest NPS', 'MRR', 'Account ID', 'Arrears', 'CSAT Score'])
})

test('a header with spaces stays as its author wrote it', () => {
  expect(headerLabel('Arr for us')).toBe('Arr for us')
})
