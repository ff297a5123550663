import { openSample } from './support/keys.ts'
import { expect, test } from './support/test.ts'

test('two dimensions cross, a cell opens its accounts, and Back leads to the map as it was', async ({
  page,
}) => {
  await openSample(page, '#/segments')
  await page.getByRole('combobox', { name: 'Split by', exact: true }).selectOption('Plan')
  await page.getByRole('combobox', { name: 'Cross with', exact: true }).selectOption('ARR')
  await page.getByRole('combobox', { name: 'Cross with: steps' }).selectOption('Equal steps')
  await page.getByRole('combobox', { name: 'Measure' }).selectOption('Accounts')
  const map = page.getByRole('table', { name: 'Accounts by Plan and ARR' })
  const cell = map.locator('tbody td[data-hue] a').nth(3)
  const count = await cell.locator('b').textContent()
  const name = await cell.getAttribute('aria-label')
  const address = page.url()
  await cell.click()
  await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'accounts' })).toContainText(
    `${count} of`,
  )
  await expect(page.getByRole('button', { name: /^Plan / })).toBeVisible()
  await expect(page.getByRole('button', { name: /^ARR / })).toBeVisible()
  await page.goBack()
  await expect(map.getByRole('link', { name: name ?? '', exact: true })).toBeVisible()
  expect(page.url()).toBe(address)
  await page.goBack()
  await expect(page.getByRole('table', { name: 'Average by Plan and ARR' })).toBeVisible()
})

test('a bookmark of a segment that is looked into returns to it', async ({ page }) => {
  await openSample(page, '#/segments')
  await page.getByRole('button', { name: /why Enterprise moved$/ }).click()
  const part = page.getByRole('region', { name: 'Enterprise', exact: true })
  await expect(part.getByRole('button', { name: /^Average over time/ })).toBeVisible()
  await expect(part.getByText(/^(Down|Up) .* since/)).toBeVisible()
  const { hash } = new URL(page.url())
  await page.goBack()
  await expect(part).toBeHidden()
  await page.goto(`./${hash}`)
  await page.reload()
  await expect(part.getByText(/^(Down|Up) .* since/)).toBeVisible()
})

test('a screen reader meets the segments as a table with a name, heads, and links that say what they open', async ({
  page,
}) => {
  await openSample(page, '#/segments')
  const main = page.getByRole('main')
  await expect(main.getByRole('img', { name: /^From [\d.]+ to [\d.]+$/ }).first()).toBeVisible()
  await expect(main).toMatchAriaSnapshot(`
    - heading "Segments" [level=1]
    - group "Split the accounts":
      - combobox "Split by"
      - combobox "Cross with"
    - region "By Segment":
      - heading "By Segment" [level=2]
      - paragraph: /Enterprise has the lowest average/
      - table "Segments":
        - rowgroup:
          - row:
            - columnheader "Segment":
              - button "Segment"
            - columnheader "Accounts":
              - button "Accounts"
            - columnheader "Drift"
            - columnheader "Bands"
            - columnheader "ARR at risk":
              - button "ARR at risk"
        - rowgroup:
          - row /^Enterprise/:
            - rowheader "Enterprise":
              - link "Enterprise"
            - cell "39"
            - cell /why Enterprise moved/:
              - button /why Enterprise moved/
            - cell /^From [\\d.]+ to [\\d.]+$/:
              - img /^From/
            - cell /^At risk/:
              - img /^At risk .*, Watch .*, Healthy/
        - rowgroup:
          - row /^All accounts/:
            - rowheader "All accounts"
  `)
})

test('a screen reader meets the heat map as a table whose cells say all that their tint says', async ({
  page,
}) => {
  await openSample(page, '#/segments?by=segment&across=band')
  const map = page.getByRole('table', { name: 'Average by Segment and Band' })
  await expect(map).toMatchAriaSnapshot(`
    - table "Average by Segment and Band":
      - rowgroup:
        - row:
          - columnheader "At risk":
            - link "At risk"
          - columnheader "Watch":
            - link "Watch"
          - columnheader "Healthy":
            - link "Healthy"
          - columnheader "not scored":
            - link "not scored"
          - columnheader "All"
      - rowgroup:
        - row:
          - rowheader "Enterprise":
            - link "Enterprise"
          - cell:
            - 'link /^Enterprise, At risk: Average [\\d.]+, \\d+ accounts$/'
      - rowgroup:
        - row:
          - rowheader "All"
  `)
})

test('a screen reader meets an account in the order of its reasons', async ({ page }) => {
  await openSample(page, '#/accounts?sort=-triage')
  await page.locator('tbody th a').first().click()
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: 'Factors over time' })).toBeVisible()
  await expect(main).toMatchAriaSnapshot(`
    - navigation "Where you are":
      - link "Accounts"
      - text: 1 of 403
      - button "Previous account (k)" [disabled]
      - button "Next account (j)"
    - heading "Marlford Advisory" [level=1]
    - text: At risk
    - region /^Why [\\d.]+$/:
      - heading /^Why/ [level=2]
      - paragraph:
        - text: /points earned. Most is lost on/
        - link "How this works"
      - table "Points":
        - rowgroup:
          - row:
            - columnheader "Factor"
            - columnheader "Points"
        - rowgroup:
          - row:
            - rowheader "Usage"
        - rowgroup:
          - row:
            - rowheader "Raw score"
          - row:
            - rowheader /^Score/
    - region /^What changed since/
    - region "Inputs":
      - button "As in the files"
      - table "Inputs"
    - complementary:
      - region "History"
      - region "Factors over time"
      - region "The way to Watch":
        - paragraph: /235 more Active Users.*either alone brings/
        - list:
          - listitem
      - region "If the missing data came"
      - region "Where it stands":
        - list:
          - listitem:
            - link "Segment"
            - text: /in Enterprise, where the average is/
  `)
})
