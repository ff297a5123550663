import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
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

export async function exportScores(page: Page): Promise<string> {
  await goTo(page, 'Accounts')
  return readFile(await download(page, 'Export scores'), 'utf8')
}

/** The rows of a CSV as records by header. For files whose cells are plain. */
export function readRecords(csv: string): Map<string, string>[] {
  const [head = '', ...lines] = csv.trimEnd().split(/\r?\n/)
  const headers = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return new Map(headers.map((header, index) => [header, cells[index] ?? '']))
  })
}
