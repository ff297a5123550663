import type { ConfigurationProblem } from '../../../src/core/problem.ts'
import { restoreConfiguration } from '../../../src/core/model/restore.ts'
import type { Configuration, Factor, Scale } from '../../../src/core/model/configuration.ts'

type Json = Readonly<Record<string, unknown>>

/** The smallest configuration that loads, with parts put in the place of its own. */
export const configurationOf = (parts: Json = {}): Json => ({
  format: 'hale-config',
  version: 1,
  account: { key: 'account_id' },
  models: [modelOf()],
  bands: [{ id: 'red', from: 0 }],
  ...parts,
})

export const modelOf = (parts: Json = {}): Json => ({
  id: 'main',
  groups: [groupOf()],
  ...parts,
})

export const groupOf = (parts: Json = {}): Json => ({
  id: 'usage',
  weight: 1,
  factors: [factorOf()],
  ...parts,
})

export const factorOf = (parts: Partial<Factor> | Json = {}): Json => ({
  id: 'logins',
  input: 'logins',
  weight: 1,
  scale: { type: 'linear', from: 0, to: 10 } satisfies Scale,
  ...parts,
})

/** A configuration whose one factor has this scale. */
export const withScale = (scale: unknown): Json =>
  configurationOf({ models: [modelOf({ groups: [groupOf({ factors: [factorOf({ scale })] })] })] })

export const toText = (configuration: Json | Configuration): string => JSON.stringify(configuration)

/** Errors and warnings alike. */
export function problemsOf(text: string): readonly ConfigurationProblem[] {
  const result = restoreConfiguration(text)
  return result.ok ? result.value.warnings : result.problems
}

export const errorAt = (place: string, problem: object): object => ({
  place,
  severity: 'error',
  ...problem,
})

export const wrongAt = (place: string, expected: string, found: string): object =>
  errorAt(place, { code: 'wrong-value', expected, found })
