import type { Dialect } from '../../../src/core/file/dialect.ts'
import { bytesOf, expectationOf, type Expectation } from './expected.ts'
import { firstDifference, sameGrid, type Grid } from './grid.ts'
import type { CorpusCase } from './manifest.ts'
import { readCase, type Reading } from './read-case.ts'

/** `told`: as stated, once a person has chosen in the review what the collection tells its own readers. */
export type Verdict = 'same' | 'told' | 'different' | 'refused'

export interface Judged {
  readonly id: string
  readonly collection: string
  readonly by: Expectation['by']
  readonly verdict: Verdict
  /** The code of a refusal, or where the cells part. */
  readonly detail: string
  /** Rows that the reading does not account for. */
  readonly lost: number
}

export async function judge(corpus: CorpusCase): Promise<Judged> {
  const expectation = expectationOf(corpus)
  const bytes = bytesOf(corpus)
  const name = corpus.file.includes('#') ? 'case.csv' : (corpus.file.split('/').at(-1) ?? '')
  const first = await readCase(bytes, name)
  const told = isAs(first, expectation) ? null : await readTold(bytes, name, expectation)
  const { id, collection } = corpus
  return {
    id,
    collection,
    by: expectation.by,
    verdict: isAs(first, expectation) ? 'same' : told ? 'told' : first.ok ? 'different' : 'refused',
    detail: told ? '' : detailOf(first, expectation.grid),
    lost: first.ok ? lostRows(first.value.staged.table) : 0,
  }
}

const isAs = (reading: Reading, { grid, isHeadOnly }: Expectation): boolean => {
  if (!reading.ok || grid === null) return false
  return sameGrid(isHeadOnly ? reading.value.grid.slice(0, 1) : reading.value.grid, grid)
}

/** What a person can choose: what the collection tells, and that no row has names. */
async function readTold(bytes: Uint8Array, name: string, expectation: Expectation) {
  const { told } = expectation
  const choices: readonly Partial<Dialect>[] = [
    ...(Object.keys(told).length > 0 ? [told] : []),
    { ...told, headerLine: null },
  ]
  for (const choice of choices) {
    const reading = await readCase(bytes, name, choice)
    if (isAs(reading, expectation)) return reading
  }
  return null
}

function detailOf(reading: Reading, grid: Grid | null): string {
  if (!reading.ok) return reading.problems.map(({ code }) => code).join(', ')
  return grid ? firstDifference(reading.value.grid, grid) : 'no grid is stated'
}

interface Accounts {
  readonly rows: number
  readonly rejected: number
  readonly countedRows: number
}

const lostRows = (table: Partial<Accounts>): number =>
  (table.countedRows ?? 0) - (table.rows ?? 0) - (table.rejected ?? 0)
