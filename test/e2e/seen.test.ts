import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { openSample } from './support/keys.ts'
import { readRecords } from './support/steps.ts'
import { expect, test } from './support/test.ts'

test.use({ viewport: { width: 1440, height: 900 } })

const LIST =
  '#/accounts?filter=band+%3D%3D+%27red%27&sort=-score%2Cname&columns=band%2Cscore%2Cvalue%2Cowner%2Cplan'

/** The heads and the rows in sight, numbers without their separators. */
const seenRows = (page: Page) =>
  page.getByRole('table', { name: 'Accounts' }).evaluate((table) => {
    const texts = (row: Element) =>
      [...row.querySelectorAll('th, td')]
        .slice(1)
        .map((cell) => cell.textContent.trim())
        .map((text) => (/^[\d,]+$/.test(text) ? text.replaceAll(',', '') : text))
    return [...table.querySelectorAll('tbody tr[data-index]')].slice(0, 20).map(texts)
  })

test('the exported and the copied view are the rows, columns and order that are seen', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSample(page, LIST)
  await expect(
    page.getByRole('table', { name: 'Accounts' }).getByRole('rowheader'),
  ).not.toHaveCount(0)
  const seen = await seenRows(page)
  expect(seen).toHaveLength(20)
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export view' }).click()
  const records = readRecords(await readFile(await (await waiting).path(), 'utf8'))
  expect(records).toHaveLength(47)
  const heads = ['Account', 'Band', 'Score', 'ARR', 'Owner', 'Plan']
  expect([...(records[0]?.keys() ?? [])]).toEqual(heads)
  const rowOf = (texts: readonly (string | undefined)[]) =>
    texts.map((text, place) => (place === 2 ? Number(text).toFixed(1) : text))
  expect(records.slice(0, 20).map((row) => rowOf(heads.map((head) => row.get(head))))).toEqual(seen)
  await page.getByRole('checkbox', { name: 'Select all 47' }).check()
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByText('Copied: paste it into a spreadsheet.')).toBeVisible()
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n')
  expect(lines[0]?.split('\t')).toEqual(heads)
  expect(lines.slice(1, 21).map((line) => rowOf(line.split('\t')))).toEqual(seen)
})

test('on the overview the inbox is as tall as triage, opened too, and no line of triage wraps', async ({
  page,
}) => {
  await openSample(page, '#/overview')
  const triage = page.getByRole('region', { name: 'Accounts by value at risk and worsening' })
  const inbox = page.getByRole('region', { name: 'Needs attention' })
  await expect(inbox.locator('summary').first()).toBeVisible()
  const heights = () =>
    Promise.all([triage, inbox].map(async (part) => (await part.boundingBox())?.height ?? 0))
  const [tall = 0, beside = 0] = await heights()
  expect(Math.abs(tall - beside)).toBeLessThanOrEqual(8)
  await inbox.locator('summary').first().click()
  expect(await heights()).toEqual([tall, beside])
  const rows = await triage
    .locator('tbody tr')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height))
  expect(new Set(rows.map(Math.round)).size).toBe(1)
  expect(rows[0]).toBeLessThanOrEqual(36)
})

test('the head of each column of the list has room for its name and its arrow', async ({
  page,
}) => {
  await openSample(page, LIST.replace('sort=-score%2Cname', 'sort=-value'))
  const heads = page.getByRole('table', { name: 'Accounts' }).locator('thead th button')
  await expect(heads).toHaveCount(6)
  const cut = await heads.evaluateAll((buttons) =>
    buttons
      .filter((button) => button.scrollWidth > button.clientWidth)
      .map(({ textContent }) => textContent),
  )
  expect(cut).toEqual([])
})
