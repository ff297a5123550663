import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { overviewOf } from '../support/fake-engine.ts'
import { accountRow, NEWEST, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

const rows = [accountRow(1, { name: 'Loud', score: 55, band: 1 })]
const inSight = (words: Element) => words.getBoundingClientRect().width > 1
const head = (name: string) => {
  const heads = [...document.querySelectorAll('.part-head')]
  return heads.find((part) => part.querySelector('h2')?.textContent === name)
}
/** What of a part's note is seen. */
const seenNote = (name: string) => {
  const note = head(name)?.querySelector('.note')
  const hidden = [...(note?.querySelectorAll('.sr') ?? [])].map((one) => one.textContent)
  return note && inSight(note) ? note.textContent?.replace(hidden.join(''), '').trim() : ''
}

test('under one model the parts of a page do not repeat to the eye that scores are as recorded', async () => {
  const { screen } = await showApp('#/overview', { rows })
  await expect.element(screen.getByText('as recorded, model 4')).toBeVisible()
  await expect.poll(() => seenNote('Triage')).toBe('most value with a low or falling score first')
  expect(seenNote('Score distribution')).toBe('')
  expect(head('Score distribution')?.textContent).toContain('as recorded')
})

test('where another model scored them, and where they are restated, every part says it to the eye', async () => {
  const versions = { before: 3, after: 3 }
  const overview: Parameters<typeof showApp>[1] = {
    rows,
    answers: {
      overview: ({ day, since }) =>
        Promise.resolve(success({ ...overviewOf(rows, day, since), versions })),
    },
  }
  const { screen } = await showApp('#/overview', overview)
  await expect.poll(() => seenNote('Score distribution')).toBe('as recorded')
  expect(seenNote('Triage')).toMatch(/, as recorded$/)
  await screen.unmount()
  await showApp('#/overview?seen=restated', { rows })
  await expect.poll(() => seenNote('Score distribution')).toBe('restated by model 4')
})

const columns = async (data: Parameters<typeof showApp>[1]) => {
  const { screen } = await showApp('#/overview', data)
  const table = screen.getByRole('table', { name: /^Accounts/ })
  await expect.element(table).toBeVisible()
  return table
    .getByRole('columnheader')
    .elements()
    .map(({ textContent }) => textContent?.trim())
}

test('of the first snapshot the triage has no column of changes, and speaks of no falling', async () => {
  const first = opened({ snapshots: [{ day: NEWEST, accounts: 1 }] })
  expect(await columns({ rows, opened: first })).not.toContain('Change')
  expect(seenNote('Triage')).toBe('most value with a low score first')
})

test('without a model the accounts have no empty columns of scores', async () => {
  const found = await columns({ rows, opened: opened({ configuration: null }) })
  expect(found.slice(0, 2)).toEqual(['Account', 'Band'])
  for (const name of ['Score', 'Change', 'Top driver']) expect(found).not.toContain(name)
})
