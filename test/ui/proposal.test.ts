import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'

beforeEach(() => page.viewport(1440, 900))

async function review() {
  const importer = new FakeImporter()
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
