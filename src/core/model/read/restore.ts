import { failure, success, type ConfigurationProblem, type Result } from '../../problem.ts'
import { checkMeaning } from './check-meaning.ts'
import { checkShape } from './check-shape.ts'
import type { Configuration } from '../configuration.ts'
import { configuration as configurationShape } from './configuration-shape.ts'
import type { KnownColumns } from '../declared-columns.ts'
import { Findings } from './findings.ts'
import { readJson } from './json.ts'
import { VERSION } from './limits.ts'

export interface Restored {
  readonly configuration: Configuration
  readonly warnings: readonly ConfigurationProblem[]
}

/**
 * Reads a configuration file: whole, or not at all. Every error and warning names its place; a failure lists the errors first and
 * the warnings behind them. What is read is the file's own object: keys that are not known are in it still.
 */
export function restoreConfiguration(
  text: string,
  known?: KnownColumns,
): Result<Restored, ConfigurationProblem> {
  const json = readJson(text)
  if (!json.ok) return json
  return checkConfiguration(json.value, known)
}

/** The same for one that is not a text any more, such as a draft: it is bounded already. */
export function checkConfiguration(
  value: unknown,
  known?: KnownColumns,
): Result<Restored, ConfigurationProblem> {
  const refusal = refuse(value)
  if (refusal) return failure(refusal)
  const found = new Findings()
  checkShape(value, configurationShape, [], found)
  if (found.errors.length === 0) checkMeaning(value as Configuration, known, found)
  if (found.errors.length > 0) return failure(...found.errors, ...found.warnings)
  return success({ configuration: value as Configuration, warnings: found.warnings })
}

/** A file of another kind, or of a later Hale, is not read on: what would be said of it would mislead. */
function refuse(value: unknown): ConfigurationProblem | null {
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown }
  if (format !== 'hale-config') return { place: '', severity: 'error', code: 'not-a-configuration' }
  if (typeof version === 'number' && version > VERSION)
    return {
      place: 'version',
      severity: 'error',
      code: 'newer-version',
      found: version,
      known: VERSION,
    }
  return null
}
