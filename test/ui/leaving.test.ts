import { expect, test } from 'vitest'
import { aPublished } from '../support/import-data.ts'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'

/** Whether the browser would ask before the page is left. */
const isAsked = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }))

test('leaving is asked about only while something is being written: a review can be had again', async () => {
  const importer = new FakeImporter()
  importer.holds = ['publish']
  const { screen, session } = await showApp('#/import', {}, () => importer.job)
  expect(isAsked()).toBe(false)
  session.files = [aFile()]
  const button = screen.getByRole('button', { name: 'Import', exact: true })
  await expect.element(button).toBeEnabled()
  expect(isAsked()).toBe(false)

  await button.click()
  await expect.poll(() => importer.published.length).toBe(1)
  expect(isAsked()).toBe(true)

  importer.published[0]!.answer(success(aPublished()))
  await expect.poll(() => session.route.page).toBe('overview')
  expect(isAsked()).toBe(false)
})
