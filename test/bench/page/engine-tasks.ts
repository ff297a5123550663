import { createEngine } from '../../../src/bridge/engine.ts'
import type { AccountsQuestion } from '../../../workers/protocol/accounts.ts'
import type { Engine } from '../../../workers/protocol/engine.ts'
import type { Look } from '../../../workers/protocol/look.ts'
import type { DimensionAnswer, DriftOf, SegmentsTable } from '../../../workers/protocol/segments.ts'
import { FILTER, modelWith } from './model.ts'
import { repeat, type Timing } from './timing.ts'

/** What a person does with a list, asked of the app's own engine as the page asks it: there and back. */
export type Ask = 'page' | 'filteredPage' | 'facets' | 'compare' | 'drift'

const SUBJECTS = ['band', 'segment', 'plan', 'owner', 'score', 'arr']
const WORST_FIRST = [{ by: 'score', direction: 'asc' }] as const
const ROWS = 50
const MONTHS = 12

/** No two runs ask the same, so that none finds its answer made. */
export async function ask(what: Ask, timing: Timing): Promise<number[]> {
  const { engine, look } = await openedEngine()
  const list: AccountsQuestion = {
    ...look,
    search: '',
    filter: '',
    sort: WORST_FIRST,
    columns: [],
    from: 0,
    count: ROWS,
  }
  const filterOf = (run: number) => `${FILTER} and logins_30d > ${run}`
  const asks: Record<Ask, (run: number) => Promise<{ readonly ok: boolean }>> = {
    page: (run) => engine.accounts({ ...list, from: run * ROWS }),
    filteredPage: (run) => engine.accounts({ ...list, filter: filterOf(run) }),
    facets: (run) => {
      const facets = SUBJECTS.map((subject) => ({ subject, filter: filterOf(run) }))
      return engine.facets({ ...look, search: '', facets, counts: [filterOf(run)] })
    },
    drift: async (run) => {
      const table = await engine.segments({ ...look, ...crossedBy(run) })
      return table.ok ? engine.drift({ ...look, ...driftOf(table.value), most: MONTHS }) : table
    },
    compare: (run) => {
      const configurations = [4, 1, 2].map((usage) => modelWith(usage + run / 100))
      return engine.draft('compare', { day: look.day, configurations, from: 0, count: ROWS })
    },
  }
  return repeat(timing, async (run) => {
    const answer = await asks[what](run)
    if (!answer.ok) throw new Error(`no answer to ${what}: ${JSON.stringify(answer)}`)
  })
}

/** A text by a number, in other buckets each time. */
const crossedBy = (run: number) => ({
  by: { subject: 'plan', cut: null },
  across: { subject: 'arr', cut: { way: 'counts', buckets: 5 + (run % 5) } as const },
})

function driftOf({ by, across }: SegmentsTable): DriftOf & { readonly across: DriftOf | null } {
  const known = ({ subject, segments }: DimensionAnswer) => ({ subject, segments })
  return { ...known(by), across: across && known(across) }
}

/** Of the newest snapshot, beside the one before where there is one. */
async function openedEngine(): Promise<{ engine: Engine; look: Look }> {
  const engine = createEngine({ onClosed: () => {} })
  const opened = await engine.open(null)
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  const [now, before] = opened.value.snapshots.slice(-2).reverse()
  if (!now) throw new Error('nothing is stored')
  return { engine, look: { day: now.day, since: before?.day ?? null, seen: 'recorded' } }
}
