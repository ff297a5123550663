import { buffersOf, type Handed } from '../portfolio/handed.ts'
import type { Published } from '../protocol/importer.ts'
import type { Reviewed } from './review.ts'

interface HandingOver {
  readonly reviewed: Reviewed
  readonly published: Published
  /** Of the configuration in force with the delivery. */
  readonly hash: string
}

/** Gives away what the review was made of. Nothing of it can be used here afterwards. */
export function handOver(heir: MessagePort, { reviewed, published, hash }: HandingOver): void {
  const { staged, numbered, scored } = reviewed
  const { table, plan } = staged
  const shown = new Set(Object.values(plan.roles ?? {}).flat())
  const columns = plan.columns.flatMap(({ id, index }, place) => {
    const typed = table.columns[place]
    return typed && (shown.has(id) || scored?.columns.has(id))
      ? [[index, typed.column] as const]
      : []
  })
  const { workspace, delivery } = published
  const handed: Handed = {
    workspace,
    delivery,
    accounts: numbered.accounts,
    columns: new Map(columns),
    scored:
      scored?.delivery === delivery ? { hash, inputs: scored.inputs, sheet: scored.sheet } : null,
  }
  heir.postMessage(handed, [...buffersOf(handed)])
  heir.close()
}
