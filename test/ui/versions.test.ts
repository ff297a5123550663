import { beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { linkTo } from '../../src/state/share-link.ts'
import { showApp } from '../support/app.ts'
import { configurationReading, moreAnswers } from '../support/more-answers.ts'
import { configuration, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 1200))

const [model] = configuration.models
const older = {
  ...configuration,
  bands: configuration.bands.map((band) => (band.id === 'yellow' ? { ...band, from: 45 } : band)),
  models: [{ ...model!, exceptions: [] }],
}
const versioned = () => ({
  ...moreAnswers(),
  configurationVersion: vi.fn((version: number) =>
    Promise.resolve(success(version === 3 ? older : configuration)),
  ),
  revertConfiguration: vi.fn(() => Promise.resolve(success(opened()))),
})

test('what changed between two versions is said in sentences, either way round', async () => {
  const answers = versioned()
  const { screen } = await showApp('#/model?view=versions', { answers })
  const differences = screen.getByRole('region', { name: 'Differences' })
  await expect.element(differences.getByText('Exception Overdue added')).toBeVisible()
  await expect.element(differences.getByText('Watch starts at 40 instead of 45')).toBeVisible()
  await expect.element(differences.getByText('models[0].exceptions[0]')).toBeVisible()
  await screen.getByRole('combobox', { name: /^From\b/ }).selectOptions('4')
  await expect.element(differences.getByText('They say the same.')).toBeVisible()
  await screen.getByRole('combobox', { name: /^to\b/ }).selectOptions('3')
  await expect.element(differences.getByText('Exception Overdue removed')).toBeVisible()
  expect(answers.configurationVersion).toHaveBeenCalledTimes(2)
})

test('an earlier version is put in force again, the one in force has no way back to itself', async () => {
  const answers = versioned()
  const { screen } = await showApp('#/model?view=versions', { answers })
  await expect.element(screen.getByRole('row', { name: /^4 .* in force$/ })).toBeVisible()
  await screen.getByRole('button', { name: 'Revert to model 3' }).click()
  expect(answers.revertConfiguration).toHaveBeenCalledWith(3, 'Back to model 3')
  expect(screen.getByRole('button', { name: /Revert to model/ }).elements()).toHaveLength(1)
})

test('Copy link puts an address with the configuration on the clipboard', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const { screen } = await showApp('#/model', { answers: moreAnswers() })
  await screen.getByRole('button', { name: 'Copy link' }).click()
  await expect
    .element(screen.getByText('It holds this configuration and no account data.'))
    .toBeVisible()
  expect(written).toHaveBeenCalledWith(
    await linkTo(configuration, `${location.origin}${location.pathname}`),
  )
  written.mockRestore()
})

test('where the browser keeps the clipboard, the link is shown to be copied', async () => {
  const written = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('no'))
  const { screen } = await showApp('#/model', { answers: moreAnswers() })
  await screen.getByRole('button', { name: 'Copy link' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Copy this link' })
  await expect
    .element(dialog.getByRole('textbox'))
    .toHaveValue(await linkTo(configuration, `${location.origin}${location.pathname}`))
  written.mockRestore()
})

test('a link that would be too long gives way to the file', async () => {
  const noise = Array.from({ length: 12_000 }, (_, i) => ((i * 7919) % 9973).toString(36)).join('')
  const big = { ...configuration, description: noise.slice(0, 20_000) }
  const { screen } = await showApp('#/model', {
    opened: opened({ configuration: big }),
    answers: moreAnswers(),
  })
  await screen.getByRole('button', { name: 'Copy link' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Too long for a link' })
  await expect.element(dialog.getByRole('button', { name: 'Export configuration' })).toBeVisible()
})

test('a link opens as a proposal that says what differs, and nothing is in force before Apply', async () => {
  const readConfiguration = vi.fn((text: string) =>
    Promise.resolve(success(configurationReading({ configuration: JSON.parse(text) as never }))),
  )
  const applyConfiguration = vi.fn(() => Promise.resolve(success(opened())))
  const link = new URL(await linkTo(older, location.origin))
  const { screen } = await showApp(link.hash, {
    answers: { ...moreAnswers(), readConfiguration, applyConfiguration },
  })
  expect(location.hash).toBe('#/configuration')
  const differs = screen.getByRole('region', { name: 'What differs' })
  await expect.element(differs.getByText('Watch starts at 45 instead of 40')).toBeVisible()
  await expect.element(screen.getByText('Shared link, not in force yet')).toBeVisible()
  expect(applyConfiguration).not.toHaveBeenCalled()
  await screen.getByRole('button', { name: 'Apply', exact: true }).click()
  expect(applyConfiguration).toHaveBeenCalledWith(older, 'Shared link')
})

test('a damaged link is answered with a sentence', async () => {
  const { screen } = await showApp('#/c=abcdefgh', { answers: moreAnswers() })
  await expect.element(screen.getByText(/it is cut off or was changed/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Apply' }).elements()).toEqual([])
})
