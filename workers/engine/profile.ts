import type { Day } from '../../src/core/brand.ts'
import { parseFormula } from '../../src/core/formula/parse.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { columnsReadBy } from '../../src/core/score/needs.ts'
import type { FactorScores, ScoreSheet } from '../../src/core/score/sheet.ts'
import { findingsOf, type ColumnFinding } from '../../src/core/view/column-findings.ts'
import { profileColumn, type ColumnProfile } from '../../src/core/view/column-profile.ts'
import type { Shift } from '../../src/core/view/column-shift.ts'
import { trustIn, type Evidence } from '../../src/core/view/confidence.ts'
import type { ManifestColumn } from '../../src/core/history/manifest.ts'
import type { DeliveryRecord } from '../../src/store/records.ts'
import type { Portfolio } from '../portfolio/portfolio.ts'
import type { ColumnHealth, DataProfile, FactorTrust } from '../protocol/profile.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const SHOWN_EXAMPLES = 20
const STALE_DAYS = 45

const made = new WeakMap<OpenWorkspace, Promise<DataProfile | null>>()

/** How good the data of the newest snapshot is; null without one. Made once for what is stored. */
export function profileOf(open: OpenWorkspace): Promise<DataProfile | null> {
  const known = made.get(open)
  if (known) return known
  const promise = makeProfile(open)
  made.set(open, promise)
  return promise
}

async function makeProfile(open: OpenWorkspace): Promise<DataProfile | null> {
  const at = open.portfolio.manifests.length - 1
  const manifest = open.portfolio.manifests[at]
  if (!manifest) return null
  const before = open.portfolio.manifests[at - 1] ?? null
  const sheet = await open.scores.scored(at)
  const sides: Sides = {
    // Columns of its own, one at a time: all of them need not be in memory together.
    portfolio: open.portfolio.apart(),
    at,
    rows: includedIn(sheet),
    rowsBefore: before ? includedIn(await open.scores.scored(at - 1)) : null,
  }
  const columns: ColumnHealth[] = []
  for (const column of manifest.columns) {
    const health = await healthOf(open, column, sides)
    if (health) columns.push(health)
  }
  return {
    day: manifest.day,
    since: before?.day ?? null,
    columns,
    factors: factorsOf(open, sheet, { columns, at, day: manifest.day }),
  }
}

interface Sides {
  readonly portfolio: Portfolio
  readonly at: number
  readonly rows: Uint32Array
  readonly rowsBefore: Uint32Array | null
}

const includedIn = ({ included }: ScoreSheet): Uint32Array =>
  Uint32Array.from(included.keys()).filter((row) => included[row] === 1)

async function healthOf(
  open: OpenWorkspace,
  column: ManifestColumn,
  sides: Sides,
): Promise<ColumnHealth | null> {
  const delivery = open.deliveries.find(({ id }) => id === column.delivery)
  const stored = delivery && storedAs(delivery, column)
  const now = await profileAt(sides, sides.at, column.id)
  if (!delivery || !stored || !now) return null
  const { id, label, type, asOf } = column
  const { rows, present, distinct, median, picture } = now
  const findings = findingsOf({
    now,
    before: await profileAt(sides, sides.at - 1, id),
    unreadable: stored.unreadable,
    asOf,
    isName: id === open.roles.name || (!column.events && isKey(delivery, column.index)),
    staleDays: staleDaysOf(open.configuration),
  })
  const { unreadable } = stored
  const counted = { rows, present, distinct, median, unreadable, picture, findings }
  const source = delivery.sourceName
  const examples = examplesOf(delivery, stored.header)
  const { index } = stored
  return { id, label, type, asOf, source, delivery: delivery.id, index, examples, ...counted }
}

/** What events come to is as readable as the column that they are summed up from. */
function storedAs(delivery: DeliveryRecord, { index, events }: ManifestColumn) {
  if (!events) return delivery.columns.find((column) => column.index === index)
  const from = delivery.plan.events?.columns[index]?.from ?? null
  const found = delivery.columns.find(({ id }) => id === from)
  return {
    unreadable: found?.unreadable ?? 0,
    header: found?.header ?? '',
    index: found?.index ?? -1,
  }
}

const isKey = ({ plan }: DeliveryRecord, index: number): boolean =>
  plan.key.by === 'column' && plan.key.index === index

export const staleDaysOf = (configuration: Configuration | null): number =>
  configuration?.attention?.staleDays ?? STALE_DAYS

async function profileAt(
  { portfolio, at: newest, rows, rowsBefore }: Sides,
  at: number,
  id: string,
): Promise<ColumnProfile | null> {
  const counted = at === newest ? rows : rowsBefore
  if (counted === null) return null
  const snapshot = await portfolio.load(at, [id])
  const column = snapshot.columns.get(id)
  const profile = column ? profileColumn(column, counted, snapshot.day) : null
  portfolio.release(at, [id])
  return profile
}

const examplesOf = ({ problems }: DeliveryRecord, header: string): ColumnHealth['examples'] =>
  problems
    .flatMap((problem) =>
      problem.code === 'unreadable-cell' && problem.column === header
        ? [{ line: problem.line, text: problem.text }]
        : [],
    )
    .slice(0, SHOWN_EXAMPLES)

interface Known {
  readonly columns: readonly ColumnHealth[]
  readonly at: number
  readonly day: Day
}

function factorsOf(open: OpenWorkspace, sheet: ScoreSheet, known: Known): FactorTrust[] {
  const { configuration } = open
  if (!configuration) return []
  return sheet.factors.flatMap((scores) => {
    const model = configuration.models[scores.model]
    const factor = model?.groups[scores.group]?.factors[scores.factor]
    if (!model || !factor) return []
    const { id, input } = factor
    const read = columnsOf(open, input, known)
    const shifted = read.find((column) => column.findings.some(isShift))
    const shift = shifted?.findings.find(isShift) ?? null
    const evidence: Evidence = {
      ...countsOf(sheet, scores),
      unreadable: Math.max(0, ...read.map(unreadableShare)),
      age: Math.max(0, ...read.map(({ asOf }) => known.day - asOf)),
      shift,
      staleDays: staleDaysOf(configuration),
    }
    const { staleDays: _, ...counted } = evidence
    return {
      ...counted,
      id,
      input,
      name: factor.name ?? id,
      model: { id: model.id, name: model.name ?? model.id },
      trust: trustIn(evidence),
      shift: shift && shifted ? { column: shifted.label, type: shifted.type, what: shift } : null,
    }
  })
}

const isShift = (finding: ColumnFinding): finding is Shift => finding.code.startsWith('shift-')

const unreadableShare = ({ unreadable, rows }: ColumnHealth): number =>
  rows === 0 ? 0 : unreadable / rows

/** The columns of the newest snapshot that an input reads, through derived ones too. */
function columnsOf(
  { portfolio, configuration }: OpenWorkspace,
  input: string,
  { columns, at }: Known,
): readonly ColumnHealth[] {
  const parsed = parseFormula(input)
  if (!parsed.ok) return []
  const read = columnsReadBy(parsed.value, configuration, portfolio.history, at).get(at)
  return columns.filter(({ id }) => read?.has(id))
}

function countsOf(sheet: ScoreSheet, { model, scores, filled, carried }: FactorScores) {
  const counts = { accounts: 0, measured: 0, carried: 0 }
  for (let row = 0; row < scores.length; row++) {
    if (sheet.models[row] !== model) continue
    counts.accounts++
    if (carried?.[row] === 1) counts.carried++
    else if (!Number.isNaN(scores[row]) && filled?.[row] !== 1) counts.measured++
  }
  return counts
}
