import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { failure, success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { configurationReading, moreAnswers } from '../support/more-answers.ts'
import { opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

async function open(answers = {}) {
  const shown = await showApp('#/configuration', { answers: { ...moreAnswers(), ...answers } })
  shown.session.configurationFile = new File(['{"format":"hale-config"}'], 'team.json')
  return shown
}

test('a configuration is shown with its effect before it is applied', async () => {
  const applyConfiguration = vi.fn(() => Promise.resolve(success(opened())))
  const { screen, session } = await open({ applyConfiguration })
  await expect.element(screen.getByRole('row', { name: 'Watch 62 50 3M 3M' })).toBeVisible()
  await expect.element(screen.getByText('team.json, not in force yet')).toBeVisible()
  expect(applyConfiguration).not.toHaveBeenCalled()
  await screen.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect.poll(() => session.route.page).toBe('model')
  expect(applyConfiguration).toHaveBeenCalledWith(configurationReading().configuration, 'team.json')
  expect(session.configurationFile).toBeNull()
})

test('what is not known in it is named with its place', async () => {
  const { screen } = await open()
  await expect
    .element(
      screen.getByRole('row', {
        name: /models\[0\]\.groups\[1\]\.factors\[0\]\.wieght warning .*Is “weight” meant\?/,
      }),
    )
    .toBeVisible()
})

test('a configuration that does not load names every place, and cannot be applied', async () => {
  const problem = {
    code: 'wrong-value',
    place: 'models[0].bands[1].from',
    severity: 'error',
    expected: 'a number from 0 to 100',
    found: '"forty"',
  } as const
  const { screen } = await open({ readConfiguration: () => Promise.resolve(failure(problem)) })
  await expect
    .element(
      screen.getByRole('row', {
        name: 'models[0].bands[1].from error "forty" stands where a number from 0 to 100 is expected.',
      }),
    )
    .toBeVisible()
  expect(screen.getByRole('button', { name: 'Apply' }).elements()).toEqual([])
})

test('one can leave it, and nothing was changed', async () => {
  const applyConfiguration = vi.fn()
  const { screen, session } = await open({ applyConfiguration })
  await screen.getByRole('button', { name: 'Leave it' }).click()
  expect(session.configurationFile).toBeNull()
  expect(applyConfiguration).not.toHaveBeenCalled()
})

test('text of a configuration is never markup', async () => {
  const { configuration } = configurationReading()
  const marked = { ...configuration, name: '<img src=x onerror=alert(1)>' }
  const { screen } = await open({
    readConfiguration: () =>
      Promise.resolve(success(configurationReading({ configuration: marked }))),
  })
  await expect.element(screen.getByRole('heading', { name: marked.name })).toBeVisible()
})

test('a file that is chosen while a configuration is applied keeps its page', async () => {
  let land = () => {}
  const applied = new Promise<void>((resolve) => (land = resolve))
  const applyConfiguration = vi.fn(() => applied.then(() => success(opened())))
  const { screen, session } = await open({ applyConfiguration })
  await screen.getByRole('button', { name: 'Apply', exact: true }).click()
  session.route.go('import', { day: null })
  land()
  await applied
  await expect.poll(() => session.configurationFile).toBeNull()
  expect(session.route.page).toBe('import')
})
