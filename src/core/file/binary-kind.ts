import type { BinaryKind } from '../problem.ts'

type Signature = readonly [kind: BinaryKind, bytes: readonly number[]]

const ZIP = [0x50, 0x4b]
const SIGNATURES: readonly Signature[] = [
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
]
/** RIFF....WEBP */
const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]

/** What the bytes of a file are if they are no text; null where nothing says so. */
export function kindOfBytes(head: Uint8Array): BinaryKind | null {
  if (hasBytes(head, [...ZIP, 3, 4]) || hasBytes(head, [...ZIP, 5, 6])) return kindOfZip(head)
  if (hasBytes(head, RIFF) && hasBytes(head.subarray(8), WEBP)) return 'image'
  return SIGNATURES.find(([, bytes]) => hasBytes(head, bytes))?.[0] ?? null
}

const hasBytes = (head: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => head[i] === byte)

/** Workbooks are archives that name their parts. */
function kindOfZip(head: Uint8Array): BinaryKind {
  const names = new TextDecoder('windows-1252').decode(head)
  return names.includes('xl/') || names.includes('[Content_Types].xml') ? 'xlsx' : 'zip'
}

/** What a text is if it is no table: JSON, or a page of HTML. */
export function kindOfText(text: string): BinaryKind | null {
  if (/^\s*(\{\s*["}]|\[\s*[[{"\]])/.test(text)) return 'json'
  return /^\s*<(!doctype html|html|head|body|table)\b/i.test(text) ? 'html' : null
}
