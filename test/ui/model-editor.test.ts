import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent, type Locator } from 'vitest/browser'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { success } from '../../src/core/problem.ts'
import type { KeptDraft } from '../../workers/protocol/draft.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers } from '../support/more-answers.ts'
import { opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 1000))

async function edit(at = '') {
  const keepDraft = vi.fn((_draft: KeptDraft | null) => Promise.resolve(success(null)))
  const applyConfiguration = vi.fn((applied: Configuration, _note: string) =>
    Promise.resolve(success(opened({ configuration: applied, newestVersion: 5 }))),
  )
  const answers = { ...moreAnswers(), keepDraft, applyConfiguration }
  const shown = await showApp(`#/model${at === '' ? '' : `?at=${at}`}`, { answers })
  const draft = () => keepDraft.mock.lastCall?.[0]?.steps.at(-1)
  return { ...shown, draft, keepDraft, applyConfiguration }
}

async function focus(control: Locator) {
  await expect.element(control).toBeVisible()
  ;(control.element() as HTMLElement).focus()
}

test('a weight that is typed shows its new share, who moves, and what it was', async () => {
  const { screen, draft } = await edit()
  await screen.getByRole('spinbutton', { name: 'Weight of Usage, number' }).fill('54')
  await expect.element(screen.getByText('51.9 %')).toBeVisible()
  await expect.element(screen.getByText('was 50.0 %')).toBeVisible()
  const moved = screen.getByRole('table', { name: 'Accounts that move' })
  await expect.element(moved.getByRole('button', { name: 'Corvid Analytics' })).toBeVisible()
  await expect.element(screen.getByText('4 of 215 change band: 4 up, 0 down').first()).toBeVisible()
  await expect.element(screen.getByText('Usage: weight 50 → 54')).toBeVisible()
  await expect.poll(() => draft()?.models[0]?.groups[0]?.weight).toBe(54)
})

test('a slider is moved by arrow keys; every press is a step that can be taken back', async () => {
  const { screen } = await edit()
  const slider = screen.getByRole('slider', { name: 'Weight of Usage' })
  await focus(slider)
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(slider).toHaveValue('52')
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(slider).toHaveValue('51')
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
  await expect.element(slider).toHaveValue('52')
  const undo = screen.getByRole('button', { name: 'Undo step: Usage: weight 51 → 52' })
  await undo.click()
  await screen.getByRole('button', { name: 'Undo step: Usage: weight 50 → 51' }).click()
  await expect.element(slider).toHaveValue('50')
  await expect.element(screen.getByRole('button', { name: /^Save as model/ })).toBeDisabled()
})

test('nothing is in force before Save, which asks for a note', async () => {
  const { screen, applyConfiguration } = await edit()
  await screen.getByRole('spinbutton', { name: 'Weight of Usage, number' }).fill('60')
  await screen.getByRole('button', { name: 'Save as model 5' }).click()
  expect(applyConfiguration).not.toHaveBeenCalled()
  const dialog = screen.getByRole('dialog', { name: 'Save as model 5' })
  await expect.element(dialog.getByText('Usage: weight 50 → 60')).toBeVisible()
  await dialog.getByRole('textbox').fill('Usage tells more')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(() => applyConfiguration.mock.calls.length).toBe(1)
  const [applied, note] = applyConfiguration.mock.lastCall!
  expect([applied.models[0]?.groups[0]?.weight, note]).toEqual([60, 'Usage tells more'])
})

test('a point of the curve is moved by arrow keys, its number typed, its type changed', async () => {
  const { screen, draft } = await edit()
  const handle = screen.getByRole('slider', { name: '100 points at' })
  await focus(handle)
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
  await expect
    .poll(() => draft()?.models[0]?.groups[0]?.factors[0]?.scale)
    .toMatchObject({ to: 98 })
  await screen.getByRole('spinbutton', { name: '0 points at', exact: true }).fill('20')
  await expect
    .poll(() => draft()?.models[0]?.groups[0]?.factors[0]?.scale)
    .toEqual({ type: 'linear', from: 20, to: 98 })
  await expect.element(screen.getByText('62 accounts get the full 100 (21 as saved)')).toBeVisible()
  await screen.getByRole('button', { name: 'Percentile' }).click()
  await expect
    .poll(() => draft()?.models[0]?.groups[0]?.factors[0]?.scale)
    .toEqual({ type: 'percentile', better: 'higher', top: 0.05 })
})

test('missing values say how many accounts they concern, and can be given points', async () => {
  const { screen, draft } = await edit()
  await expect.element(screen.getByText('10 accounts without a value')).toBeVisible()
  await screen.getByRole('combobox', { name: 'When missing' }).selectOptions('score')
  await screen.getByRole('spinbutton', { name: 'Points where missing' }).fill('25')
  await expect.poll(() => draft()?.models[0]?.groups[0]?.factors[0]?.missing).toEqual({ score: 25 })
})

test('lines are moved without dragging, copied and taken away', async () => {
  const { screen, draft } = await edit('factors.main.logins')
  const ids = () => draft()?.models[0]?.groups[0]?.factors.map(({ id }) => id)
  await screen.getByRole('button', { name: 'Move up' }).click()
  await expect.poll(ids).toEqual(['logins', 'seat_use'])
  await screen.getByRole('button', { name: 'Duplicate' }).click()
  await expect.poll(ids).toEqual(['logins', 'logins_copy', 'seat_use'])
  await screen.getByRole('button', { name: 'Remove' }).click()
  await expect.poll(ids).toEqual(['logins', 'seat_use'])
  screen.getByRole('link', { name: 'Logins, 30 days', exact: true }).element().focus()
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await expect.poll(ids).toEqual(['seat_use', 'logins'])
  await screen.getByRole('combobox', { name: 'Group' }).selectOptions('financial')
  await expect
    .poll(() => draft()?.models[0]?.groups[2]?.factors.map(({ id }) => id))
    .toEqual(['overdue', 'seat_use'])
})

test('an expression is completed, said in a sentence, and underlined where it is wrong', async () => {
  const { screen, draft } = await edit('exceptions.main.overdue')
  const field = screen.getByRole('textbox', { name: 'Holds when' })
  await expect.element(screen.getByText('Overdue invoices are at least 2')).toBeVisible()
  await field.fill('')
  await userEvent.type(field, 'ar')
  await expect.element(screen.getByRole('option', { name: 'arr' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveValue('arr')
  await userEvent.keyboard(' >= ')
  await expect
    .poll(() => document.querySelectorAll('[data-wrong="true"]').length)
    .toBeGreaterThan(0)
  await userEvent.keyboard('1000')
  await expect.element(screen.getByText('ARR is at least 1,000', { exact: true })).toBeVisible()
  await expect.poll(() => document.querySelectorAll('[data-wrong="true"]').length).toBe(0)
  await expect.poll(() => draft()?.models[0]?.exceptions?.[0]?.when).toBe('arr >= 1000')
})

test('texts of a column are completed where one is compared, ids where a function names them', async () => {
  const { screen } = await edit('exceptions.main.overdue')
  const field = screen.getByRole('textbox', { name: 'Holds when' })
  await field.fill('')
  await userEvent.type(field, 'segment == ')
  await expect.element(screen.getByRole('option', { name: "'Mid-market'" })).toBeVisible()
  await userEvent.keyboard('ent{Tab}')
  await expect.element(field).toHaveValue("segment == 'Enterprise'")
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard(' and factor(')
  await screen.getByRole('option', { name: /^'seat_use'/ }).click()
  await expect.element(field).toHaveValue("segment == 'Enterprise' and factor('seat_use'")
})

test('a draft that does not load is not saved: the place is named instead', async () => {
  const { screen, applyConfiguration } = await edit('exceptions.main.overdue')
  await screen.getByRole('textbox', { name: 'Holds when' }).fill('overdue >=')
  await expect.element(screen.getByText('models[0].exceptions[0].when')).toBeVisible()
  await screen.getByRole('button', { name: /^Save as model/ }).click()
  expect(screen.getByRole('dialog').elements()).toEqual([])
  expect(applyConfiguration).not.toHaveBeenCalled()
})

test('bands are moved by arrow keys or typed, and printed as ranges', async () => {
  const { screen, draft } = await edit('bands')
  await focus(screen.getByRole('slider', { name: 'Start of Watch' }))
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(screen.getByRole('cell', { name: '42 to 70' })).toBeVisible()
  await screen.getByRole('spinbutton', { name: 'Healthy starts at' }).fill('75')
  await expect.element(screen.getByRole('cell', { name: '75 to 100' })).toBeVisible()
  await screen.getByRole('button', { name: 'Band', exact: true }).click()
  await expect.poll(() => draft()?.bands.map(({ from }) => from)).toEqual([0, 21, 42, 75])
})

test('a flag is added with its rule and its play', async () => {
  const { screen, draft } = await edit()
  await screen.getByRole('button', { name: 'Add a flag' }).click()
  await screen.getByRole('textbox', { name: 'Name' }).fill('Gone quiet')
  await screen.getByRole('textbox', { name: 'Raised when' }).fill('score < 30')
  await screen.getByRole('checkbox', { name: 'With a play: what to do about it' }).click()
  await screen.getByRole('textbox', { name: 'Play', exact: true }).fill('Call')
  await expect
    .poll(() => draft()?.flags)
    .toEqual([
      { id: 'flag', name: 'Gone quiet', kind: 'risk', when: 'score < 30', play: { name: 'Call' } },
    ])
})

test('one says who is a customer, and for whom a model is', async () => {
  const { screen, draft } = await edit('customers')
  await screen.getByRole('checkbox', { name: 'Every account is a customer' }).click()
  await screen
    .getByRole('textbox', { name: 'Customers are accounts where' })
    .fill("segment == 'Enterprise'")
  await expect.poll(() => draft()?.account.include).toBe("segment == 'Enterprise'")
  await screen.getByRole('button', { name: 'Add a model' }).click()
  await expect.element(screen.getByRole('heading', { name: 'New model' }).first()).toBeVisible()
  await expect
    .poll(() => draft()?.models.map(({ appliesTo }) => appliesTo))
    .toEqual(['false', undefined])
  await expect.element(screen.getByText('3 accounts without a model: not scored.')).toBeVisible()
})

test('the watched account is chosen among those that move', async () => {
  const { screen, session } = await edit()
  await screen.getByRole('spinbutton', { name: 'Weight of Usage, number' }).fill('54')
  await screen.getByRole('button', { name: 'Vantage Polymers' }).click()
  expect(session.route.query('watch')).toBe('1')
  await expect
    .element(screen.getByRole('table', { name: 'Points of Holloway Freight' }))
    .toBeVisible()
})
