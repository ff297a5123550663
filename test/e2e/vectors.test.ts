import { readdirSync, readFileSync } from 'node:fs'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'
import { applyConfiguration, exportScores, importFile, readRecords } from './support/steps.ts'
import { expect, test } from './support/test.ts'

/** Answers that were computed independently of this project, against what a person gets who uses the page. */
test.describe('exported scores equal the reference', () => {
  test.skip(!hasShared, withoutShared)
  for (const name of hasShared ? readdirSync(sharedPath('vectors')) : []) {
    if (name.includes('.')) continue
    test(name, async ({ page }) => {
      const folder = sharedPath(`vectors/${name}`)
      await page.goto('./')
      await applyConfiguration(page, `${folder}/config.json`)
      for (const file of readdirSync(folder).filter(isSnapshot).sort())
        await importFile(page, `${folder}/${file}`)
      compare(await exportScores(page), readFileSync(`${folder}/expected.csv`, 'utf8'))
    })
  }
})

const isSnapshot = (file: string): boolean => /^\d{4}-\d\d-\d\d\.csv$/.test(file)

/** Under other names in the reference than in the export. */
const RENAMED: Record<string, string> = { exact: 'score_exact', raw: 'score_raw' }
const TEXTS = new Set(['band', 'model', 'flags'])

function compare(exported: string, expected: string): void {
  const found = new Map(readRecords(exported).map((record) => [[...record.values()][0], record]))
  const wanted = readRecords(expected)
  expect(found.size).toBe(wanted.length)
  for (const record of wanted) {
    const row = found.get(record.get('key') as string) as Map<string, string>
    for (const [column, text] of record) {
      if (column === 'key') continue
      const cell = row.get(RENAMED[column] ?? column) ?? row.get(`factor:${column}`)
      const where = `${record.get('key')} ${column}`
      if (text === '' || cell === '' || TEXTS.has(column)) expect(cell, where).toBe(text)
      else expect(Math.abs(Number(cell) - Number(text)), where).toBeLessThan(toleranceOf(column))
    }
  }
}

const toleranceOf = (column: string): number =>
  column === 'score' ? 1e-12 : column in RENAMED ? 1e-9 : 1e-6
