import { describe, expect, it } from 'vitest'
import { exportScores } from '../../src/core/view/export-scores.ts'
import { hasShared, withoutShared } from '../shared.ts'
import { parse } from '../support/plain-history.ts'
import { readVector, vectorNames, type Vector } from '../support/vectors.ts'

describe.skipIf(!hasShared)(
  `the exported scores are those of the reference${hasShared ? '' : ` (${withoutShared})`}`,
  () => {
    it('in all twelve cases', () => {
      expect(vectorNames).toHaveLength(12)
    })

    it.each(vectorNames)('%s', (name) => {
      const vector = readVector(name)
      expect(differences(vector.expected, exportOf(vector))).toEqual([])
    })
  },
)

function exportOf({ scorer, keys }: Vector): string {
  const sheet = scorer.sheet(scorer.history.length - 1)
  const rows = Array.from(sheet.accounts, (account) => keys[account] as string)
  return [...exportScores(scorer.configuration, sheet, { keys: rows, names: rows })].join('')
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
