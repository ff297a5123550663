import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import Papa from 'papaparse'
import { expect } from './test.ts'

/** What people do, by the names that they see. */

export type ChosenFile =
  string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

export const csvFile = (name: string, text: string | Buffer): ChosenFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text as string),
})

export async function chooseFiles(page: Page, ...files: ChosenFile[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles(files as string[])
}

export async function importFile(page: Page, file: ChosenFile, day?: string): Promise<void> {
  await chooseFiles(page, file)
  if (day) await page.getByLabel('Snapshot date').fill(day)
  await pressImport(page)
}

/** Drops files on the window, as from a file manager. */
export async function dropFiles(page: Page, ...files: { name: string; text: string }[]) {
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, text } of all) transfer.items.add(new File([text], name))
    return transfer
  }, files)
  await page.dispatchEvent('body', 'dragenter', { dataTransfer })
  await expect(page.getByText('Drop to look at it')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer })
}

/** What the foot of the review counts, by its words, once the whole file was read. */
export async function reviewCounts(page: Page): Promise<Record<string, number>> {
  await expectRead(page)
  const counts = page.getByLabel('What Import does').locator('dl > div')
  const pairs = await counts.evaluateAll((divs) =>
    divs.map((div) => [
      div.querySelector('dt')?.textContent.trim() ?? '',
      Number(div.querySelector('dd')?.textContent.replaceAll(/\D/g, '')),
    ]),
  )
  return Object.fromEntries(pairs) as Record<string, number>
}

export async function expectRead(page: Page): Promise<void> {
  await expect(page.getByText('The file is read', { exact: true })).toBeAttached()
}

/** The cells of a table's body, row by row. */
export async function rowsOf(table: Locator): Promise<string[][]> {
  await expect(table.locator('tbody tr').first()).toBeVisible()
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    )
}

/** Waits for the review to have read the whole file, presses Import, and waits for what follows it. */
export async function pressImport(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Import', exact: true })
  await button.click()
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
}

export async function applyConfiguration(page: Page, file: ChosenFile): Promise<void> {
  await chooseFiles(page, file)
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Apply', exact: true })).toBeHidden()
}

export async function goTo(
  page: Page,
  name: 'Overview' | 'Accounts' | 'Segments' | 'Trends' | 'Model' | 'Data',
): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name, exact: true })
    .click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

export async function download(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  return (await waiting).path()
}

export const downloadText = async (page: Page, button: string): Promise<string> =>
  readFile(await download(page, button), 'utf8')

export async function exportScores(page: Page): Promise<string> {
  await goTo(page, 'Accounts')
  return downloadText(page, 'Export scores')
}

/** `[key, score]` of every account, as the export has them. */
export async function exportedScores(page: Page) {
  const records = readRecords(await exportScores(page))
  return records.map((row) => [row.get('account_id'), row.get('score')])
}

/** The rows of a CSV as records by header, read by a parser that is not the page's own way. */
export function readRecords(csv: string): Map<string, string>[] {
  const [headers = [], ...rows] = Papa.parse<string[]>(csv.trimEnd()).data
  return rows.map((cells) => new Map(headers.map((header, index) => [header, cells[index] ?? ''])))
}
