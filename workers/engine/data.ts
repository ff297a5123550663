import type { DeliveryId } from '../../src/core/brand.ts'
import { rowReport } from '../../src/core/view/row-report.ts'
import { readPart, usedBytes } from '../../src/store/deliveries.ts'
import type { DataDetail, DeliverySummary } from '../protocol/data.ts'
import type { DeliveryRecord } from '../../src/store/records.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import { csvBlob } from '../csv-blob.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { OpenWorkspace } from './open-workspace.ts'

const SHOWN_PROBLEMS = 200

export async function dataOf(open: OpenWorkspace): Promise<DataDetail> {
  const at = open.portfolio.manifests.length - 1
  const sheet = at < 0 ? null : await open.scores.sheet(at)
  return {
    deliveries: open.deliveries.map(summaryOf),
    leftOut: sheet ? figuresOf(sheet, open.riskBands, null).leftOut : 0,
    storage: {
      usedBytes: orThrow(await usedBytes(open.store)),
      persisted: (await globalThis.navigator?.storage?.persisted?.()) ?? false,
    },
  }
}

/** What is wrong with the rows of one delivery, as CSV. */
export async function rowProblemsOf(
  { store, workspace, deliveries }: OpenWorkspace,
  delivery: DeliveryId,
): Promise<Blob> {
  const problems = orThrow(await readPart(store, workspace.id, delivery, 'problems'))
  const record = deliveries.find(({ id }) => id === delivery)
  return csvBlob(rowReport(problems, record?.problemCount ?? problems.length))
}

const summaryOf = (delivery: DeliveryRecord): DeliverySummary => ({
  id: delivery.id,
  fileName: delivery.fileName,
  bytes: delivery.bytes,
  sha256: delivery.sha256,
  source: delivery.sourceName,
  day: delivery.day,
  importedAt: delivery.importedAt,
  rows: delivery.rows,
  problems: delivery.problems.slice(0, SHOWN_PROBLEMS),
  problemCount: delivery.problemCount,
  storedBytes: delivery.storedBytes,
})
