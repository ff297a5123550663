import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { createSession, renderApp, showApp } from '../support/app.ts'
import { FakeImporter } from '../support/fake-importer.ts'
import { nothingOpened, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1280, 900))
afterEach(() => vi.useRealTimers())

test('without data every address begins at the start, alone on the page', async () => {
  const { screen } = await showApp('#/accounts', { opened: nothingOpened() })
  await expect
    .element(screen.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Drop a customer export anywhere')
  expect(screen.getByRole('navigation').elements()).toEqual([])
})

test('once there is data the start does not come back by itself', async () => {
  const { screen } = await showApp('')
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Overview')
})

test('a configuration without accounts can be looked at', async () => {
  const { screen } = await showApp('#/overview', { opened: opened({ snapshots: [] }) })
  await expect.element(screen.getByRole('link', { name: 'Model', exact: true })).toBeVisible()
})

test('the start says what stays where, how to check it, and offers to restore', async () => {
  const { screen } = await showApp('', { opened: nothingOpened() })
  await screen.getByText('How to check').click()
  await expect.element(screen.getByText("connect-src 'none'")).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Restore a backup' })).toBeVisible()
})

test('a backup is restored only when it is said where to', async () => {
  const { session, screen } = await showApp('', { opened: opened() })
  await session.chooseFiles([new File(['hale-backup'], 'portfolio.hale')])
  await expect.element(screen.getByText('portfolio.hale')).toBeVisible()
  await screen.getByRole('button', { name: 'Restore as a workspace of its own' }).click()
  await expect.poll(() => session.route.page).toBe('overview')
  expect(session.backupFile).toBeNull()
})

/** Everything that waits for the page to rest. */
const LONG_MS = 60_000

test('a start that rests gets ready for a file; while the sample is being filled nothing practises beside it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const prepareImporter = vi.fn()
  const importer = new FakeImporter()
  importer.fillSample = () => new Promise(() => {})
  const spawnImporter = () => ({ importer, cancel: () => {} })
  const nothing = { opened: nothingOpened() }
  const session = createSession('', nothing, null, { spawnImporter, prepareImporter })
  await session.open()
  const { screen } = await renderApp(session)
  await screen.getByRole('button', { name: /^Try with sample data/ }).click()
  await expect.element(screen.getByText(/^Making a year of it/)).toBeVisible()
  vi.advanceTimersByTime(LONG_MS)
  expect(prepareImporter).not.toHaveBeenCalled()

  await screen.unmount()
  await renderApp(session)
  vi.advanceTimersByTime(LONG_MS)
  expect(prepareImporter).toHaveBeenCalledOnce()
})
