import { toAccountIndex, type Day } from '../../src/core/brand.ts'
import { asOf } from '../../src/core/history/as-of.ts'
import { positionsIn } from '../../src/core/history/positions.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { NO_BAND } from '../../src/core/score/sheet.ts'
import {
  ATTENTION_DEFAULTS,
  ATTENTION_KINDS,
  newlyFound,
  type AttentionDay,
  type AttentionItem,
  type Found,
} from '../../src/core/view/attention.ts'
import { readAttention } from '../../src/store/attention.ts'
import type { AttentionRecord } from '../../src/store/attention-record.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { SHOWN_ITEMS, type AttentionInbox } from '../protocol/attention.ts'
import { maybeNumber } from './cells.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const ORDER = [...ATTENTION_KINDS, 'stale'] as const

/**
 * What is new in the newest snapshot against the one before, both by the configuration in force, so that a new model raises nothing.
 * `view` is the newest one, compared with the one before, `then` that one; `today` decides what a person put off until now.
 */
export async function attentionOf(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  today: number,
): Promise<AttentionInbox | null> {
  if (!view.before || !view.scorer) return null
  const marks = orThrow(await readAttention(open.store, open.workspace.id))
  const fresh = await freshItems(open, view, then)
  const ids = new Set(fresh.map(({ id }) => id))
  const putOff = [...marks.values()].filter(isPutOff).filter(({ item }) => !ids.has(item.id))
  const all = [...fresh, ...putOff.map(({ item }) => item)]
  const isOpen = ({ id }: AttentionItem) => {
    const mark = marks.get(id)
    return !mark || (mark.state === 'snoozed' && mark.until <= today)
  }
  const shown = all.filter(isOpen)
  return {
    day: view.day,
    since: then.day,
    total: shown.length,
    items: shown.slice(0, SHOWN_ITEMS),
    snoozed: all.filter(({ id }) => (marks.get(id)?.until ?? 0) > today).length,
    done: fresh.filter(({ id }) => marks.get(id)?.state === 'done').length,
  }
}

const isPutOff = ({ state }: AttentionRecord): boolean => state === 'snoozed'

async function freshItems(open: OpenWorkspace, view: DayView, then: DayView) {
  const { attention = {} } = open.configuration ?? {}
  const thresholds = { ...ATTENTION_DEFAULTS, ...attention, riskBands: open.riskBands }
  const now = await attentionDay(open, view, thresholds.fall.days)
  const before = await attentionDay(open, then, thresholds.fall.days)
  const rows = view.before?.rows ?? new Int32Array(view.sheet.accounts.length).fill(-1)
  const found = newlyFound(now, before, rows, thresholds)
  const about = { view, then, fallDays: thresholds.fall.days, open }
  const items = [
    ...found.map((one) => itemOf(about, one)),
    ...staleSources(open, view.at, thresholds.staleDays),
  ]
  return items.sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      (b.value ?? 0) - (a.value ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
}

async function attentionDay(
  open: OpenWorkspace,
  view: DayView,
  days: number,
): Promise<AttentionDay> {
  const { sheet, renewals, day, at } = view
  const place = asOf(open.portfolio.history, at, days)
  const [past] = place === null ? [] : await open.restated.some([place])
  const moves = new Float64Array(sheet.shown.length).fill(NaN)
  if (past) {
    const rows = positionsIn(sheet.accounts, past.accounts)
    for (let row = 0; row < moves.length; row++) {
      const before = past.shown[rows[row] as number] ?? NaN
      moves[row] = Math.round((sheet.shown[row]! - before) * 10) / 10
    }
  }
  return { ...sheet, day, moves, renewals }
}

interface About {
  readonly open: OpenWorkspace
  readonly view: DayView
  readonly then: DayView
  readonly fallDays: number
}

function itemOf({ open, view, then, fallDays }: About, found: Found): AttentionItem {
  const { kind, row, rowBefore, flag } = found
  const account = view.sheet.accounts[row] as number
  const raised = flag === null ? undefined : open.configuration?.flags?.[flag]
  const renewal = view.renewals?.[row] ?? view.day
  return {
    id: [view.day, kind, account, raised?.id ?? ''].join('|'),
    day: view.day as Day,
    kind,
    account: toAccountIndex(account),
    name: view.names[row] as string,
    before: maybeNumber(then.sheet.shown[rowBefore]),
    after: maybeNumber(view.sheet.shown[row]),
    bandBefore: bandAt(then, rowBefore),
    bandAfter: bandAt(view, row),
    flag: raised ? labelOf(raised) : '',
    days: kind === 'renewal' ? renewal - view.day : kind === 'fell' ? fallDays : null,
    value: maybeNumber(view.values?.[row]),
  }
}

function bandAt({ sheet }: DayView, row: number): number | null {
  const band = sheet.bands[row] ?? NO_BAND
  return band === NO_BAND ? null : band
}

/** Sources whose newest delivery is older than it may be, and was not yet at the snapshot before. */
function staleSources(open: OpenWorkspace, at: number, staleDays: number): AttentionItem[] {
  const [now, before] = [agesAt(open, at), agesAt(open, at - 1)]
  const day = open.portfolio.manifests[at]!.day
  return [...now]
    .filter(([source, age]) => age > staleDays && !((before.get(source) ?? 0) > staleDays))
    .map(([source, age]) => ({
      id: [day, 'stale', source, ''].join('|'),
      day,
      kind: 'stale' as const,
      account: null,
      name: open.deliveries.findLast((one) => one.source === source)?.sourceName ?? source,
      before: null,
      after: null,
      bandBefore: null,
      bandAfter: null,
      flag: '',
      days: age,
      value: null,
    }))
}

/** By source, how many days old what a snapshot sees of it is. */
function agesAt(open: OpenWorkspace, at: number): Map<string, number> {
  const manifest = open.portfolio.manifests[at]
  return new Map(
    (manifest?.columns ?? []).map(({ source, asOf: day }) => [source, manifest!.day - day]),
  )
}
