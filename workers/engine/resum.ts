import { toCanonicalJson } from '../../src/core/model/canonical.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import { withEventSources } from '../../src/core/model/sources/event-sources.ts'
import type { EventColumn } from '../../src/core/source/event-plan.ts'
import { eventNoun, pluralOf } from '../../src/core/source/event-words.ts'
import { headerLabel } from '../../src/core/source/header-label.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { NewConfiguration } from '../../src/store/configurations.ts'
import type { DeliveryRecord } from '../../src/store/records.ts'
import { resum } from '../../src/store/resum.ts'
import { noteOfSums } from '../portfolio/note-of-sums.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { EventSource } from '../protocol/data.ts'
import { newVersion } from './configurations.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** The sources of events, as their newest deliveries say, in the order they first came. */
export const eventSourcesOf = ({ deliveries }: Pick<OpenWorkspace, 'deliveries'>): EventSource[] =>
  newestOfSources(deliveries).flatMap((newest) => {
    const { source, sourceName, plan, columns } = newest
    if (!plan.events) return []
    const united = deliveries.filter((delivery) => delivery.source === source)
    const id = plan.columns.find((column) => column.id === plan.events?.id)
    return {
      source,
      name: sourceName,
      files: united.length,
      rows: united.reduce((sum, delivery) => sum + delivery.rows.accepted, 0),
      noun: pluralOf(eventNoun(id?.header ?? '') ?? eventNoun(sourceName) ?? 'row'),
      isDated: plan.events.date !== null,
      columns: columns
        .filter(({ present }) => present > 0)
        .map(({ id, header, type }) => ({ id, label: headerLabel(header) || id, type })),
      sums: plan.events.columns,
    }
  })

/** Adds the kept rows of a source up otherwise, on all days; the configuration in force says so too. */
export async function resumEvents(
  open: OpenWorkspace,
  { source, sums, at }: { source: string; sums: readonly EventColumn[]; at: string },
): Promise<void> {
  const plans = newestOfSources(open.deliveries).map(({ plan }) =>
    plan.source === source && plan.events
      ? { ...plan, events: { ...plan.events, columns: sums } }
      : plan,
  )
  const configuration = await saying(open, plans, source)
  const workspace = open.workspace.id
  orThrow(await resum(open.store, { workspace, source, sums, at, configuration }))
}

const newestOfSources = (deliveries: readonly DeliveryRecord[]): readonly DeliveryRecord[] => [
  ...new Map(deliveries.map((delivery) => [delivery.source, delivery])).values(),
]

/** Null where none is in force, or it says so already, or cannot. */
async function saying(
  { configuration, current }: OpenWorkspace,
  plans: readonly ReadingPlan[],
  source: string,
): Promise<NewConfiguration | null> {
  if (!configuration || !current) return null
  const said = withEventSources(configuration, plans)
  if (said === configuration || !loads(said)) return null
  const name = plans.find((plan) => plan.source === source)?.sourceName ?? source
  return newVersion(said, noteOfSums(current.note, name))
}

const loads = (configuration: Configuration): boolean =>
  restoreConfiguration(toCanonicalJson(configuration)).ok
