import type { Day } from '../../src/core/brand.ts'
import { failure, success, type Result } from '../../src/core/problem.ts'
import type { AccountRow } from '../../workers/protocol/accounts.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { Figure } from '../../workers/protocol/figures.ts'
import type { Opened } from '../../workers/protocol/opened.ts'
import type { Overview } from '../../workers/protocol/overview.ts'
import { accountDetail, notScoredDetail } from './account-detail.ts'
import { facetsOf, listed, pageOf, urgency } from './fake-list.ts'
import { accountRows, configuration, NEWEST, opened } from './portfolio.ts'

const BANDS = configuration.bands.length

export interface FakeData {
  readonly opened: Opened
  readonly rows: readonly AccountRow[]
  /** Answers that a test wants to be others. */
  readonly answers: Partial<Engine>
}

/** An engine that answers from plain data, at once. Where it has no answer it fails as the store would. */
export function createFakeEngine(data: Partial<FakeData> = {}): Engine {
  const rows = data.rows ?? accountRows(215)
  const shown = data.opened ?? opened()
  const none = () =>
    Promise.resolve(failure({ code: 'storage-failed', message: 'not faked' } as const))
  const answer = <T>(value: T): Promise<Result<T>> => Promise.resolve(success(value))
  return {
    open: () => answer(shown),
    inherit: () => answer(null),
    overview: ({ day, since }) => answer(overviewOf(rows, day, since)),
    accounts: (question) => answer(pageOf(rows, question)),
    facets: (question) => answer(facetsOf(rows, question)),
    accountsFile: (question) =>
      answer({
        blob: new Blob([
          listed(rows, question)
            .map(({ key }) => key)
            .join('\n'),
        ]),
        fileName: `accounts.${question.format}`,
      }),
    account: (account) => {
      const row = rows.find((one) => one.account === account)
      if (!row) return none()
      return answer(row.score === null ? notScoredDetail(row) : accountDetail(row))
    },
    exportScores: () =>
      answer({ blob: new Blob(['account_id,score\n']), fileName: 'scores-2026-10-31.csv' }),
    undo: () =>
      shown.undo ? answer({ undone: shown.undo, opened: { ...shown, undo: null } }) : none(),
    restore: () => answer(shown),
    deleteSnapshot: (day) =>
      answer({
        ...shown,
        snapshots: shown.snapshots.filter((snapshot) => snapshot.day !== day),
        undo: { act: 'delete-snapshot', day },
      }),
    model: none,
    draft: none,
    keptDraft: () => answer(null),
    keepDraft: () => answer(null),
    segments: none,
    drift: none,
    deliveredCells: none,
    attention: () => answer(null),
    attend: none,
    thinning: none,
    thin: none,
    averageChange: none,
    behindAverage: none,
    accountHistory: none,
    movement: none,
    renewals: ({ day, since }) => answer(overviewOf(rows, day, since)),
    trends: none,
    data: none,
    profile: none,
    rowProblems: none,
    problemPage: none,
    readConfiguration: none,
    applyConfiguration: none,
    configurationVersion: none,
    revertConfiguration: none,
    exportConfiguration: none,
    backUp: none,
    setAside: none,
    bringBack: none,
    removeWorkspace: none,
    eraseEverything: none,
    resum: none,
    ...data.answers,
  }
}

const figure = (now: number | null, before: number | null): Figure => ({ now, before })
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

export function overviewOf(rows: readonly AccountRow[], day: Day, since: Day | null): Overview {
  const inBand = (band: number | null) => rows.filter((row) => row.band === band)
  const valueOf = (some: readonly AccountRow[]) => sum(some.map(({ value }) => value ?? 0))
  const scores = rows.flatMap(({ score }) => score ?? [])
  const before = (change: number, now: number) => (since === null ? null : now - change)
  const average = scores.length === 0 ? null : sum(scores) / scores.length
  return {
    day,
    since,
    versions: { before: since === null ? null : 4, after: 4 },
    historyVersions: Array.from({ length: 12 }, () => 4),
    accounts: figure(rows.length, before(3, rows.length)),
    averageScore: figure(average, average === null ? null : before(-1.4, average)),
    valueAtRisk: figure(valueOf(inBand(0)), before(310_000, valueOf(inBand(0)))),
    notScored: figure(inBand(null).length, before(-2, inBand(null).length)),
    leftOut: 0,
    bands: Array.from({ length: BANDS }, (_, band) => ({
      band,
      count: figure(inBand(band).length, before([4, 2, -1][band] ?? 0, inBand(band).length)),
      value: figure(valueOf(inBand(band)), null),
    })),
    triage: [...rows].sort((a, b) => urgency(b) - urgency(a)).slice(0, 12),
    distribution: distributionOf(rows),
    renewals: renewalsOf(rows),
  }
}

function distributionOf(rows: readonly AccountRow[]): Overview['distribution'] {
  const counts = Array.from({ length: 20 }, () => new Array<number>(BANDS).fill(0))
  for (const { score, band } of rows) {
    const step = counts[Math.min(19, Math.floor((score ?? 0) / 5))]
    if (band !== null && step) step[band] = (step[band] ?? 0) + 1
  }
  return { step: 5, counts }
}

function renewalsOf(rows: readonly AccountRow[]): Overview['renewals'] {
  return Array.from({ length: 6 }, (_, place) => {
    const month = (NEWEST + 1 + Math.round(place * 30.5)) as Day
    const due = rows.filter(
      ({ renewal }) => renewal !== null && renewal >= month && renewal < month + 30,
    )
    const split = (amount: (row: AccountRow) => number) =>
      [0, 1, 2, null].map((band) => sum(due.filter((row) => row.band === band).map(amount)))
    return { month, values: split(({ value }) => value ?? 0), counts: split(() => 1) }
  })
}
