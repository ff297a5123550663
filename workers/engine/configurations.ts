import type { Configuration } from '../../src/core/model/configuration.ts'
import { configurationHash, toCanonicalJson } from '../../src/core/model/canonical.ts'
import { labelOf } from '../../src/core/model/label.ts'
import { riskBands } from '../../src/core/model/bands.ts'
import { restoreConfiguration } from '../../src/core/model/restore.ts'
import { success, type Result } from '../../src/core/problem.ts'
import { figuresOf, type PortfolioFigures } from '../../src/core/view/figures.ts'
import type { NewConfiguration } from '../../src/store/configurations.ts'
import type { ConfigurationEffect, ConfigurationReading } from '../protocol.ts'
import { knownTypes, type OpenWorkspace } from './open-workspace.ts'
import { Scores } from '../portfolio/scores.ts'

/** Reads a configuration file and tries it on the newest snapshot. Changes nothing. */
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
  return success({
    configuration,
    hash: await configurationHash(configuration),
    problems: warnings,
    effect: open && (await effectOf(configuration, open)),
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

async function effectOf(
  configuration: Configuration,
  open: OpenWorkspace,
): Promise<ConfigurationEffect | null> {
  const at = open.portfolio.manifests.length - 1
  if (at < 0) return null
  const after = figuresOf(
    await new Scores(open.portfolio, configuration).sheet(at),
    riskBands(configuration),
    null,
  )
  const before = figuresOf(await open.scores.sheet(at), open.riskBands, null)
  return {
    bandsBefore: bandCounts(open.configuration, before),
    bandsAfter: bandCounts(configuration, after),
    notScoredBefore: before.notScored,
    notScoredAfter: after.notScored,
  }
}

const bandCounts = (configuration: Configuration | null, { counts }: PortfolioFigures) =>
  (configuration?.bands ?? []).map((band, i) => ({ name: labelOf(band), accounts: counts[i] ?? 0 }))
