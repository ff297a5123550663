import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { accountDetail } from '../support/account-detail.ts'
import { showApp } from '../support/app.ts'
import { trends } from '../support/more-answers.ts'
import { trendAnswers } from '../support/movement.ts'
import { accountRow } from '../support/portfolio.ts'

beforeEach(() => page.viewport(390, 844))

const LONG = 'W'.repeat(120)
const overflow = () => document.documentElement.scrollWidth - innerWidth

test('a segment with a very long name stays within a phone', async () => {
  const choices = [{ label: LONG, accounts: 12 }]
  const answer = { ...trends(), choices }
  const { screen } = await showApp('#/trends', {
    answers: trendAnswers({ trends: () => Promise.resolve(success(answer)) }),
  })
  await expect.element(screen.getByRole('button', { name: LONG })).toBeVisible()
  expect(overflow()).toBe(0)
})

test('an input with a very long text leaves its name in sight on a phone', async () => {
  const row = accountRow(1, { name: 'Loud', score: 55, band: 1 })
  const detail = accountDetail(row)
  const [first] = detail.inputs
  const text = { type: 'text', value: LONG } as const
  const inputs = [{ ...first!, id: 'motto', label: 'Motto of the house', now: text, before: text }]
  const { screen } = await showApp('#/account/1', {
    rows: [row],
    answers: { account: () => Promise.resolve(success({ ...detail, inputs })) },
  })
  const label = screen.getByRole('rowheader', { name: 'Motto of the house' })
  await expect.element(label).toBeVisible()
  expect(label.element().getBoundingClientRect().width).toBeGreaterThan(80)
  expect(overflow()).toBe(0)
})
