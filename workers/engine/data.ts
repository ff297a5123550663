import { usedBytes } from '../../src/store/deliveries.ts'
import type { DataDetail, DeliverySummary } from '../protocol/data.ts'
import type { DeliveryRecord } from '../../src/store/records.ts'
import { figuresOf } from '../../src/core/view/figures.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { OpenWorkspace } from './open-workspace.ts'
import { eventSourcesOf } from './resum.ts'

export async function dataOf(open: OpenWorkspace): Promise<DataDetail> {
  const at = open.portfolio.manifests.length - 1
  const sheet = at < 0 ? null : await open.scores.sheet(at)
  return {
    deliveries: open.deliveries.map(summaryOf),
    events: eventSourcesOf(open),
    leftOut: sheet ? figuresOf(sheet, open.riskBands, null).leftOut : 0,
    storage: {
      usedBytes: orThrow(await usedBytes(open.store)),
      persisted: (await globalThis.navigator?.storage?.persisted?.()) ?? false,
    },
  }
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
  countedRows: delivery.countedRows ?? delivery.rows.rows,
  problemCount: delivery.problemCount,
  storedBytes: delivery.storedBytes,
})
