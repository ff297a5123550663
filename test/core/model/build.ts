import { expect } from 'vitest'
import { toCanonicalJson } from '../../../src/core/model/canonical.ts'
import type { Proposal, ProposalReason } from '../../../src/core/model/propose/proposal.ts'
import type { ConfigurationProblem } from '../../../src/core/problem.ts'
import { restoreConfiguration } from '../../../src/core/model/read/restore.ts'
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

/** `group factor direction` of every factor, in order; the type of the scale where it has no direction. */
export const factorsOf = ({ configuration }: Proposal): string[] =>
  (configuration?.models ?? []).flatMap(({ groups }) =>
    groups.flatMap((group) =>
      group.factors.map(({ id, scale }) => `${group.id} ${id} ${directionOf(scale)}`),
    ),
  )

function directionOf(scale: Scale): string {
  if (scale.type === 'linear') return scale.from < scale.to ? 'higher' : 'lower'
  return 'better' in scale ? scale.better : scale.type
}

/** The roles of a configuration that Hale can read. */
export function rolesOf({ configuration }: Proposal): object | null {
  if (!configuration) return null
  expect(problemsOf(toCanonicalJson(configuration))).toEqual([])
  return configuration.account
}

export const factorIn = ({ configuration }: Proposal, id: string): Factor | undefined =>
  configuration?.models[0]?.groups.flatMap(({ factors }) => factors).find((one) => one.id === id)

export const reasonIn = ({ reasons }: Proposal, column: string): ProposalReason | undefined =>
  reasons.find((one) => one.column === column)
