import type { Day, WorkspaceId } from '../../src/core/brand.ts'
import type {
  Configuration,
  SourceColumn,
  SourceDefinition,
} from '../../src/core/model/configuration.ts'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import { toColumnIds } from '../../src/core/file/column-ids.ts'
import {
  rememberPlan,
  type RememberedColumn,
  type RememberedSource,
} from '../../src/core/source/remembered.ts'
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

export function importMemory({ choices, configuration }: WorkspaceMemory, day: Day): ImportMemory {
  const described = (configuration?.sources ?? []).filter(({ grain }) => grain === 'account')
  return {
    day,
    sources: [...choices.plans.map(rememberPlan), ...described.map(describedSource)],
    keyColumn: configuration?.account.key ?? null,
    types: new Map([...choices.types, ...Object.entries(configuration?.types ?? {})]),
  }
}

function describedSource(source: SourceDefinition): RememberedSource {
  const columns = (source.columns ?? []).map(describedColumn)
  const named = columns.map(([header]) => header)
  return {
    source: source.id,
    sourceName: source.name ?? source.id,
    headers: (source.headers ?? [source.key, ...named]).map((header) => header.trim()),
    key: source.key.trim(),
    rule: source.keyRule ?? 'exact',
    columns: new Map(columns),
  }
}

/** A column of an account source without a `from` comes from the header of which it is the slug; that is found again by its id. */
function describedColumn({
  id,
  from = id,
  type,
  format,
  missing,
  ignore,
}: SourceColumn): [string, RememberedColumn] {
  const remembered = {
    id: id || (toColumnIds([from])[0] as string),
    ignore: ignore ?? false,
    type: type ?? null,
    format: format ?? {},
    missing: missing ?? null,
  }
  return [from.trim(), remembered]
}
