import { toAccountIndex, type Day } from '../../src/core/brand.ts'
import { asOf } from '../../src/core/history/as-of.ts'
import { positionsIn } from '../../src/core/history/positions.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { NO_BAND } from '../../src/core/score/sheet.ts'
import { byCodePoint } from '../../src/core/table/code-point-order.ts'
import {
  ATTENTION_DEFAULTS,
  ATTENTION_KINDS,
  newlyFound,
  type AttentionDay,
  type AttentionItem,
  type Found,
} from '../../src/core/view/attention.ts'
import type { AttentionRecord } from '../../src/store/attention-record.ts'
import { GROUP_ITEMS, type AttentionGroup, type AttentionInbox } from '../protocol/attention.ts'
import { maybeNumber } from './cells.ts'
import type { DayView } from './day-view.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const ORDER = [...ATTENTION_KINDS, 'stale'] as const

/**
 * What is new in the newest snapshot against the one before, both by the configuration in force, so that a new model raises nothing.
 * `view` is the newest one, compared with the one before, `then` that one; `marks` are what a person did, `today` decides what was put
 * off until now.
 */
export async function attentionOf(
  open: OpenWorkspace,
  view: DayView,
  then: DayView,
  {
    marks,
    today,
  }: { readonly marks: ReadonlyMap<string, AttentionRecord>; readonly today: number },
): Promise<AttentionInbox | null> {
  if (!view.before || !view.scorer) return null
  const fresh = await freshItems(open, view, then)
  const ids = new Set(fresh.map(({ id }) => id))
  const putOff = [...marks.values()].filter(isPutOff).filter(({ item }) => !ids.has(item.id))
  const all = [...fresh, ...putOff.map(({ item }) => item)]
  const isOpen = ({ id }: AttentionItem) => {
    const mark = marks.get(id)
    return !mark || (mark.state === 'snoozed' && mark.until <= today)
  }
  const shown = all.filter(isOpen).sort(byUrgency)
  return {
    day: view.day,
    since: then.day,
    total: shown.length,
    groups: groupsOf(shown),
    snoozed: all.filter(({ id }) => (marks.get(id)?.until ?? 0) > today).length,
    done: fresh.filter(({ id }) => marks.get(id)?.state === 'done').length,
  }
}

/** A raised flag is a matter of its own; what was cleared is good news of one kind. */
const flagApart = ({ kind, flag }: AttentionItem): string => (kind === 'flag-raised' ? flag : '')

/** By kind, of raised flags by flag, then the greatest value first. */
const byUrgency = (a: AttentionItem, b: AttentionItem): number =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
  byCodePoint(flagApart(a), flagApart(b)) ||
  (b.value ?? 0) - (a.value ?? 0) ||
  (a.id < b.id ? -1 : 1)

function groupsOf(sorted: readonly AttentionItem[]): AttentionGroup[] {
  const alike = new Map<string, AttentionItem[]>()
  for (const item of sorted) {
    const name = `${item.kind}|${flagApart(item)}`
    const group = alike.get(name)
    if (group) group.push(item)
    else alike.set(name, [item])
  }
  return [...alike.values()].map((items) => {
    const values = items.flatMap(({ value }) => (value === null ? [] : [value]))
    return {
      kind: items[0]!.kind,
      flag: flagApart(items[0]!),
      total: items.length,
      value: values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null,
      items: items.slice(0, GROUP_ITEMS),
    }
  })
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
  return [
    ...found.map((one) => itemOf(about, one)),
    ...staleSources(open, view.at, thresholds.staleDays),
  ]
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
    name: view.nameAt(row),
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
