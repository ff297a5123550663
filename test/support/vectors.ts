import { readdirSync, readFileSync } from 'node:fs'
import { restoreConfiguration } from '../../src/core/model/read/restore.ts'
import { createScorer, type Scorer } from '../../src/core/score/scorer.ts'
import { hasShared, sharedPath } from '../shared.ts'
import { plainHistory } from './plain-history.ts'

/** Inputs with the answers of an independent reference, which a second implementation confirmed. None where they are not here. */
export const vectorNames: readonly string[] = hasShared
  ? readdirSync(sharedPath('vectors')).filter((name) => !name.includes('.'))
  : []

export interface Vector {
  readonly scorer: Scorer
  /** By account index. */
  readonly keys: readonly string[]
  /** CSV, of the newest snapshot. */
  readonly expected: string
}

export function readVector(name: string): Vector {
  const folder = sharedPath(`vectors/${name}`)
  const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8')
  const restored = restoreConfiguration(read('config.json'))
  if (!restored.ok) throw new Error(`invalid configuration: ${JSON.stringify(restored.problems)}`)
  const { configuration } = restored.value
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}-\d\d-\d\d\.csv$/.test(file))
    .sort()
    .map((file) => ({ day: file.slice(0, 10), text: read(file) }))
  const { history, keys } = plainHistory(files, configuration.types)
  return { scorer: createScorer(configuration, history), keys, expected: read('expected.csv') }
}
