import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import type { CompareQuestion } from '../../workers/protocol/compare.ts'
import { showApp } from '../support/app.ts'
import { configuration } from '../support/portfolio.ts'
import { trialAnswers } from '../support/trial-answers.ts'

beforeEach(() => page.viewport(1440, 1000))

const SIDES = '#/model?view=compare&sides=now+v3'

test('two sides show their bands, how far they agree, and who is judged differently, with the reason', async () => {
  const { screen } = await showApp(SIDES, { answers: trialAnswers().answers })
  const bands = screen.getByRole('region', { name: 'Bands' })
  await expect
    .element(bands.getByRole('row', { name: /^Model 3, SaaS accounts .*At risk 31 .* 61\.2/ }))
    .toBeVisible()
  await expect
    .element(
      screen.getByRole('row', {
        name: 'In force and Model 3, SaaS accounts 0.74 206 accounts in much the same order',
      }),
    )
    .toBeVisible()
  const table = screen.getByRole('table', { name: 'Judged differently' })
  await expect.element(table.getByText('Capped at 39: Two overdue invoices').first()).toBeVisible()
  await expect.element(table.getByText('82.0').first()).toBeVisible()
  await expect.element(screen.getByText('Page 1 of 3')).toBeVisible()
})

test('a third and a fourth can be added, no fifth; the address keeps them', async () => {
  const { answers, asked } = trialAnswers()
  const { screen, session } = await showApp(SIDES, { answers })
  const add = screen.getByRole('button', { name: 'Add another' })
  await add.click()
  await add.click()
  await expect.element(screen.getByRole('combobox', { name: 'Configuration 4' })).toBeVisible()
  await expect.element(add).not.toBeInTheDocument()
  expect(session.route.query('sides').split(' ')).toHaveLength(4)
  await expect
    .poll(() => {
      const last = asked.findLast(({ topic }) => topic === 'compare')?.asked as CompareQuestion
      return last.configurations.length
    })
    .toBe(4)
  await screen.getByRole('button', { name: 'Remove configuration 3' }).click()
  await expect.element(add).toBeVisible()
})

test('a file takes a side, and one that does not load says why', async () => {
  const { screen } = await showApp(SIDES, { answers: trialAnswers().answers })
  const input = screen.getByLabelText('Add a file')
  await userEvent.upload(input, new File(['{"format":"hale-config"}'], 'theirs.json'))
  await expect
    .element(screen.getByRole('combobox', { name: 'Configuration 3' }))
    .toHaveDisplayValue('theirs.json')
})

test('rows are asked for page by page', async () => {
  const { answers, asked } = trialAnswers()
  const { screen } = await showApp(SIDES, { answers })
  await screen.getByRole('button', { name: 'Next', exact: true }).click()
  await expect.element(screen.getByText('Page 2 of 3')).toBeVisible()
  const counts = asked
    .filter(({ topic }) => topic === 'compare')
    .map(({ asked: question }) => (question as CompareQuestion).count)
  expect(Math.max(...counts)).toBe(200)
})

test('a draft that is being edited takes the second side by itself', async () => {
  const { answers, asked } = trialAnswers()
  const draft = { ...configuration, name: 'Draft of mine' }
  const { screen } = await showApp('#/model?view=compare', {
    answers: {
      ...answers,
      keptDraft: () => Promise.resolve(success({ steps: [configuration, draft], at: 1 })),
    },
  })
  await expect
    .element(screen.getByRole('combobox', { name: 'Configuration 2' }))
    .toHaveValue('draft')
  await expect
    .poll(() => (asked.at(-1)?.asked as CompareQuestion | undefined)?.configurations.at(1))
    .toEqual(draft)
})
