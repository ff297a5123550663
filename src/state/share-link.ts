import { LIMITS } from '../core/model/read/limits.ts'
import { toCanonicalJson } from '../core/model/canonical.ts'
import type { Configuration } from '../core/model/configuration.ts'
import { LINK_MARK } from './link-mark.ts'
import { failure, success, type Problem, type Result } from '../core/problem.ts'

/** Longer addresses are cut off by chat programs and mail. */
export const LONGEST_LINK = 8_000

/** Of a link that somebody else made; nothing longer can hold a configuration within its bounds. */
const LONGEST_READ = 1_000_000

/** An address that holds the configuration itself, compressed. It is never sent: browsers keep what is behind the # to themselves. */
export async function linkTo(configuration: Configuration, page: string): Promise<string> {
  const json = JSON.stringify(JSON.parse(toCanonicalJson(configuration)))
  const packed = await bytesOf(piped(json, new CompressionStream('deflate-raw')))
  return `${page.replace(/#.*$/s, '')}${LINK_MARK}${toBase64Url(packed)}`
}

/** The text of the configuration in a link's payload, not checked further. Inflating it ends at the most bytes a file may have. */
export async function readLink(payload: string): Promise<Result<string>> {
  if (payload.length > LONGEST_READ) return failure(tooLarge(payload.length))
  const packed = fromBase64Url(payload)
  if (!packed) return failure(DAMAGED)
  try {
    const bytes = await bytesOf(piped(packed, new DecompressionStream('deflate-raw')))
    if (bytes.length > LIMITS.bytes) return failure(tooLarge(bytes.length))
    return success(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return failure(DAMAGED)
  }
}

const DAMAGED: Problem = { code: 'damaged-link', place: '', severity: 'error' }

const tooLarge = (found: number): Problem => ({
  code: 'too-large',
  what: 'bytes',
  limit: LIMITS.bytes,
  found,
  place: '',
  severity: 'error',
})

const piped = (content: BlobPart, through: CompressionStream | DecompressionStream) =>
  new Blob([content]).stream().pipeThrough(through)

/** All bytes of a stream, or of a longer one those that were read until it was too long: the rest is never made. */
async function bytesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> {
  const reader = stream.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  while (length <= LIMITS.bytes) {
    const { done, value } = await reader.read()
    if (done) break
    parts.push(value)
    length += value.length
  }
  await reader.cancel()
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

const CHUNK = 0x8000

function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Null for what is no base64url. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(text)) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    )
  } catch {
    return null
  }
}
