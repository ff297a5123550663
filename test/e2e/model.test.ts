import type { Page } from '@playwright/test'
import { openSampleModel, pull } from './support/model.ts'
import { rowsOf } from './support/steps.ts'
import { expect, test } from './support/test.ts'

const weight = (page: Page, of: string) =>
  page.getByRole('slider', { name: `Weight of ${of}`, exact: true }).last()
const moved = (page: Page) => page.getByRole('table', { name: 'Accounts that move' })
const bandsOf = (page: Page) => rowsOf(page.getByRole('table', { name: 'Bands' }))

/** Drags the handle of a slider along its track, to a share of it. */
async function drag(page: Page, of: string, share: number): Promise<void> {
  await weight(page, of).scrollIntoViewIfNeeded()
  const box = await weight(page, of).boundingBox()
  if (!box) throw new Error(`no slider of ${of}`)
  const y = box.y + box.height / 2
  const at = Number(await weight(page, of).inputValue()) / 100
  await page.mouse.move(box.x + 7 + at * (box.width - 14), y)
  await page.mouse.down()
  await page.mouse.move(box.x + 7 + share * (box.width - 14), y, { steps: 12 })
  await page.mouse.up()
}

test('a weight is dragged, named accounts change colour, and it is saved with a note', async ({
  page,
}) => {
  await openSampleModel(page)
  const before = await bandsOf(page)
  await drag(page, 'Satisfaction', 0.8)
  await expect(moved(page).getByRole('button').first()).toBeVisible()
  await expect(page.getByText(/change band: \d+ up, \d+ down$/).first()).toBeVisible()
  const draft = await bandsOf(page)
  expect(draft.map(([, saved]) => saved)).toEqual(before.map(([, saved]) => saved))
  expect(draft).not.toEqual(before)

  await page.getByRole('button', { name: 'Save as model 2' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save as model 2' })
  await dialog.getByRole('textbox').fill('Surveys tell more')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('· model 2')).toBeVisible()
  await expect(page.getByText(/^none of \d+ changes band$/)).toBeVisible()
  await expect
    .poll(async () => (await bandsOf(page)).map(([, saved]) => saved))
    .toEqual(draft.map(([, , after]) => after))

  await page.getByRole('link', { name: 'Versions' }).click()
  await expect(page.getByRole('row', { name: /Surveys tell more/ })).toBeVisible()
  const effect = page.getByRole('region', { name: 'In effect' })
  await expect(effect.getByRole('table', { name: 'Moves' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('· model 1')).toBeVisible()
})

test('a draft and its steps are there after a reload, and nothing was applied', async ({
  page,
}) => {
  await openSampleModel(page)
  const first = await weight(page, 'Satisfaction').inputValue()
  await drag(page, 'Satisfaction', 0.8)
  const second = await weight(page, 'Satisfaction').inputValue()
  await drag(page, 'Satisfaction', 0.4)
  const third = await weight(page, 'Satisfaction').inputValue()
  expect(new Set([first, second, third]).size).toBe(3)
  await expect(page.getByText('1 change, not saved')).toBeVisible()

  await page.reload()
  await expect(weight(page, 'Satisfaction')).toHaveValue(third)
  await page.keyboard.press('Control+z')
  await expect(weight(page, 'Satisfaction')).toHaveValue(second)
  await page.getByRole('button', { name: /^Undo step: / }).click()
  await expect(weight(page, 'Satisfaction')).toHaveValue(first)
  await page.keyboard.press('Control+Shift+z')
  await expect(weight(page, 'Satisfaction')).toHaveValue(second)
  await expect(page.getByText('· model 1')).toBeVisible()
})

test('the whole history is shown under the draft when somebody asks', async ({ page }) => {
  await openSampleModel(page)
  await drag(page, 'Satisfaction', 0.8)
  await page.getByRole('button', { name: 'Show the whole history' }).click()
  await expect(page.getByText('Average score of every snapshot, Saved and Draft.')).toBeVisible()
})

test('the page does not jump while a slider moves', async ({ page }) => {
  await openSampleModel(page)
  const places = () =>
    page
      .locator('.columns h2, .columns h3, .columns [aria-label="Moves"]')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().top)))
  await drag(page, 'Satisfaction', 0.5)
  await expect(moved(page).getByRole('button').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Examples' })).toBeVisible()
  const before = await places()
  await drag(page, 'Satisfaction', 0.9)
  await expect.poll(places).toEqual(before)
})

test('a factor, a point of its curve and a band are dragged by mouse, each a step to take back', async ({
  page,
}) => {
  await openSampleModel(page)
  const lines = page.getByRole('region', { name: 'The model' }).getByRole('link')
  const order = async () => (await lines.allInnerTexts()).slice(0, 3)
  const before = await order()
  await lines.nth(2).dragTo(lines.nth(1), { targetPosition: { x: 10, y: 2 } })
  await expect.poll(order).toEqual([before[0], before[2], before[1]])

  await pull(page, page.getByRole('slider', { name: '100 points at' }), { x: 60 })
  await expect(page.getByText('2 changes, not saved')).toBeVisible()
  await page.getByRole('link', { name: 'Watch', exact: true }).click()
  await pull(page, page.getByRole('slider', { name: 'Start of Watch' }), { x: 30 })
  await expect(page.getByText('3 changes, not saved')).toBeVisible()
  await expect(page.getByText(/band: \d+ up, \d+ down$/).first()).toBeVisible()

  for (const left of ['2 changes, not saved', '1 change, not saved', 'of the draft, live']) {
    await page.getByRole('button', { name: /^Undo step: / }).click()
    await expect(page.getByText(left)).toBeVisible()
  }
  expect(await order()).toEqual(before)
})

test('a model that another tab saves under a draft is said; mine goes on top of it', async ({
  page,
  context,
}) => {
  await openSampleModel(page)
  const other = await context.newPage()
  await other.goto('./#/model')
  await expect(other.getByText(/^none of \d+ changes band$/)).toBeVisible()
  // A tab behind another one draws about once a second.
  await page.bringToFront()
  await drag(page, 'Satisfaction', 0.8)
  const mine = await weight(page, 'Satisfaction').inputValue()

  await other.bringToFront()
  await drag(other, 'Support', 0.6)
  const theirs = await weight(other, 'Support').inputValue()
  await other.getByRole('button', { name: 'Save as model 2' }).click()
  await other.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(other.getByText('· model 2')).toBeVisible()

  await page.bringToFront()
  const notice = page.getByRole('alert', { name: 'Another model is in force' })
  await expect(notice).toContainText('Model 2 came into force meanwhile')
  await expect(notice).toContainText('Support: weight 15')
  await page.reload()
  await notice.getByRole('button', { name: 'Keep mine on top' }).click()
  await expect(page.getByText('1 change, not saved')).toBeVisible()
  await page.getByRole('button', { name: 'Save as model 3' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(other.getByText('· model 3')).toBeVisible()
  await expect(weight(other, 'Satisfaction')).toHaveValue(mine)
  await expect(weight(other, 'Support')).toHaveValue(theirs)
})

test('what is chosen on a phone comes into sight, and what moves is said while the effect is not', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openSampleModel(page)
  await drag(page, 'Satisfaction', 0.8)
  const said = page.getByText(/band: \d+ up, \d+ down\.$/)
  await expect(said).toBeInViewport()
  await page.getByRole('link', { name: 'CSAT', exact: true }).click()
  const heading = page.getByRole('heading', { name: 'CSAT', exact: true })
  await expect(heading).toBeInViewport()
  await expect(said).toBeInViewport()
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page.getByRole('link', { name: 'CSAT', exact: true })).toBeInViewport()
})
