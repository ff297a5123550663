import { proxy } from 'comlink'
import { LARGE_FILE, type Digest, type Digester } from '../../workers/protocol/importer.ts'
import { aborted, attach } from './spawn.ts'

/**
 * Digests of large files, each worked out once in a worker that ends with it, or where the import is cancelled. Null for a small file, which
 * the importer digests itself.
 */
export function createDigests(
  cancelled: AbortSignal,
  spawnWorker: () => Promise<Worker> = spawnDigestWorker,
): (file: File) => Digest | null {
  let known: { readonly file: File; readonly digest: Promise<string> } | null = null
  return (file) => {
    if (file.size < LARGE_FILE) return null
    return proxy(() => {
      if (known?.file !== file) known = { file, digest: digest(file) }
      return known.digest
    })
  }

  async function digest(file: File): Promise<string> {
    const { remote, died, end } = attach<Digester>(await spawnWorker())
    const cancel = () => end(aborted())
    if (cancelled.aborted) cancel()
    cancelled.addEventListener('abort', cancel)
    try {
      return await Promise.race([remote.sha256Of(file), died])
    } finally {
      cancelled.removeEventListener('abort', cancel)
      cancel()
    }
  }
}

async function spawnDigestWorker(): Promise<Worker> {
  const { default: DigestWorker } = await import('../../workers/digest.worker.ts?worker&inline')
  return new DigestWorker({ name: 'digest' })
}
