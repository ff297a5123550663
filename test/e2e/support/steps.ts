import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
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

/** The rows of a CSV as records by header, read by a parser that is not the page's own way. */
export function readRecords(csv: string): Map<string, string>[] {
  const [headers = [], ...rows] = Papa.parse<string[]>(csv.trimEnd()).data
  return rows.map((cells) => new Map(headers.map((header, index) => [header, cells[index] ?? ''])))
}
