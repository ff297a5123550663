import type { DeliveryId } from '../../src/core/brand.ts'
import { rowReport } from '../../src/core/view/row-report.ts'
import { readPart } from '../../src/store/deliveries.ts'
import type { DeliveryRecord, StoredColumn } from '../../src/store/records.ts'
import { csvBlob } from '../csv-blob.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import { allProblems, problemPage, type Delivered, type TroubledColumn } from '../problem-lists.ts'
import type { ProblemPage, ProblemQuery } from '../protocol/problems.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** What is wrong with the rows of one delivery, as CSV. */
export async function rowProblemsOf(open: OpenWorkspace, delivery: DeliveryId): Promise<Blob> {
  const record = recordOf(open, delivery)
  const problems = allProblems(await deliveredBy(open, record, record.columns))
  return csvBlob(rowReport(problems, record.problemCount))
}

export async function problemPageOf(
  open: OpenWorkspace,
  delivery: DeliveryId,
  query: ProblemQuery,
): Promise<ProblemPage> {
  const record = recordOf(open, delivery)
  const isAsked = ({ index }: StoredColumn) =>
    query.column === null ? query.codes === null : query.column === index
  return problemPage(await deliveredBy(open, record, record.columns.filter(isAsked)), query)
}

function recordOf({ deliveries }: OpenWorkspace, delivery: DeliveryId): DeliveryRecord {
  const record = deliveries.find(({ id }) => id === delivery)
  if (!record) throw new Error(`invalid delivery: ${delivery}`)
  return record
}

async function deliveredBy(
  open: OpenWorkspace,
  record: DeliveryRecord,
  columns: readonly StoredColumn[],
): Promise<Delivered> {
  const { store, workspace } = open
  const troubled = columns.filter(({ unreadable }) => unreadable > 0)
  return {
    problems: orThrow(await readPart(store, workspace.id, record.id, 'problems')),
    lines: orThrow(await readPart(store, workspace.id, record.id, 'lines')),
    columns: await Promise.all(troubled.map((column) => troubledColumn(open, record, column))),
  }
}

async function troubledColumn(
  { store, workspace }: OpenWorkspace,
  { id, plan }: DeliveryRecord,
  { index, header }: StoredColumn,
): Promise<TroubledColumn> {
  return {
    index,
    header,
    column: orThrow(await readPart(store, workspace.id, id, `column:${index}`)),
    raw: orThrow(await readPart(store, workspace.id, id, `raw:${index}`)),
    missing: plan.columns.find((column) => column.index === index)?.missing ?? null,
  }
}
