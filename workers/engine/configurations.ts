import type { Configuration } from '../../src/core/model/configuration.ts'
import { configurationHash, toCanonicalJson } from '../../src/core/model/canonical.ts'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import { success, type Result } from '../../src/core/problem.ts'
import { differingExamples } from '../../src/core/score/examples.ts'
import type { NewConfiguration } from '../../src/store/configurations.ts'
import { Refused } from '../../src/store/problems.ts'
import type { ConfigurationRecord } from '../../src/store/records.ts'
import type { ConfigurationReading } from '../protocol/model.ts'
import { knownTypes, type OpenWorkspace } from './open-workspace.ts'
import { orThrow } from '../portfolio/or-throw.ts'

/** Reads a configuration file. Changes nothing. */
export async function readConfiguration(
  text: string,
  open: OpenWorkspace | null,
): Promise<Result<ConfigurationReading>> {
  const restored = restoreConfiguration(
    text,
    open ? { columns: knownTypes(open.deliveries) } : undefined,
  )
  if (!restored.ok) return restored
  const { configuration, warnings } = restored.value
  const differing = differingExamples(configuration, open ? knownTypes(open.deliveries) : undefined)
  return success({
    configuration,
    hash: await configurationHash(configuration),
    problems: [...warnings, ...differing],
  })
}

/** A configuration as it is kept: the text, and what names it. */
export async function newVersion(
  configuration: Configuration,
  note: string,
): Promise<NewConfiguration> {
  return {
    text: toCanonicalJson(configuration),
    hash: await configurationHash(configuration),
    name: configuration.name ?? '',
    note,
  }
}

/** A version that was in force once. Refused where there is none of that number. */
function versionOf({ versions }: OpenWorkspace, version: number): ConfigurationRecord {
  const found = versions.find((one) => one.version === version)
  if (!found) throw new Refused({ code: 'no-configuration' })
  return found
}

export function oldConfiguration(open: OpenWorkspace, version: number): Configuration {
  return orThrow(restoreConfiguration(versionOf(open, version).text)).configuration
}

/** What an earlier version said, as a new one: none is ever lost. */
export function asNewVersion(open: OpenWorkspace, version: number, note: string): NewConfiguration {
  const { text, hash, name } = versionOf(open, version)
  return { text, hash, name, note }
}
