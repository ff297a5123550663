import { tick } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import type { Session } from '../../src/state/session.svelte.ts'
import { PAGE_ROWS } from '../../workers/protocol/figures.ts'
import { showApp } from '../support/app.ts'
import { pageOf } from '../support/fake-list.ts'
import { accountRow, accountRows, configuration, opened } from '../support/portfolio.ts'
import { trialAnswers } from '../support/trial-answers.ts'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})

beforeEach(async () => {
  await page.viewport(1440, 900)
  localStorage.clear()
  warn.mockClear()
})
// What is read of a page that is gone may be of another day: Svelte warns of each.
afterEach(() => expect(warn.mock.calls).toEqual([]))

/** An answer that is given when the test says so. */
function later<T>() {
  let give: (value: T) => void = () => {}
  const answer = new Promise<T>((resolve) => (give = resolve))
  return { answer, give: (value: T) => give(value) }
}

const renamed = () => opened({ configuration: { ...configuration, name: 'Another' } })

/** Another page, and what is open is another configuration by then. */
async function leave(session: Session) {
  session.route.go('restore', { day: null })
  await tick()
  session.refresh(renamed())
}

const atRest = () => new Promise((done) => setTimeout(done, 100))

test('a page that is left the moment its filters unfold reads nothing of itself any more', async () => {
  const { session, screen } = await showApp('#/accounts')
  await expect
    .element(screen.getByRole('complementary', { name: 'Filters by value' }))
    .toBeVisible()
  session.route.go('restore', { day: null })
  await expect.element(screen.getByRole('heading', { level: 1, name: /Restore/ })).toBeVisible()
  const unfolded = vi.fn()
  const observer = new MutationObserver(() => {
    if (!document.querySelector('details.facet')) return
    observer.disconnect()
    unfolded()
    void leave(session)
  })
  observer.observe(document.body, { childList: true, subtree: true })
  session.route.go('accounts')
  await expect.poll(() => unfolded.mock.calls.length).toBe(1)
  await atRest()
})

test('a view that is saved as its page is left is saved, and the page one went to stays as it is', async () => {
  const saved = later<null>()
  const applyConfiguration = (next: typeof configuration) =>
    saved.answer.then(() => success(opened({ configuration: next })))
  const { session, screen } = await showApp("#/accounts?filter=band+%3D%3D+'red'", {
    answers: { applyConfiguration },
  })
  await screen.getByRole('button', { name: 'Save view' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Save as a view' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await dialog.getByRole('button', { name: 'Save view' }).click()
  session.route.go('restore', { day: null })
  await tick()
  saved.give(null)
  await expect.poll(() => session.configuration?.views?.map(({ name }) => name)).toContain('Mine')
  await atRest()
  expect(location.hash).toBe('#/restore')
})

test('rows that are picked from far apart, and still on their way as the list is left for another, are picked of neither', async () => {
  const rows = accountRows(PAGE_ROWS * 4)
  const far = later<null>()
  const { session, screen } = await showApp('#/accounts?sort=key', {
    rows,
    answers: {
      accounts: async (question) => {
        if (question.from === PAGE_ROWS) await far.answer
        return success(pageOf(rows, question))
      },
    },
  })
  const first = screen.getByRole('checkbox', { name: `Select ${accountRow(0).name}`, exact: true })
  await first.click()
  const scroller = screen.getByRole('table', { name: 'Accounts' }).element().closest('.scroll')
  scroller?.scrollTo(0, scroller.scrollHeight)
  const last = accountRow(PAGE_ROWS * 4 - 1).name
  const box = screen.getByRole('checkbox', { name: `Select ${last}`, exact: true })
  await expect.element(box).toBeVisible()
  await box.click({ modifiers: ['Shift'] })
  await leave(session)
  session.route.go('accounts', { filter: 'score < 50' })
  far.give(null)
  await atRest()
  expect(session.picked.selection).toEqual({ base: 'none', except: [] })
})

test('a record that nobody picked yet leaves the address alone once its page is left', async () => {
  const urgent = later<null>()
  const asked = vi.fn()
  const rows = accountRows(20)
  const { session } = await showApp('#/model?view=test', {
    rows,
    answers: {
      ...trialAnswers().answers,
      accounts: async (question) => {
        asked()
        await urgent.answer
        return success(pageOf(rows, question))
      },
    },
  })
  await expect.poll(() => asked.mock.calls.length, { timeout: 10_000 }).toBe(1)
  session.route.go('restore', { day: null })
  await tick()
  urgent.give(null)
  await atRest()
  expect(location.hash).toBe('#/restore')
})
