import { expect, test } from 'vitest'
import { createDigests } from '../../src/bridge/digests.ts'
import { LARGE_FILE } from '../../workers/protocol/importer.ts'

const large = (extra: string): File =>
  new File([new Uint8Array(LARGE_FILE).fill(7), extra], 'large.csv')

async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Workers that were started, and those of them that run. */
function counted() {
  const counts = { started: 0, running: new Set<Worker>() }
  const spawn = async () => {
    const { default: DigestWorker } = await import('../../workers/digest.worker.ts?worker&inline')
    const worker = new DigestWorker()
    const terminate = worker.terminate.bind(worker)
    counts.started++
    counts.running.add(worker)
    worker.terminate = () => {
      counts.running.delete(worker)
      terminate()
    }
    return worker
  }
  return { counts, spawn }
}

test('a large file is digested once, by a worker that ends with it', async () => {
  const { counts, spawn } = counted()
  const digests = createDigests(new AbortController().signal, spawn)
  const file = large('tail')
  const both = await Promise.all([digests(file)?.(), digests(file)?.()])
  expect(new Set(both)).toEqual(new Set([await digestOf(file)]))
  expect(counts).toEqual({ started: 1, running: new Set() })
})

test('a small file is left to its importer', () => {
  const { counts, spawn } = counted()
  expect(createDigests(new AbortController().signal, spawn)(new File(['a'], 'a.csv'))).toBe(null)
  expect(counts).toEqual({ started: 0, running: new Set() })
})

test('Cancel ends the worker, and the digest with it', async () => {
  const { counts, spawn } = counted()
  const cancelled = new AbortController()
  const cancelledAtOnce = () => {
    queueMicrotask(() => cancelled.abort())
    return spawn()
  }
  const digest = createDigests(cancelled.signal, cancelledAtOnce)(large(''))?.()
  await expect(digest).rejects.toMatchObject({ name: 'AbortError' })
  expect(counts).toEqual({ started: 1, running: new Set() })
})
