import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { aConfiguration } from '../support/a-configuration.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers } from '../support/more-answers.ts'
import { opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1280, 1200))

const configuration = {
  ...aConfiguration(),
  name: '<b>Team</b> model',
  account: { ...aConfiguration().account, include: "type == 'Customer'" },
}

const show = () => showApp('#/how', { opened: opened({ configuration }), answers: moreAnswers() })

test('a reader who was not there learns how the score is made, from the worked example on', async () => {
  const { screen } = await show()
  await expect.element(screen.getByRole('heading', { name: 'How this works' })).toBeVisible()
  await expect.element(screen.getByRole('row', { name: 'Usage 0.5 80 40' })).toBeVisible()
  await expect.element(screen.getByRole('row', { name: 'Together 1 81' })).toBeVisible()
  await expect
    .element(screen.getByText('A customer is an account where type is “Customer”.'))
    .toBeVisible()
  await expect
    .element(screen.getByRole('row', { name: 'Seats in use 24.0 % Active users divided by seats' }))
    .toBeVisible()
  await expect
    .element(screen.getByText('Where overdue invoices are at least 2: at most 39.'))
    .toBeVisible()
  await expect
    .element(screen.getByText('Raised where logins fell by more than 30 % in 30 days.'))
    .toBeVisible()
  await expect.element(screen.getByText('0 to below 40: the value of its accounts')).toBeVisible()
  await expect.element(screen.getByText('<b>Team</b> model')).toBeVisible()
  await expect
    .element(
      screen.getByText(
        'Value at risk is the sum of ARR over the accounts in At risk. Triage begins where ARR times points lost are most; those lost since the comparison count twice.',
      ),
    )
    .toBeVisible()
  await expect.element(screen.getByText(/^A segment is such a filter too\./)).toBeVisible()
})

test('it prints', async () => {
  const print = vi.spyOn(window, 'print').mockImplementation(() => {})
  const { screen } = await show()
  await screen.getByRole('button', { name: 'Print' }).click()
  expect(print).toHaveBeenCalledOnce()
  print.mockRestore()
})

test('it is one step from the model and from an account’s why', async () => {
  const { screen, session } = await showApp('#/model', { answers: moreAnswers() })
  await screen.getByRole('link', { name: 'How this works' }).click()
  await expect.poll(() => session.route.page).toBe('how')
  session.route.go('account', {}, '7')
  await screen
    .getByRole('region', { name: /^Why/ })
    .getByRole('link', { name: 'How this works' })
    .click()
  await expect.poll(() => session.route.page).toBe('how')
})

test('the model page and an account say in words when a rule holds', async () => {
  const { screen, session } = await showApp('#/model?at=exceptions.main.overdue', {
    answers: moreAnswers(),
  })
  await expect.element(screen.getByText('Overdue invoices are at least 2')).toBeVisible()
  session.route.go('account', {}, '7')
  await expect
    .element(screen.getByText('It holds where overdue invoices are at least 2.'))
    .toBeVisible()
})
