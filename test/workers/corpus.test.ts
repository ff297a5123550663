import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { hasShared, withoutShared } from '../shared.ts'
import { judge, type Judged } from './corpus/judge.ts'
import { corpusCases } from './corpus/manifest.ts'
import { reasonOf } from './corpus/reasons.ts'
import { corpusReport } from './corpus/report.ts'

const README = fileURLToPath(new URL('../fixtures/README.md', import.meta.url))
const START = '<!-- corpus -->\n'
const END = '\n<!-- /corpus -->'
const MINUTE = 60_000

if (!hasShared) console.warn(`Files of other projects: ${withoutShared}`)

test.skipIf(!hasShared)(
  'every file of the corpus reads as the README tells, and no row of it is lost unsaid',
  async () => {
    const judged: Judged[] = []
    for (const corpus of corpusCases()) judged.push(await judge(corpus))
    expect(judged.filter(({ lost }) => lost !== 0)).toEqual([])
    const others = judged.filter(({ verdict }) => verdict === 'different' || verdict === 'refused')
    expect(others.filter(({ id }) => reasonOf(id) === null)).toEqual([])
    expect(told(corpusReport(judged))).toBe(corpusReport(judged))
  },
  5 * MINUTE,
)

/** What the README tells. `HALE_WRITE=1 npm run unit -- test/workers/corpus.test.ts` writes it anew. */
function told(report: string): string {
  const text = readFileSync(README, 'utf8')
  const [from, to] = [text.indexOf(START) + START.length, text.indexOf(END)]
  if (!process.env['HALE_WRITE']) return text.slice(from, to)
  writeFileSync(README, text.slice(0, from) + report + text.slice(to))
  return report
}
