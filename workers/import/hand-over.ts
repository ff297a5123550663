import { transfer, type Remote } from 'comlink'
import { buffersOf } from '../portfolio/handed.ts'
import type { Heir } from '../portfolio/heir.ts'
import type { Published } from '../protocol/importer.ts'
import type { Reviewed } from './review.ts'

interface HandingOver {
  readonly reviewed: Reviewed
  readonly published: Published
  /** Of the configuration in force with the delivery. */
  readonly hash: string
}

/** Gives away what the review was made of. Nothing of it can be used here afterwards. */
export function handOver(heir: Remote<Heir>, { reviewed, published, hash }: HandingOver): void {
  const { staged, scored } = reviewed
  const { table, plan } = staged
  const shown = new Set(Object.values(plan.roles ?? {}).flat())
  const columns = plan.columns.flatMap(({ id, index }, place) =>
    table.columns[place] && (shown.has(id) || scored?.columns.has(id)) ? [index] : [],
  )
  const { workspace, delivery } = published
  const standing =
    scored?.delivery === delivery ? { hash, inputs: scored.inputs, sheet: scored.sheet } : null
  const legacy = { workspace, delivery, columns, scored: standing }
  void heir.take(transfer(legacy, [...buffersOf(standing)]))
}
