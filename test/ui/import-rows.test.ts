import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { showApp } from '../support/app.ts'
import { success } from '../../src/core/problem.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'
import { aReview } from '../support/import-data.ts'

beforeEach(() => page.viewport(1440, 900))

async function review(change: Parameters<typeof aReview>[0] = {}) {
  const importer = new FakeImporter()
  importer.review = (plan) => success(aReview({ plan, ...change }))
  const shown = await showApp('#/import', {}, () => importer.job)
  shown.session.files = [aFile()]
  return { ...shown, importer }
}

test('a rejected row names its line and reason', async () => {
  const { screen } = await review()
  await screen.getByRole('button', { name: '7 rejected' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Rejected rows' })
  await expect
    .element(
      dialog.getByRole('row', { name: '17 account_id No account key: “account_id” is empty.' }),
    )
    .toBeVisible()
  await expect.element(dialog.getByRole('button', { name: 'Download report' })).toBeVisible()
})

test('the counts open their accounts', async () => {
  const { screen } = await review()
  await screen.getByRole('button', { name: '41 missing since Feb 2026' }).click()
  await expect
    .element(screen.getByRole('dialog', { name: 'Missing accounts' }).getByText('000001'))
    .toBeVisible()
})

test('the cells of a column that cannot be read are asked for by its place in the file', async () => {
  const { screen, importer } = await review()
  await screen.getByRole('button', { name: '12 cannot be read' }).click()
  await expect
    .element(screen.getByRole('dialog').getByRole('row', { name: /4 arr TBC/ }))
    .toBeVisible()
  expect(importer.asked).toEqual([{ codes: null, column: 2, from: 0 }])
  await expect.element(screen.getByText('11 more were only counted.')).toBeVisible()
})

test('a list in which accounts repeat all over is told to be none of accounts', async () => {
  const rows = { rows: 600, accepted: 120, merged: 480, rejected: 0 }
  const { screen } = await review({ rows })
  await expect
    .element(screen.getByText(/480 of 600 rows repeat an account: this looks like a list/))
    .toBeVisible()
})

test('a first file of another kind says which of its accounts are known, and calls none of them new', async () => {
  const comparison = {
    ...aReview().comparison,
    against: null,
    known: 110,
    added: 110,
    updated: 0,
    unchanged: 0,
    gone: 0,
  }
  const { screen } = await review({ comparison })
  await expect.element(screen.getByText('110 accounts known from other files.')).toBeVisible()
  await expect.element(screen.getByText('The first file of its kind.')).toBeVisible()
  await screen.getByRole('button', { name: '110 accounts in this file' }).click()
  await expect.element(screen.getByRole('dialog', { name: 'Accounts in this file' })).toBeVisible()
})
