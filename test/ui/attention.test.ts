import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { toAccountIndex } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import type { AttentionItem } from '../../src/core/view/attention.ts'
import { attentionWords } from '../../src/ui/words/attention.ts'
import type { AttentionInbox } from '../../workers/protocol/attention.ts'
import { showApp } from '../support/app.ts'
import { configuration, NEWEST, opened, snapshotDays } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

const item = (change: Partial<AttentionItem> = {}): AttentionItem => ({
  id: 'one',
  day: NEWEST,
  kind: 'worse-band',
  account: toAccountIndex(7),
  name: 'Holloway Freight',
  before: 70.6,
  after: 39,
  bandBefore: 2,
  bandAfter: 0,
  flag: '',
  days: null,
  value: 84_000,
  ...change,
})

const inbox: AttentionInbox = {
  day: NEWEST,
  since: snapshotDays.at(-2)!,
  total: 2,
  items: [item(), item({ id: 'two', name: 'Harrow & Finch', kind: 'fell', days: 30 })],
  snoozed: 1,
  done: 0,
}

test('the inbox says what is new, each with its reason', async () => {
  const { screen } = await showApp('#/overview', {
    answers: { attention: () => Promise.resolve(success(inbox)) },
  })
  await expect
    .element(screen.getByText('2 things to look at since Oct 1; 1 put off.'))
    .toBeVisible()
  const table = screen.getByRole('table', { name: 'Needs attention' })
  await expect
    .element(
      table.getByRole('row', { name: /Holloway Freight From Healthy to At risk: 70\.6 → 39\.0/ }),
    )
    .toBeVisible()
})

test('an item is done or put off with one control, and the toast offers to take it back', async () => {
  const attended: unknown[] = []
  const { screen } = await showApp('#/overview', {
    answers: {
      attention: () => Promise.resolve(success(inbox)),
      attend: (items, state) => {
        attended.push([items.map(({ id }) => id), state])
        const undo = { act: 'attend', state, name: items[0]!.name, items: items.length } as const
        return Promise.resolve(success(opened({ undo })))
      },
    },
  })
  await screen.getByRole('button', { name: 'Done: Holloway Freight' }).click()
  await expect.element(screen.getByText('Done: Holloway Freight', { exact: true })).toBeVisible()
  await screen.getByRole('combobox', { name: 'Put off: Harrow & Finch' }).selectOptions('30')
  await screen.getByRole('button', { name: 'Mark 2 as done' }).click()
  await expect
    .poll(() => attended)
    .toEqual([
      [['one'], 'done'],
      [['two'], 'snoozed'],
      [['one', 'two'], 'done'],
    ])
})

test('every reason is a sentence', () => {
  const say = (change: Partial<AttentionItem>) => attentionWords(item(change), configuration.bands)
  expect([
    say({ kind: 'fell', days: 30 }),
    say({ kind: 'flag-raised', flag: 'Gone quiet' }),
    say({ kind: 'flag-cleared', flag: 'Gone quiet' }),
    say({ kind: 'renewal', days: 41 }),
    say({ kind: 'missing' }),
    say({ kind: 'missing', after: null }),
    say({ kind: 'stale', account: null, days: 50 }),
  ]).toEqual([
    'Fell to 39.0 within 30 days',
    'Flag raised: Gone quiet',
    'Flag cleared: Gone quiet',
    'Renews in 41 days, and is At risk',
    'Data went missing',
    'Not scored any more: data went missing',
    'Not delivered for 50 days',
  ])
})
