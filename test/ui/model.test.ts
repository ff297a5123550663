import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers } from '../support/more-answers.ts'
import { nothingOpened, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

test('every factor stands with its weight and share, every rule with what it does to how many', async () => {
  const { screen } = await showApp('#/model', { answers: moreAnswers() })
  await expect
    .element(screen.getByRole('slider', { name: 'Weight of Seats in use' }))
    .toHaveAttribute('aria-valuetext', '60, 30.0\u202f% of the score')
  await expect.element(screen.getByText('at most 39, 9 accounts')).toBeVisible()
  await expect.element(screen.getByText('40 to 70, 62 accounts')).toBeVisible()
})

test('Export configuration downloads the file that the engine makes', async () => {
  const exported = vi.fn(() =>
    Promise.resolve(success({ blob: new Blob(['{}']), fileName: 'saas.json' })),
  )
  const { screen } = await showApp('#/model', {
    answers: { ...moreAnswers(), exportConfiguration: exported },
  })
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await screen.getByRole('button', { name: 'Export configuration' }).click()
  await expect
    .poll(() => click.mock.contexts.map((link) => (link as HTMLAnchorElement).download))
    .toEqual(['saas.json'])
  expect(exported).toHaveBeenCalledOnce()
  click.mockRestore()
})

test('without a model the page says where one comes from', async () => {
  const { screen } = await showApp('#/model', { opened: nothingOpened() })
  await expect.element(screen.getByText('No model yet')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Export configuration' }).elements()).toEqual([])
})

test('an engine that fails says so in a sentence', async () => {
  const { screen } = await showApp('#/model')
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('The browser could not store this')
})

test('what is only kept stands in one quiet line, a warning is amber and no alarm', async () => {
  const { screen } = await showApp('#/model', {
    opened: opened({
      configurationProblems: [
        { code: 'not-used-yet', what: 'play', place: 'flags[0].play', severity: 'warning' },
        { code: 'not-used-yet', what: 'play', place: 'flags[1].play', severity: 'warning' },
        {
          code: 'unknown-key',
          key: 'colour',
          suggestion: null,
          place: 'colour',
          severity: 'warning',
        },
      ],
    }),
    answers: moreAnswers(),
  })
  await screen.getByText('2 plays are kept and not used yet').click()
  await expect.element(screen.getByText('flags[1].play')).toBeVisible()
  await expect.element(screen.getByText('The key “colour” is not known')).toBeVisible()
  expect(screen.getByRole('alert').elements()).toEqual([])
})
