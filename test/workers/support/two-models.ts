import type { Configuration } from '../../../src/core/model/configuration.ts'
import type { Seen } from '../../../workers/protocol/look.ts'
import {
  configuration,
  february,
  importFile,
  january,
  value,
  withConfiguration,
} from './workspace.ts'

/** 100 from 200 logins on: every score that logins make is halved. */
export const strict: Configuration = {
  ...configuration,
  models: configuration.models.map((model) => ({
    ...model,
    groups: model.groups.map((group) => ({
      ...group,
      factors: group.factors.map((factor) => ({
        ...factor,
        scale: { type: 'linear' as const, from: 0, to: 200 },
      })),
    })),
  })),
  bands: [
    { id: 'red', name: 'At risk', from: 0 },
    { id: 'blue', name: 'Fine', from: 40 },
  ],
}

/** Two months under one model, then another one in force. */
export async function twoModels() {
  const { engine, opened } = await withConfiguration()
  await importFile(january, opened.workspace)
  await importFile(february, opened.workspace)
  value(await engine.open(null))
  // Looked at, and so recorded.
  value(await engine.trends(question('recorded')))
  value(await engine.applyConfiguration(strict, 'Strict'))
  return { engine, opened }
}

export const question = (seen: Seen) => ({ seen, by: null, picked: [] })
