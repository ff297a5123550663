import type { DeliveryId, WorkspaceId } from '../../src/core/brand.ts'
import type { ScoreSheet } from '../../src/core/score/sheet.ts'
import type { Column } from '../../src/core/table/column.ts'

/**
 * What an import still has in memory once its delivery is stored, for the engine that shows it next: the same as what is stored, and
 * what would be made of it. It crosses from worker to worker, its buffers as they are.
 */
export interface Handed {
  readonly workspace: WorkspaceId
  readonly delivery: DeliveryId
  /** As in the part of that name. */
  readonly accounts: Uint32Array
  /** Those that scores and lists are made of, by their place in the file. */
  readonly columns: ReadonlyMap<number, Column>
  readonly scored: HandedScores | null
}

export interface HandedScores {
  /** Of the configuration. */
  readonly hash: string
  /** What they were made of, as `inputsOf` says it. */
  readonly inputs: string
  readonly sheet: ScoreSheet
}

/** The same in buffers of its own, so that these can be moved. */
export function copyOf<T>(value: T): T {
  if (ArrayBuffer.isView(value)) return (value as unknown as Uint8Array).slice() as unknown as T
  if (Array.isArray(value)) return value.map(copyOf) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)])) as T
}

/** The buffers behind it, each once, to be moved rather than copied. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) return found.add(value.buffer as ArrayBuffer)
  if (value instanceof Map) for (const part of value.values()) buffersOf(part, found)
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) buffersOf(part, found)
  return found
}
