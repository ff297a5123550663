import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import type { Inspection } from '../../workers/protocol/review.ts'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'
import { anInspection, aReview, someRoles } from '../support/import-data.ts'

beforeEach(() => page.viewport(1440, 900))

const GUESS = "type == 'Customer'"

/** As a worker counts: who is left out follows from who is a customer. */
async function review(leftOut: number, guess: string | null = GUESS) {
  const importer = new FakeImporter()
  const inspection: Inspection = anInspection({ roles: someRoles({ include: guess }) })
  importer.inspection = () => success(inspection)
  importer.review = (plan, roles) => {
    const out = roles.include === GUESS ? leftOut : 0
    const outcome = { bands: [10_000 - out, 0, 0], notScored: 0, leftOut: out }
    return success(aReview({ plan, roles, outcome, configuration: proposed() }))
  }
  const shown = await showApp('#/import', {}, () => importer.job)
  shown.session.files = [aFile()]
  return { ...shown, importer }
}

const proposed = () => {
  const { configuration } = aReview()
  return configuration && { ...configuration, origin: 'proposed' as const }
}

test('a guess that leaves out most accounts says how many, and all are kept at one click', async () => {
  const { screen, importer } = await review(9_120)
  const asked = screen.getByRole('group', { name: /^Leaves out 9,120 of 10,000 accounts/ })
  await expect.element(asked).toBeVisible()
  await expect.element(asked.getByText(/rows where type is “Customer”/)).toBeVisible()
  await expect.element(asked.getByRole('radio', { name: /^Leave 9,120 out/ })).toBeChecked()
  await asked.getByRole('radio', { name: 'Keep all 10,000 accounts scored' }).click()
  await expect.poll(() => importer.staged.at(-1)?.roles.include).toBe(null)
  await asked.getByRole('radio', { name: /^Leave 9,120 out/ }).click()
  await expect.poll(() => importer.staged.at(-1)?.roles.include).toBe(GUESS)
})

test('a guess that leaves out a few asks nothing', async () => {
  const { screen } = await review(4_000)
  await expect.element(screen.getByText('4,000 others kept, not scored.')).toBeVisible()
  await expect.poll(() => screen.getByText(/^Leaves out/).elements().length).toBe(0)
})
