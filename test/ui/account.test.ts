import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { failure, success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'

beforeEach(() => page.viewport(1280, 1400))

const numberOf = (cell: Element | undefined) =>
  Number((cell?.textContent ?? '').replace('−', '-').replace('+', ''))

test('the points of factors, groups and exceptions add up to the score as printed', async () => {
  const { screen } = await showApp('#/account/7')
  await expect.element(screen.getByRole('heading', { name: 'Why 39.0' })).toBeVisible()
  const points = (selector: string) =>
    [...document.querySelectorAll(`.contrib ${selector}`)].map((row) =>
      numberOf([...row.querySelectorAll('.num')].at(-2)),
    )
  const sum = (numbers: number[]) =>
    Math.round(numbers.reduce((total, one) => total + (Number.isNaN(one) ? 0 : one), 0) * 10) / 10
  const groups = sum(points('tr.group'))
  expect({
    factors: sum(points('tbody tr:not(.group)')),
    groups,
    raw: points('tr.sum'),
    score: points('tr.total'),
    withExceptions: sum([groups, ...points('tr.exception')]),
  }).toEqual({ factors: 52.9, groups: 52.9, raw: [52.9], score: [39], withExceptions: 39 })
})

test('an exception stands above all else, in words', async () => {
  const { screen } = await showApp('#/account/7')
  await expect
    .element(screen.getByText('Capped at 39: Two or more overdue invoices.'))
    .toBeVisible()
  await expect.element(screen.getByText('Without it the score would be 52.9.')).toBeVisible()
})

test('factors that were left out, filled or carried say so', async () => {
  const { screen } = await showApp('#/account/7')
  await expect
    .element(screen.getByText('Left out. Its weight went to the rest of Satisfaction.'))
    .toBeVisible()
  await expect
    .element(screen.getByText('No data now: carried over from Aug 1, 2026.'))
    .toBeVisible()
  await expect
    .element(screen.getByText('No data: counted as 60.0, as the model says.'))
    .toBeVisible()
})

test('an account that is not scored says why, and is not 0', async () => {
  const { screen } = await showApp('#/account/16')
  await expect.element(screen.getByRole('heading', { name: 'Why not scored' })).toBeVisible()
  await expect
    .element(screen.getByText('There is data for 35 % of the weight; the model asks for 40 %.'))
    .toBeVisible()
  expect(document.querySelector('.facts dd')?.textContent).toBe('–')
  expect(document.querySelector('.contrib tfoot')).toBeNull()
  expect(document.querySelector('.contrib tbody .bars > :not(.note)')).toBeNull()
})

test('the next account of the list is one step away, with its place', async () => {
  const { session, screen } = await showApp('#/account/0?sort=name&at=0')
  await expect.element(screen.getByText('1 of 215')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /^Previous account/ })).toBeDisabled()
  await screen.getByRole('button', { name: /^Next account/ }).click()
  await expect.element(screen.getByText('2 of 215')).toBeVisible()
  expect(session.route.query('sort')).toBe('name')
})

test('the way back leads to the list as it was', async () => {
  const { screen } = await showApp('#/account/7?q=north&filter=score+%3C+40&sort=-value&at=2')
  const crumbs = screen.getByRole('navigation', { name: 'Where you are' })
  await expect
    .element(crumbs.getByRole('link', { name: 'Accounts' }))
    .toHaveAttribute('href', '#/accounts?q=north&filter=score+%3C+40&sort=-value')
})

test('an account that the engine does not have is said', async () => {
  const account = () =>
    Promise.resolve(failure({ code: 'storage-failed', message: 'not there' } as const))
  const { screen } = await showApp('#/account/99999', { answers: { account } })
  await expect.element(screen.getByRole('alert')).toBeVisible()
})

test('the cells of the files stand beside the inputs where they are asked for', async () => {
  const { screen } = await showApp('#/account/7', {
    answers: {
      deliveredCells: () =>
        Promise.resolve(
          success([
            { id: 'logins', text: '212,00' },
            { id: 'nps', text: '' },
          ]),
        ),
    },
  })
  await screen.getByRole('button', { name: 'As in the files' }).click()
  await expect.element(screen.getByRole('columnheader', { name: 'In the file' })).toBeVisible()
  await expect.element(screen.getByRole('cell', { name: '212,00' })).toBeVisible()
})
