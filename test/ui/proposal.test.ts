import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'
import { aReview } from '../support/import-data.ts'
import { success } from '../../src/core/problem.ts'

beforeEach(() => page.viewport(1440, 900))

async function review(change: Parameters<typeof aReview>[0] = {}) {
  const importer = new FakeImporter()
  importer.review = (plan, roles) => success(aReview({ plan, roles, ...change }))
  const shown = await showApp('#/import', {}, () => importer.job)
  shown.session.files = [aFile()]
  const adjustments = () => importer.staged.at(-1)?.roles.adjustments
  return { ...shown, adjustments }
}

test('one click leaves a proposed factor out, and another takes it back', async () => {
  const { screen, adjustments } = await review()
  await screen
    .getByRole('button', { name: /^Leave out/ })
    .first()
    .click()
  await expect.poll(() => adjustments()?.map(({ change }) => change)).toEqual(['leave-out'])
  await screen.getByRole('button', { name: /^Take it back/ }).click()
  await expect.poll(() => adjustments()).toEqual([])
})

test('one click turns the direction that was guessed', async () => {
  const { screen, adjustments } = await review()
  await screen
    .getByRole('button', { name: /^Turn round/ })
    .first()
    .click()
  await expect.poll(() => adjustments()?.map(({ change }) => change)).toEqual(['turn'])
})

test('one click lets a column count that the proposal left out, and only one whose values have an order', async () => {
  const { screen, adjustments } = await review()
  await screen.getByText('2 columns kept and not scored').click()
  await expect.element(screen.getByText('It is who looks after the account.')).toBeVisible()
  expect(screen.getByRole('button', { name: /^Let it count/ }).elements()).toHaveLength(1)
  await screen.getByRole('button', { name: /^Let it count.*arr/ }).click()
  await expect.poll(() => adjustments()).toEqual([{ factor: 'arr', change: 'take-in' }])
})

test('the part of a column says that it is a factor, and is changed there too', async () => {
  const { screen, adjustments } = await review()
  const role = screen.getByLabelText('Role of logins_30d')
  await expect.element(role).toHaveValue('factor')
  await role.selectOptions('kept')
  await expect.poll(() => adjustments()).toEqual([{ factor: 'logins_30d', change: 'leave-out' }])
  await expect.element(role).toHaveValue('kept')
  await role.selectOptions('factor')
  await expect.poll(() => adjustments()).toEqual([])
})

test('a score of one column says so, and asks for more', async () => {
  const reasons = [{ column: 'logins_30d', factor: 'logins_30d', reason: 'It is use.' }]
  const { screen } = await review({ advice: { code: 'too-few-signals', reasons } })
  await expect.element(screen.getByText(/One column alone says/)).toBeVisible()
  await expect
    .element(
      screen.getByText(
        /add a second file, such as tickets or usage: its rows are added up for each account/,
      ),
    )
    .toBeVisible()
})

test('where no column speaks, one can be let count all the same', async () => {
  const reasons = [
    { column: 'arr', factor: null, reason: 'It says what an account is worth.', mayCount: true },
  ]
  const { screen, adjustments } = await review({
    configuration: null,
    outcome: null,
    advice: { code: 'too-few-signals', reasons },
  })
  await screen.getByRole('button', { name: /^Let it count/ }).click()
  await expect.poll(() => adjustments()).toEqual([{ factor: 'arr', change: 'take-in' }])
})
