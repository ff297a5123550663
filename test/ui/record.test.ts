import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import type { KeptDraft } from '../../workers/protocol/draft.ts'
import type { RecordQuestion } from '../../workers/protocol/record.ts'
import { showApp } from '../support/app.ts'
import { configuration } from '../support/portfolio.ts'
import { trialAnswers } from '../support/trial-answers.ts'

beforeEach(() => page.viewport(1440, 1000))

test('an account goes from its values to its band in steps', async () => {
  const { screen } = await showApp('#/model?view=test&account=3', {
    answers: trialAnswers().answers,
  })
  const steps = screen.getByRole('list', { name: 'Step by step' })
  await expect.element(steps.getByRole('row', { name: /^Logins 80 .* 80\.0$/ })).toBeVisible()
  await expect.element(steps.getByText('100.0 % of 80.0 is 80.0.')).toBeVisible()
  await expect.element(steps.getByText('100.0 % of 80.0 is 80.', { exact: true })).toBeVisible()
  await expect.element(steps.getByText('Capped at 39: Two or more overdue invoices')).toBeVisible()
  await expect.element(steps.getByText('holds: 80.0 becomes 39.0')).toBeVisible()
  await expect
    .element(steps.getByText('39 is shown as 39.0: At risk, from 0 to below 40.'))
    .toBeVisible()
})

test('a value that is changed goes through at once, and the account comes back', async () => {
  const { answers, asked } = trialAnswers()
  const { screen } = await showApp('#/model?view=test&account=3', { answers })
  await screen.getByRole('spinbutton', { name: 'Overdue' }).fill('0')
  await screen.getByRole('spinbutton', { name: 'Logins 30d' }).fill('75')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('Typed values')).toBeVisible()
  await expect.element(screen.getByText('does not hold')).toBeVisible()
  await expect.element(screen.getByText('75 is shown as 75.0: Healthy')).toBeVisible()
  const last = asked.findLast(({ topic }) => topic === 'record')?.asked as RecordQuestion
  expect(last.record).toEqual({
    kind: 'values',
    values: { logins_30d: 75, overdue: 0 },
    model: 'main',
  })
  await screen.getByRole('button', { name: 'As the account is' }).click()
  await expect.element(screen.getByText('Northwind Freight')).toBeVisible()
})

test('an account is found by its name', async () => {
  const { screen, session } = await showApp('#/model?view=test&account=3', {
    answers: trialAnswers().answers,
  })
  await screen.getByRole('searchbox', { name: 'Find an account' }).fill('zzzz')
  await expect.element(screen.getByText('No account has this in its name or key.')).toBeVisible()
  await screen.getByRole('searchbox', { name: 'Find an account' }).fill('a')
  const found = screen.getByRole('list', { name: 'Accounts found' })
  await found.getByRole('button').first().click()
  await expect.element(found).not.toBeInTheDocument()
  expect(session.route.query('account')).not.toBe('3')
})

test('kept as an example it is a step of the draft, under its name and with its own score; what follows is tested by the draft', async () => {
  const { answers, asked } = trialAnswers()
  let kept: KeptDraft | null = null
  const { screen } = await showApp('#/model?view=test&account=3', {
    answers: {
      ...answers,
      keptDraft: () => Promise.resolve(success(kept)),
      keepDraft: (draft) => {
        kept = draft
        return Promise.resolve(success(null))
      },
    },
  })
  await screen.getByRole('textbox', { name: 'Keep it as an example' }).fill('Silent giant')
  await screen.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect.element(screen.getByText('Silent giant: in the draft')).toBeVisible()
  const draft = {
    ...configuration,
    examples: [
      {
        name: 'Silent giant',
        values: { logins_30d: 80, overdue: 2 },
        model: 'main',
        score: 39,
        band: 'red',
      },
    ],
  }
  expect(kept).toEqual({ steps: [configuration, draft], at: 1, base: configuration })
  await expect.element(screen.getByText(/^\s*Pick an account.*Tested by the draft/s)).toBeVisible()
  const last = asked.findLast(({ topic }) => topic === 'record')?.asked as RecordQuestion
  expect(last.configuration).toEqual(draft)
})
