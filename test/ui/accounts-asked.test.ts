import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { pageOf } from '../support/fake-list.ts'
import { accountRows } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1280, 900))

test('the first page of the list is asked for once, and not again by the table that shows it', async () => {
  const rows = accountRows(300)
  const asked: number[] = []
  const { session, screen } = await showApp('#/accounts', {
    rows,
    answers: {
      accounts: async (question) => {
        asked.push(question.from)
        return success(pageOf(rows, question))
      },
    },
  })
  await expect.element(screen.getByRole('table', { name: 'Accounts' })).toBeVisible()
  await expect.poll(() => asked).toEqual([0])
  session.route.show({ q: 'a' })
  await expect.element(screen.getByText(/^\d+ of 300 accounts/)).toBeVisible()
  await expect.poll(() => asked).toEqual([0, 0])
})
