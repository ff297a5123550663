import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { toAccountIndex } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import type { AttentionItem } from '../../src/core/view/attention.ts'
import { attentionWords, groupWords } from '../../src/ui/words/attention.ts'
import type { AttentionGroup, AttentionInbox } from '../../workers/protocol/attention.ts'
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
  total: 3,
  groups: [
    {
      kind: 'worse-band',
      flag: '',
      total: 1,
      value: 84_000,
      items: [item()],
    },
    {
      kind: 'fell',
      flag: '',
      total: 2,
      value: 168_000,
      items: [
        item({ id: 'two', name: 'Harrow & Finch', kind: 'fell', days: 30 }),
        item({ id: 'three', name: 'Lost & Found', kind: 'fell', days: 30 }),
      ],
    },
  ],
  snoozed: 1,
  done: 0,
}

test('the inbox gathers what is new by kind, each with its reason', async () => {
  const { screen } = await showApp('#/overview', {
    answers: { attention: () => Promise.resolve(success(inbox)) },
  })
  await expect.element(screen.getByText('3 things new since Oct 1; 1 put off.')).toBeVisible()
  await screen.getByText('1 entered a worse band').click()
  const group = screen.getByRole('list', { name: '1 entered a worse band' })
  await expect.element(group.getByRole('link', { name: 'Holloway Freight' })).toBeVisible()
  await expect.element(group.getByText('Healthy to At risk: 70.6 → 39.0')).toBeVisible()
  await expect.element(screen.getByText('Harrow & Finch and Lost & Found')).toBeVisible()
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
  await screen.getByText('1 entered a worse band').click()
  await screen.getByText('2 fell within 30 days').click()
  await screen.getByRole('button', { name: 'Done: Holloway Freight' }).click()
  await expect.element(screen.getByText('Done: Holloway Freight', { exact: true })).toBeVisible()
  await screen.getByRole('combobox', { name: 'Put off: Harrow & Finch' }).selectOptions('30')
  await screen.getByRole('button', { name: 'Mark all as done' }).click()
  await expect
    .poll(() => attended)
    .toEqual([
      [['one'], 'done'],
      [['two'], 'snoozed'],
      [['two', 'three'], 'done'],
    ])
})

test('a single item is done or put off by its name, also while its group is folded', async () => {
  const attended: unknown[] = []
  const until = (days: number) => Math.floor(Date.now() / 86_400_000) + days
  await showApp('#/overview', {
    answers: {
      attention: () => Promise.resolve(success(inbox)),
      attend: (items, state, day) => {
        attended.push([items.map(({ id }) => id), state, Math.abs(day - until(30)) < 2])
        return Promise.resolve(success(opened()))
      },
    },
  })
  await expect.element(page.getByText('2 fell within 30 days')).toBeVisible()
  for (const name of ['Put off for 30 days: Lost & Found', 'Done: Holloway']) {
    await userEvent.keyboard('{Control>}k{/Control}')
    await page.getByRole('combobox', { name: /^Find a page/ }).fill(name)
    const options = page.getByRole('listbox', { name: 'Commands' }).getByRole('option')
    await expect.element(options.first()).toHaveTextContent(/, (Fell to|Healthy to At risk)/)
    await userEvent.keyboard('{Enter}')
  }
  await expect
    .poll(() => attended)
    .toEqual([
      [['three'], 'snoozed', true],
      [['one'], 'done', false],
    ])
})

test('who comes back from an item finds its group unfolded and the focus on that very item', async () => {
  const both = item({ id: 'both', name: 'Holloway Freight', kind: 'fell', days: 30 })
  const [worse, fell] = inbox.groups as [AttentionGroup, AttentionGroup]
  const more = { ...inbox, groups: [worse, { ...fell, total: 3, items: [...fell.items, both] }] }
  const { session, screen } = await showApp('#/overview', {
    answers: { attention: () => Promise.resolve(success(more)) },
  })
  await screen.getByText('3 fell within 30 days').click()
  const list = () => screen.getByRole('list', { name: '3 fell within 30 days' })
  await list().getByRole('link', { name: 'Holloway Freight' }).click()
  await expect.poll(() => session.route.page).toBe('account')
  await expect
    .element(screen.getByRole('navigation', { name: 'Where you are' }))
    .toHaveTextContent('Overview')
  history.back()
  await expect.element(list().getByRole('link', { name: 'Holloway Freight' })).toHaveFocus()
  await screen.getByText('3 fell within 30 days').click()
  await screen.getByRole('link', { name: 'Accounts', exact: true }).click()
  await expect.poll(() => session.route.page).toBe('accounts')
  history.back()
  await expect.element(screen.getByText('3 fell within 30 days')).toBeVisible()
  expect(list().query()).toBeNull()
})

test('every group says what its accounts have in common', () => {
  const say = (kind: AttentionGroup['kind'], total: number, flag = '') =>
    groupWords({ kind, flag, total, value: null, items: [item({ kind, days: 30 })] })
  expect([
    say('worse-band', 7),
    say('fell', 1_200),
    say('flag-raised', 1, 'Gone quiet'),
    say('flag-cleared', 3),
    say('renewal', 1),
    say('renewal', 2),
    say('missing', 4),
    say('stale', 1),
    say('stale', 2),
  ]).toEqual([
    '7 entered a worse band',
    '1,200 fell within 30 days',
    'Gone quiet: 1 account',
    '3 flags cleared',
    '1 at risk renews soon',
    '2 at risk renew soon',
    '4 lost data',
    '1 file is out of date',
    '2 files are out of date',
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
