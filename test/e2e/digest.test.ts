import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import type { TestInfo } from '@playwright/test'
import { LARGE_FILE } from '../../workers/protocol/importer.ts'
import { chooseFiles, expectRead, goTo, pressImport } from './support/steps.ts'
import { expect, test } from './support/test.ts'

test('a file that is digested on a thread of its own is known again by the SHA-256 of its bytes', async ({
  page,
}, testInfo) => {
  const path = await largeFile(testInfo)
  await page.goto('./')
  await chooseFiles(page, path)
  await expectRead(page)
  await pressImport(page)
  await goTo(page, 'Data')
  const delivery = page.getByRole('rowheader', { name: 'notes-2026-03-31.csv' })
  await expect(delivery).toHaveAttribute('title', new RegExp(`SHA-256 ${await sha256Of(path)}$`))
  expect(page.workers()).toHaveLength(1)
})

test('Cancel ends the thread that works the digest out', async ({ page }, testInfo) => {
  const path = await largeFile(testInfo)
  await page.goto('./')
  const third = page.waitForEvent('worker', () => page.workers().length > 2)
  await chooseFiles(page, path)
  await third
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => page.workers().length).toBe(1)
})

/** Few accounts with long notes. */
async function largeFile(testInfo: TestInfo): Promise<string> {
  const path = testInfo.outputPath('notes-2026-03-31.csv')
  const file = createWriteStream(path)
  file.write('Account ID,Logins,Note\n')
  for (let row = 0; file.bytesWritten + file.writableLength < LARGE_FILE; row++)
    if (!file.write(`A-${row},${row % 90},${`note ${row} `.repeat(3_000)}\n`))
      await once(file, 'drain')
  file.end()
  await once(file, 'finish')
  return path
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
