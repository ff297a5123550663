import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import { showApp } from '../support/app.ts'
import { nothingOpened, opened } from '../support/portfolio.ts'
import { trialAnswers } from '../support/trial-answers.ts'

beforeEach(() => page.viewport(1440, 1000))

const columns = [
  { id: 'logins_30d', label: 'Logins 30d', type: 'number' },
  { id: 'sessions', label: 'Sessions', type: 'number' },
  { id: 'csat', label: 'CSAT', type: 'number' },
  { id: 'region', label: 'Region', type: 'text' },
] as const

test('five templates say what they do, and how many of their columns were found', async () => {
  const { answers } = trialAnswers()
  const { screen } = await showApp('#/model?view=templates', {
    answers,
    opened: opened({ columns }),
  })
  const list = screen.getByRole('region', { name: 'Templates' })
  await expect.element(list.getByRole('link', { name: /^Weighted components/ })).toBeVisible()
  expect(list.getByRole('link').elements()).toHaveLength(5)
  await expect.element(list.getByText(/^2 of 11 columns found$/)).toBeVisible()
})

test('a guess is dashed until a person chooses; what is made follows at once, and what is left out is said', async () => {
  const { answers, asked } = trialAnswers()
  const { screen } = await showApp('#/model?view=templates&template=usage-rank', {
    answers,
    opened: opened({ columns }),
  })
  const logins = screen.getByRole('combobox', { name: /^Logins or use/ })
  await expect.element(logins).toHaveValue('logins_30d')
  await expect.element(logins).toHaveAttribute('data-state', 'guess')
  await logins.selectOptions('Sessions')
  await expect.element(logins).toHaveAttribute('data-state', 'sure')
  await expect
    .poll(() => asked.at(-1))
    .toMatchObject({
      topic: 'template',
      asked: { template: 'usage-rank', mapping: { logins: 'sessions', csat: 'csat' } },
    })
  await expect.element(screen.getByText('Last use: no column', { exact: true })).toBeVisible()
  await expect.element(logins.getByText('Region')).not.toBeInTheDocument()
})

test('chosen, it opens as a proposal that names it; nothing is applied', async () => {
  const { answers } = trialAnswers()
  const texts: string[] = []
  const { readConfiguration } = answers
  const { screen, session } = await showApp('#/model?view=templates&template=usage-rank', {
    answers: {
      ...answers,
      readConfiguration: (text) => {
        texts.push(text)
        return readConfiguration!(text)
      },
    },
    opened: opened({ columns }),
  })
  await screen.getByRole('button', { name: 'See it as a proposal' }).click()
  await expect.element(screen.getByText('Template: Usage rank, not in force yet')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Apply' })).toBeVisible()
  expect(restoreConfiguration(texts[0] ?? '').ok).toBe(true)
  expect(session.route.page).toBe('configuration')
})

test('without a column that fits there is nothing to propose, and the page says so', async () => {
  const { answers } = trialAnswers()
  const { screen } = await showApp('#/model?view=templates&template=usage-rank', {
    answers,
    opened: opened({ columns: columns.slice(3) }),
  })
  await expect.element(screen.getByText(/^Nothing yet: none of the columns/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'See it as a proposal' })).toBeDisabled()
})

test('with data and without a model a template is a way to the first one', async () => {
  const { answers } = trialAnswers()
  const { screen } = await showApp('#/model', {
    answers,
    opened: opened({ columns, configuration: null }),
  })
  await screen.getByRole('link', { name: 'Start from a template' }).click()
  await expect.element(screen.getByRole('link', { name: /^Usage rank/ })).toBeVisible()
})

test('without accounts there are no columns to make a model of', async () => {
  const { screen } = await showApp('#/model?view=templates', {
    opened: nothingOpened(),
    answers: trialAnswers().answers,
  })
  await expect.element(screen.getByText('No columns to make a model of')).toBeVisible()
})
