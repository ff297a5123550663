import type { Evaluator } from '../formula/evaluate.ts'
import { parseFormula } from '../formula/parse.ts'
import type { Formula } from '../formula/tree.ts'
import type { History } from '../history/snapshot.ts'
import type { Configuration } from '../model/configuration.ts'
import { TRUE, type Column } from '../table/column.ts'
import type { Memory } from './cache.ts'
import { membershipOf, type Membership } from './membership.ts'

/** What every step of scoring reads. Steps that cost much and are asked again recall what they gave before. */
export interface Scoring {
  readonly configuration: Configuration
  readonly history: History
  readonly evaluator: Evaluator
  readonly memory: Memory
}

/** Throws for a text that is no expression: a configuration that was restored holds none. */
export function formulaOf(text: string): Formula {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`invalid formula: ${text}`)
  return parsed.value
}

export const lengthAt = ({ history }: Scoring, at: number): number =>
  history[at]?.accounts.length ?? 0

/**
 * Recalls or makes what depends on one snapshot, on the parts named in `of`, and on what the derived columns say. `vectors` is its
 * size: how many numbers it holds for each account.
 */
export function recall<T>(
  scoring: Scoring,
  { at, vectors, of }: { readonly at: number; readonly vectors: number; readonly of: unknown[] },
  make: () => T,
): T {
  const derived = scoring.configuration.derived?.map(({ id, expression }) => [id, expression]) ?? []
  const cells = Math.ceil(vectors * lengthAt(scoring, at))
  return scoring.memory.recall(JSON.stringify([at, of, derived]), cells, make)
}

/** 1 where the condition is true; 0 where it is false or missing. */
export const conditionAt = (scoring: Scoring, text: string, at: number): Uint8Array =>
  recall(scoring, { at, vectors: 1 / 8, of: ['when', text] }, () =>
    whereTrue(scoring.evaluator.evaluate(formulaOf(text), at), lengthAt(scoring, at)),
  )

export function whereTrue(condition: Column, length: number): Uint8Array {
  if (condition.type !== 'boolean') return new Uint8Array(length)
  const holds = new Uint8Array(length)
  for (let row = 0; row < length; row++) holds[row] = Number(condition.values[row] === TRUE)
  return holds
}

export function membershipAt(scoring: Scoring, at: number): Membership {
  const { account, models } = scoring.configuration
  const [include = null, ...applies] = [account.include, ...models.map((model) => model.appliesTo)]
  return recall(scoring, { at, vectors: 1, of: ['who', include, applies] }, () =>
    membershipOf(
      lengthAt(scoring, at),
      include === null ? null : conditionAt(scoring, include, at),
      applies.map((text) => (text === undefined ? null : conditionAt(scoring, text, at))),
    ),
  )
}
