import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers, trends } from '../support/more-answers.ts'
import { trendAnswers } from '../support/movement.ts'
import { configuration, NEWEST, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

test('a chart over time opens with its takeaway, and says that a step comes from the model', async () => {
  const { screen } = await showApp('#/trends', { answers: moreAnswers() })
  await expect
    .element(
      screen.getByText(
        'At risk is 16.0 % of scored accounts, up from 15.5 % on Oct 1, 2026. The model changed in Jul 2026: what steps there comes from it.',
      ),
    )
    .toBeVisible()
  await screen.getByRole('button', { name: 'Show table: Average score' }).click()
  await expect.element(screen.getByRole('table', { name: 'Average score' })).toBeVisible()
})

test('one snapshot is no trend', async () => {
  const { screen } = await showApp('#/trends', {
    opened: opened({ snapshots: [{ day: NEWEST, accounts: 215 }] }),
    answers: { trends: () => Promise.resolve(success(trends(1))) },
  })
  await expect.element(screen.getByText('A trend needs two snapshots')).toBeVisible()
  await expect
    .element(screen.getByText('There is 1 snapshot so far.', { exact: false }))
    .toBeVisible()
})

test('where no column says when accounts renew, Trends does not speak of renewals', async () => {
  const { renewal: _, ...account } = configuration.account
  const { screen } = await showApp('#/trends', {
    opened: opened({ configuration: { ...configuration, account } }),
    answers: trendAnswers(),
  })
  await expect.element(screen.getByRole('heading', { name: 'Coverage over time' })).toBeVisible()
  expect(screen.getByRole('heading', { name: 'Renewals ahead' }).query()).toBeNull()
})

test.each(['#/segments', '#/trends'])(
  '%s without a model says that nobody is scored',
  async (hash) => {
    const { screen } = await showApp(hash, {
      opened: opened({ configuration: null }),
      answers: {
        ...moreAnswers(),
        trends: () =>
          Promise.resolve(
            success({ points: [], attributes: [], by: null, choices: [], filters: [] }),
          ),
      },
    })
    await expect
      .element(screen.getByRole('heading', { name: 'Nobody is scored yet' }))
      .toBeVisible()
    await expect.element(screen.getByRole('link', { name: 'Get a model' })).toBeVisible()
  },
)
