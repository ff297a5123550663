import type { AccountIndex, Day } from '../../src/core/brand.ts'
import { findAccount } from '../../src/core/history/recorded.ts'
import type { Snapshot } from '../../src/core/history/snapshot.ts'
import type { ScoreSheet } from '../../src/core/score/sheet.ts'
import type { Scorer } from '../../src/core/score/scorer.ts'
import type { PlayedRoles } from '../../src/core/source/plan.ts'
import { byCodePoint } from '../../src/core/table/code-point-order.ts'
import type { Column } from '../../src/core/table/column.ts'
import { fold } from '../../src/core/table/fold.ts'
import { textAt, textsOf } from '../../src/core/table/texts.ts'
import { changesOf, type Before } from '../../src/core/view/changes.ts'
import { figuresOf, type PortfolioFigures } from '../../src/core/view/figures.ts'
import { inTermsOf } from '../../src/core/view/in-terms-of.ts'
import type { AccountKeys } from '../../src/store/keys.ts'
import type { Scores } from '../portfolio/scores.ts'
import type { Look, Seen, Versions } from '../protocol/look.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** The snapshot that the view is compared with. */
interface BeforeView extends Before {
  readonly at: number
  readonly day: Day
  readonly sheet: ScoreSheet
  readonly scorer: Scorer | null
  /** Of the configuration that scores it; 0 where there is none. */
  readonly version: number
  /** That snapshot under the configuration of the one that is looked at: what differs is the data. */
  readonly alike: ScoreSheet
}

interface Parts {
  readonly at: number
  readonly seen: Seen
  readonly day: Day
  readonly snapshot: Snapshot
  readonly sheet: ScoreSheet
  readonly scores: Scores
  readonly scorer: Scorer | null
  readonly version: number
  readonly before: BeforeView | null
  /** By account, not by row. */
  readonly accountKeys: AccountKeys
  readonly roles: PlayedRoles
}

/**
 * One snapshot as its pages see it: the scores, and the columns that play a part, all aligned with `sheet.accounts`, beside the
 * snapshot it is compared with. The sheets speak of bands, models and flags as the configuration in force does; `scorer` is of the
 * configuration that scores the snapshot.
 * Names on screen come from here and nowhere else, so that they can be masked in one place.
 */
export class DayView {
  readonly at: number
  readonly seen: Seen
  readonly day: Day
  readonly snapshot: Snapshot
  readonly sheet: ScoreSheet
  /** Those of the configuration that scores the snapshot. */
  readonly scores: Scores
  readonly scorer: Scorer | null
  readonly version: number
  readonly before: Parts['before']
  readonly values: Float64Array | null
  readonly renewals: Int32Array | null
  /** Shown score less the one before; NaN where either is missing. */
  readonly changes: Float64Array
  /** Orders that were asked for, by what they sort. */
  readonly orders = new Map<string, Uint32Array>()
  /** Expressions that were asked for, and what they come to. */
  readonly expressions = new Map<string, Promise<Column>>()
  readonly #accountKeys: AccountKeys
  readonly #nameColumn: Column | null
  readonly #ownerColumn: Column | null
  #keys: readonly string[] | null = null
  #names: readonly string[] | null = null
  #keyRanks: Uint32Array | null = null
  #folded: readonly (readonly string[])[] | null = null
  #everybody: PortfolioFigures | null = null

  constructor(parts: Parts) {
    const { at, seen, day, snapshot, sheet, scores, scorer, version, before, roles } = parts
    this.at = at
    this.seen = seen
    this.day = day
    this.snapshot = snapshot
    this.sheet = sheet
    this.scores = scores
    this.scorer = scorer
    this.version = version
    this.before = before
    this.#accountKeys = parts.accountKeys
    const named = (id: string | undefined) =>
      id === undefined
        ? null
        : (snapshot.columns.get(id) ?? scorer?.evaluator.column(id, at) ?? null)
    this.#nameColumn = named(roles.name)
    this.#ownerColumn = named(roles.owner)
    this.values = numbersOf(named(roles.value))
    this.renewals = daysOf(named(roles.renewal))
    this.changes = changesOf(sheet, before)
  }

  /** Of the configurations that scored this snapshot and the one it is compared with. */
  get versions(): Versions {
    return { before: this.before?.version ?? null, after: this.version }
  }

  /** How many accounts it has. */
  get length(): number {
    return this.sheet.accounts.length
  }

  keyAt(row: number): string {
    return this.#accountKeys.at(this.sheet.accounts[row] as number)
  }

  /** The key where there is no name. */
  nameAt(row: number): string {
    return (this.#nameColumn && textAt(this.#nameColumn, row)) || this.keyAt(row)
  }

  /** Null where nobody is named. */
  ownerAt(row: number): string | null {
    return (this.#ownerColumn && textAt(this.#ownerColumn, row)) || null
  }

  /** Of all rows, once a list or a search needs them: a string for each of a million accounts takes its time and memory. */
  get keys(): readonly string[] {
    return (this.#keys ??= Array.from(this.sheet.accounts, (_, row) => this.keyAt(row)))
  }

  get names(): readonly string[] {
    return (this.#names ??= this.#nameColumn
      ? textsOf(this.#nameColumn).map((name, row) => name || this.keyAt(row))
      : this.keys)
  }

  /** The place of each account among all by key, in byte order. */
  get keyRanks(): Uint32Array {
    return (this.#keyRanks ??= ranksOf(this.keys))
  }

  /** Names and keys as a search compares them. */
  get folded(): readonly (readonly string[])[] {
    return (this.#folded ??= [this.names, this.keys].map((texts) => texts.map(fold)))
  }

  /** The figures of all accounts. */
  everybody(risk: readonly boolean[]): PortfolioFigures {
    return (this.#everybody ??= figuresOf(this.sheet, risk, this.values))
  }

  /** The row of an account, -1 where it is not in this snapshot. */
  rowOf(account: AccountIndex): number {
    return findAccount(this.sheet.accounts, account)
  }
}

/** Null where there is no snapshot of that day. A day to compare with that has none, or comes later, is passed over. */
export async function viewDay(
  open: OpenWorkspace,
  { day, since, seen }: Look,
): Promise<DayView | null> {
  const at = open.portfolio.at(day)
  if (at < 0) return null
  const { roles } = open
  const sinceAt = since === null ? -1 : open.portfolio.at(since)
  if (sinceAt >= 0 && sinceAt < at) void readAhead(open, [at, sinceAt], seen).catch(() => {})
  const { sheet, scorer, version, scores } = await scoredAt(open, at, seen)
  const snapshot = await open.portfolio.load(at, roleColumns(roles))
  await Promise.all(roleColumns(roles).map((id) => open.scores.column(id, at)))
  return new DayView({
    at,
    seen,
    day,
    snapshot,
    sheet,
    scores,
    scorer,
    version,
    before:
      sinceAt < 0 || sinceAt >= at ? null : await viewBefore(open, { at, sinceAt, seen }, scores),
    accountKeys: open.keys,
    roles,
  })
}

interface ScoredDay {
  readonly version: number
  readonly scores: Scores
  readonly scorer: Scorer | null
  readonly sheet: ScoreSheet
}

async function scoredAt(open: OpenWorkspace, at: number, seen: Seen): Promise<ScoredDay> {
  const recorded = seen === 'recorded' ? await open.recorded.version(at) : null
  const scores = recorded?.scores ?? open.scores
  const version = open.past.alike((recorded?.record ?? open.current)?.version ?? 0)
  const [sheet, scorer] = [await scores.sheet(at), await scores.scorerAt(at)]
  const scored = { version, scores, scorer }
  if (!recorded || !open.configuration || scores === open.scores) return { ...scored, sheet }
  return { ...scored, sheet: inTermsOf(sheet, recorded.configuration, open.configuration) }
}

/** The store reads what comes next while the first day is scored. What cannot be read is said where it is needed. */
async function readAhead(open: OpenWorkspace, places: readonly number[], seen: Seen) {
  for (const at of places) {
    const recorded = seen === 'recorded' ? await open.recorded.version(at) : null
    void (recorded?.scores ?? open.scores).scorerAt(at).catch(() => {})
  }
}

/** Both configurations score both snapshots: what the model did to a change is found between them. */
async function viewBefore(
  open: OpenWorkspace,
  { at, sinceAt, seen }: { readonly at: number; readonly sinceAt: number; readonly seen: Seen },
  scoresNow: Scores,
): Promise<BeforeView> {
  const { version, scores, scorer, sheet } = await scoredAt(open, sinceAt, seen)
  const alike = await scoresNow.sheet(sinceAt)
  if (scores !== scoresNow) await scores.scorerAt(at)
  const { value } = open.roles
  const { day, columns } = await open.portfolio.load(sinceAt, value === undefined ? [] : [value])
  const values = numbersOf(value === undefined ? undefined : columns.get(value))
  const rows = open.portfolio.positions(at, sinceAt)
  return { at: sinceAt, day, sheet, scorer, version, alike, values, rows }
}

const roleColumns = (roles: PlayedRoles): string[] =>
  [roles.name, roles.value, roles.renewal, roles.owner].filter((id) => id !== undefined)

function ranksOf(keys: readonly string[]): Uint32Array {
  const order = Uint32Array.from(keys, (_, row) => row)
  order.sort((a, b) => byCodePoint(keys[a] as string, keys[b] as string))
  const ranks = new Uint32Array(keys.length)
  order.forEach((row, rank) => (ranks[row] = rank))
  return ranks
}

const numbersOf = (values: Column | null | undefined): Float64Array | null =>
  values?.type === 'number' ? values.values : null

const daysOf = (days: Column | null): Int32Array | null =>
  days?.type === 'date' ? days.values : null
