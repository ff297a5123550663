import type { Dialect } from '../../src/core/file/dialect.ts'
import type { WorkspaceMemory } from '../../workers/import/memory.ts'
import { readCsv } from '../../workers/read-csv.ts'

export const plain: Dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  headerLine: 1,
  skippedLines: 0,
}

/** A stream that hands bytes over in pieces of `size`. */
export function streamOf(bytes: Uint8Array, size: number): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + size))
      at += size
    },
  })
}

export const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

export function collector() {
  const header: (readonly string[] | null)[] = []
  const rows: (readonly [line: number, ...cells: string[]])[] = []
  return {
    header: header as readonly (readonly string[] | null)[],
    rows: rows as readonly (readonly [number, ...string[]])[],
    sink: {
      header: (cells: readonly string[] | null) => void header.push(cells),
      row: (cells: readonly string[], line: number) => void rows.push([line, ...cells]),
    },
  }
}

export async function read(
  input: string | Uint8Array,
  changed: Partial<Dialect> = {},
  size = 65_536,
) {
  const bytes = typeof input === 'string' ? utf8(input) : input
  const { header, rows, sink } = collector()
  const result = await readCsv(streamOf(bytes, size), { ...plain, ...changed }, sink)
  return { header: header[0], rows, result, reading: result.ok ? result.value : null }
}

export const problemOf = async (input: string | Uint8Array, changed: Partial<Dialect> = {}) => {
  const { result } = await read(input, changed)
  return result.ok ? null : result.problems
}

export const SIZES = [1, 2, 3, 5, 7, 1000]

/** Of a workspace into which nothing came yet. */
export const nothingKnown: WorkspaceMemory = {
  workspace: null,
  deliveries: [],
  choices: { plans: [], types: new Map() },
  keys: [],
  current: null,
  configuration: null,
}
