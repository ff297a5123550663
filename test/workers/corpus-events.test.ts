import { expect, test } from 'vitest'
import type { EventPlan } from '../../src/core/source/event-plan.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { Inspection } from '../../workers/protocol/review.ts'
import { proxy } from 'comlink'
import { hasShared, withoutShared } from '../shared.ts'
import { bytesOf } from './corpus/expected.ts'
import { corpusCases, type CorpusCase } from './corpus/manifest.ts'
import { importThread } from './support/threads.ts'
import {
  csv,
  day,
  emptyDatabase,
  ignoreProgress,
  importFile,
  look,
  openEngine,
  value,
} from './support/workspace.ts'

const MINUTE = 60_000
/** `HALE_ALL=1` goes through all of them. */
const EVERY = process.env['HALE_ALL'] ? 1 : 8

const oneOfEach = (cases: readonly CorpusCase[]): readonly CorpusCase[] => [
  ...new Map(cases.map((one) => [one.file, one])).values(),
]

const COUNT = { id: 'rows_of_it', label: 'Rows of it', aggregate: 'count', from: null } as const
const COUNTED: EventPlan = {
  date: null,
  id: null,
  through: null,
  columns: [{ ...COUNT, windowDays: null, where: null, empty: 0 }],
}

/** As somebody would say: each row happened to the account that its first column names, if nothing better is known. */
function asEvents({ plan, otherwise }: Inspection): ReadingPlan {
  if (plan.events) return plan
  const index = plan.columns.find(({ ignore }) => !ignore)?.index ?? 0
  const key =
    plan.key.by === 'column' ? plan.key : ({ by: 'column', index, rule: 'exact' } as const)
  const { key: other, events } = otherwise
  return events ? { ...plan, key: other, events } : { ...plan, key, events: COUNTED }
}

/** What became of a file beside a list of accounts: its refusal, or what does not add up. */
async function taken(corpus: CorpusCase): Promise<string> {
  await emptyDatabase()
  await importFile(csv('accounts 2026-01-31.csv', 'Account ID,Logins', 'a,1', 'b,2', '1,3'))
  const opening = await openEngine()
  const { workspace } = opening.opened
  opening.close()
  const { remote, close } = importThread()
  try {
    const hints = { workspace: workspace?.id ?? null, today: day('2026-06-15') }
    const name = corpus.file.split('/').at(-1)?.replace(/#.*/, '') ?? 'case.csv'
    const inspected = await remote.inspect(new File([new Uint8Array(bytesOf(corpus))], name), hints)
    if (!inspected.ok) return codes(inspected.problems)
    const { roles } = inspected.value
    const staged = await remote.stage(asEvents(inspected.value), roles, proxy(ignoreProgress))
    if (!staged.ok) return codes(staged.problems)
    const { rows, accepted, merged, rejected } = staged.value.rows
    if (rows !== accepted + merged + rejected) return `${rows} rows are not accounted for`
    const published = await remote.publish(proxy(ignoreProgress))
    return published.ok ? await shown(rows) : `${codes(published.problems)} of ${rows}`
  } finally {
    close()
  }
}

const codes = (problems: readonly { readonly code: string }[]): string =>
  `refused: ${problems.map(({ code }) => code).join(', ')}`

/** What the pages ask is answered, and the accounts of the list are all there. */
async function shown(rows: number): Promise<string> {
  const { engine, opened, close } = await openEngine()
  const newest = opened.snapshots.at(-1)
  const list = { search: '', sort: [], filter: '', columns: [], from: 0, count: 200 }
  const at = { ...look('2026-01-31'), day: newest?.day ?? day('2026-01-31') }
  value(await engine.overview(at))
  const page = value(await engine.accounts({ ...at, ...list }))
  const { deliveries, events } = value(await engine.data())
  close()
  if (deliveries.at(-1)?.rows.rows !== rows) return 'rows are stored otherwise'
  if (events.length !== 1) return 'no source of events'
  return page.rows.length >= 3 ? '' : `${page.rows.length} accounts are left`
}

/** What cannot be imported at all, with a sentence of its own on the page. */
const REFUSALS = /^refused: (no-rows( of 0)?|empty-file|not-text)$/

test.skipIf(!hasShared)(
  `files of other projects as events: none crashes, hangs or loses a row${hasShared ? '' : ` (${withoutShared})`}`,
  async () => {
    const cases = oneOfEach(corpusCases()).filter((_, place) => place % EVERY === 0)
    const odd: string[] = []
    for (const corpus of cases) {
      const from = performance.now()
      const what = await taken(corpus).catch((error: unknown) => `thrown: ${String(error)}`)
      const took = performance.now() - from
      if (took > 10_000) odd.push(`${corpus.id}: ${Math.round(took)} ms`)
      if (what !== '' && !REFUSALS.test(what)) odd.push(`${corpus.id}: ${what}`)
    }
    expect(odd).toEqual([])
  },
  8 * MINUTE,
)
