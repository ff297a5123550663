import { tick } from 'svelte'
import { expect, test } from 'vitest'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'
import { anInspection } from '../support/import-data.ts'

/** What is there to press as the reading of a file of so many bytes begins. */
async function buttonsAtOnce(bytes: number): Promise<(string | undefined)[]> {
  const importer = new FakeImporter()
  importer.holds = ['stage']
  importer.inspection = () => success(anInspection({ bytes }))
  const { screen, session } = await showApp('#/import', {}, () => importer.job)
  await expect.element(screen.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  session.files = [aFile()]
  while (importer.staged.length === 0) await tick()
  await tick()
  const buttons = screen.container.querySelectorAll('[aria-label="What Import does"] button')
  return Array.from(buttons, ({ textContent }) => textContent?.trim())
}

test('a large file can be imported as soon as its reading begins', async () => {
  expect(await buttonsAtOnce(14_000_000)).toEqual(['Cancel', 'Import'])
})

test('a small file is drawn once it is read, so that nothing jumps', async () => {
  expect(await buttonsAtOnce(1_300_000)).toEqual([])
})
