import type { Day, WorkspaceId } from '../../src/core/brand.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import { knownSources } from '../../src/core/model/sources/event-sources.ts'
import type { ImportMemory } from '../../src/core/source/suggest-plan.ts'
import type { ColumnType } from '../../src/core/table/column.ts'
import { readChoices, type Choices } from '../../src/store/choices.ts'
import { currentConfiguration } from '../../src/store/configurations.ts'
import type { Store } from '../../src/store/database.ts'
import { listDeliveries } from '../../src/store/deliveries.ts'
import { readKeys } from '../../src/store/keys.ts'
import type { ConfigurationRecord, DeliveryRecord } from '../../src/store/records.ts'
import { orThrow } from '../portfolio/or-throw.ts'

/** What a workspace knows before a file comes. */
export interface WorkspaceMemory {
  readonly workspace: WorkspaceId | null
  readonly deliveries: readonly DeliveryRecord[]
  readonly choices: Choices
  readonly keys: readonly string[]
  readonly current: ConfigurationRecord | null
  readonly configuration: Configuration | null
}

/** Of no workspace there is nothing to wait for. */
export async function readMemory(
  opening: Store | Promise<Store>,
  workspace: WorkspaceId | null,
): Promise<WorkspaceMemory> {
  if (workspace === null) return { ...NOTHING_KNOWN, workspace }
  const store = await opening
  const [deliveries, choices, keys, current] = await Promise.all([
    listDeliveries(store, workspace).then(orThrow),
    readChoices(store, workspace).then(orThrow),
    readKeys(store, workspace).then(orThrow),
    currentConfiguration(store, workspace).then(orThrow),
  ])
  const restored = current && restoreConfiguration(current.text)
  const configuration = restored?.ok ? restored.value.configuration : null
  return { workspace, deliveries, choices, keys, current, configuration }
}

export const NOTHING_KNOWN = {
  deliveries: [],
  choices: { plans: [], types: new Map<string, ColumnType>() },
  keys: [],
  current: null,
  configuration: null,
}

export const importMemory = (
  { choices, configuration }: WorkspaceMemory,
  day: Day,
): ImportMemory => ({
  day,
  sources: knownSources(choices.plans, configuration?.sources ?? []),
  keyColumn: configuration?.account.key ?? null,
  types: new Map([...choices.types, ...Object.entries(configuration?.types ?? {})]),
})
