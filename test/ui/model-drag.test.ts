import { beforeEach, expect, test, vi } from 'vitest'
import { page, type Locator } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import type { KeptDraft } from '../../workers/protocol/draft.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers } from '../support/more-answers.ts'

beforeEach(() => page.viewport(1440, 1000))

async function edit(at: string) {
  const keepDraft = vi.fn((_draft: KeptDraft | null) => Promise.resolve(success(null)))
  const { screen } = await showApp(`#/model?at=${at}`, {
    answers: { ...moreAnswers(), keepDraft },
  })
  const draft = () => keepDraft.mock.lastCall?.[0]?.steps.at(-1)
  const steps = () => keepDraft.mock.lastCall?.[0]?.steps.length
  const groups = () =>
    draft()?.models[0]?.groups.map((group) => [group.id, ...group.factors.map(({ id }) => id)])
  return { screen, draft, groups, steps }
}

/** Dragged by its link, and dropped on a share of the height of another. */
async function drop(what: Locator, on: Locator, share: number): Promise<void> {
  await expect.element(what).toBeVisible()
  const { left, top, height } = on.element().getBoundingClientRect()
  const fire = (type: string, target: Element) =>
    target.dispatchEvent(
      new DragEvent(type, {
        bubbles: true,
        cancelable: true,
        dataTransfer: new DataTransfer(),
        clientX: left,
        clientY: top + height * share,
      }),
    )
  fire('dragstart', what.element())
  expect(fire('dragover', on.element())).toBe(false)
  fire('drop', on.element())
  fire('dragend', what.element())
}

test('a factor is dragged before another, and into another group', async () => {
  const { screen, groups, steps } = await edit('groups.main.usage')
  const line = (name: string) => screen.getByRole('link', { name, exact: true })
  await drop(line('Logins, 30 days'), line('Seats in use'), 0.1)
  await expect.poll(groups).toEqual([
    ['usage', 'logins', 'seat_use'],
    ['satisfaction', 'csat', 'nps'],
    ['financial', 'overdue'],
  ])
  expect(steps()).toBe(2)
  await drop(line('Seats in use'), line('CSAT'), 0.9)
  await expect.poll(groups).toEqual([
    ['usage', 'logins'],
    ['satisfaction', 'csat', 'seat_use', 'nps'],
    ['financial', 'overdue'],
  ])
  expect(steps()).toBe(3)
})

test('a group is dragged behind another, with its factors', async () => {
  const { screen, groups } = await edit('bands')
  const line = (name: string) => screen.getByRole('link', { name, exact: true })
  await drop(line('Usage'), line('Overdue invoices'), 0.9)
  await expect.poll(groups).toEqual([
    ['satisfaction', 'csat', 'nps'],
    ['financial', 'overdue'],
    ['usage', 'seat_use', 'logins'],
  ])
})

/** Presses on the middle of an element, moves in several steps, and lets go. */
async function pull(what: Locator, by: { readonly x: number; readonly y?: number }): Promise<void> {
  await expect.element(what).toBeVisible()
  const element = what.element()
  const { left, top, width, height } = element.getBoundingClientRect()
  const from = { x: left + width / 2, y: top + height / 2 }
  const fire = (type: string, share: number) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        pointerId: 1,
        clientX: from.x + by.x * share,
        clientY: from.y + (by.y ?? 0) * share,
      }),
    )
  element.setPointerCapture = () => {}
  fire('pointerdown', 0)
  for (const share of [0.25, 0.5, 0.75, 1]) {
    fire('pointermove', share)
    await new Promise(requestAnimationFrame)
  }
  fire('pointerup', 1)
}

test('a point of the curve is dragged along its input, in one step however far', async () => {
  const { screen, draft, steps } = await edit('factors.main.seat_use')
  const plot = screen.getByRole('group', { name: /^Seats in use: / })
  await expect.element(plot).toBeVisible()
  const width = plot.element().getBoundingClientRect().width
  await pull(screen.getByRole('slider', { name: '100 points at' }), { x: -0.3 * width, y: 80 })
  await expect
    .poll(() => draft()?.models[0]?.groups[0]?.factors[0]?.scale)
    .toEqual({ type: 'linear', from: 0, to: 70 })
  expect(steps()).toBe(2)
  await expect.element(screen.getByText('100 at 70', { exact: true })).toBeVisible()
})

test('an edge between bands is dragged, in one step, and stays between its neighbours', async () => {
  const { screen, draft, steps } = await edit('bands')
  const edge = screen.getByRole('slider', { name: 'Start of Watch' })
  await expect.element(edge).toBeVisible()
  const { width } = edge.element().parentElement!.getBoundingClientRect()
  await pull(edge, { x: 0.1 * width })
  await expect.poll(() => draft()?.bands.map(({ from }) => from)).toEqual([0, 50, 70])
  expect(steps()).toBe(2)
  await pull(edge, { x: width })
  await expect.poll(() => draft()?.bands[1]?.from).toBeLessThan(70)
})
