import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { restoreConfiguration } from '../../src/core/model/restore.ts'
import { createScorer } from '../../src/core/score/scorer.ts'
import { exportScores } from '../../src/core/view/export-scores.ts'
import { hasShared, sharedPath, withoutShared } from '../shared.ts'
import { parse, plainHistory, type PlainFile } from '../support/plain-history.ts'

// Inputs with the answers of an independent reference, which a second implementation confirmed.
const cases = hasShared
  ? readdirSync(sharedPath('vectors')).filter((name) => !name.includes('.'))
  : []

describe.skipIf(!hasShared)(
  `the exported scores are those of the reference${hasShared ? '' : ` (${withoutShared})`}`,
  () => {
    it('in all twelve cases', () => {
      expect(cases).toHaveLength(12)
    })

    it.each(cases)('%s', (name) => {
      const folder = sharedPath(`vectors/${name}`)
      const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')
      const files = readdirSync(folder)
        .filter((file) => /^\d{4}-\d\d-\d\d\.csv$/.test(file))
        .sort()
        .map((file) => ({ day: file.slice(0, 10), text: read(file) }))
      expect(differences(read('expected.csv'), exportOf(read('config.json'), files))).toEqual([])
    })
  },
)

function exportOf(config: string, files: readonly PlainFile[]): string {
  const restored = restoreConfiguration(config)
  if (!restored.ok) throw new Error(`invalid configuration: ${JSON.stringify(restored.problems)}`)
  const { configuration } = restored.value
  const { history, keys } = plainHistory(files, configuration.types)
  const sheet = createScorer(configuration, history).sheet(history.length - 1)
  const rows = Array.from(sheet.accounts, (account) => keys[account] as string)
  return [...exportScores(configuration, sheet, { keys: rows, names: rows })].join('')
}

/** Under other names in the reference than in the export. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['exact', 'score_exact'],
  ['raw', 'score_raw'],
  ...['score', 'band', 'coverage', 'model', 'flags'].map((name) => [name, name] as const),
])
const TOLERANCES: ReadonlyMap<string, number> = new Map([
  ['score', 0],
  ['exact', 1e-9],
  ['raw', 1e-9],
])
const TEXTS = ['band', 'model', 'flags']

function differences(expected: string, exported: string): string[] {
  const [wanted, found] = [recordsOf(expected), recordsOf(exported)]
  const extra = [...found.keys()].filter((key) => !wanted.has(key)).map((key) => `${key} too many`)
  const different = [...wanted].flatMap(([key, cells]) =>
    [...cells].flatMap(([column, cell]) => {
      const other = found.get(key)?.get(RENAMED.get(column) ?? `factor:${column}`)
      return isSame(column, cell, other) ? [] : [`${column} of ${key}: ${other}, not ${cell}`]
    }),
  )
  return [...extra, ...different]
}

function isSame(column: string, cell: string, other: string | undefined): boolean {
  if (cell === '' || other === '' || other === undefined || TEXTS.includes(column))
    return cell === other
  return Math.abs(Number(cell) - Number(other)) <= (TOLERANCES.get(column) ?? 1e-6)
}

/** By the first column, which is left out. */
function recordsOf(csv: string): Map<string, Map<string, string>> {
  const [[, ...headers] = [], ...rows] = parse(csv)
  return new Map(
    rows.map(([key = '', ...cells]) => [
      key,
      new Map(headers.map((header, i) => [header, cells[i] ?? ''])),
    ]),
  )
}
