import 'fake-indexeddb/auto'
import { expose, transferHandlers, wrap, type Remote } from 'comlink'
import { createEngine } from '../../../workers/engine.ts'
import { createImporter } from '../../../workers/import.ts'
import type { Engine } from '../../../workers/protocol/engine.ts'
import type { Importer } from '../../../workers/protocol/importer.ts'

// Browsers clone a File whole; Node's arrives as a Blob without its name.
transferHandlers.set('File', {
  canHandle: (value): value is File => value instanceof File,
  serialize: (file: File) => [
    { blob: new Blob([file]), name: file.name, lastModified: file.lastModified },
    [],
  ],
  deserialize: ({ blob, name, lastModified }: { blob: Blob; name: string; lastModified: number }) =>
    new File([blob], name, { lastModified }),
})

/** A thread as the page reaches it: everything that is said crosses a real channel. */
export interface Thread<T> {
  readonly remote: Remote<T>
  /** How many bytes each answer took, the longest list of values in it included. */
  readonly answers: readonly Crossing[]
  close(): void
}

export interface Crossing {
  readonly bytes: number
  readonly longestList: number
}

let instants = 0
let ids = 0

/** Instants and ids that are the same in every run. */
const parts = (build = '') => ({
  build,
  now: () => new Date(Date.UTC(2026, 0, 1) + 1000 * instants++).toISOString(),
  newId: () => `workspace-${++ids}`,
})

/** Answers are kept where the build has a name. */
export const engineThread = (build = ''): Thread<Engine> => thread(createEngine(parts(build)))
export const importThread = (): Thread<Importer> => thread(createImporter(parts()))

function thread<T extends object>(served: T): Thread<T> {
  const { port1, port2 } = new MessageChannel()
  const answers: Crossing[] = []
  port2.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
    answers.push(measure(data)),
  )
  expose(served, port1)
  const remote = wrap<T>(port2)
  return {
    remote,
    answers,
    close() {
      port1.close()
      port2.close()
    },
  }
}

function measure(value: unknown): Crossing {
  let bytes = 0
  let longestList = 0
  const visit = (part: unknown): void => {
    if (typeof part === 'string') bytes += part.length * 2
    else if (ArrayBuffer.isView(part)) bytes += part.byteLength
    else if (typeof part !== 'object' || part === null || part instanceof Blob) bytes += 8
    else {
      const values: unknown[] = Object.values(part)
      if (Array.isArray(part)) longestList = Math.max(longestList, values.length)
      values.forEach(visit)
    }
  }
  visit(value)
  return { bytes, longestList }
}
