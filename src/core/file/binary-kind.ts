import type { BinaryKind } from '../problem.ts'

type Signature = readonly [kind: BinaryKind, bytes: readonly number[]]

const ZIP = [0x50, 0x4b]
const SIGNATURES: readonly Signature[] = [
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['archive', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
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
  if (names.includes('vnd.oasis.opendocument.spreadsheet')) return 'ods'
  if (names.includes('.iwa')) return 'numbers'
  return names.includes('xl/') || names.includes('[Content_Types].xml') ? 'xlsx' : 'zip'
}

const MARKUP = 'doctype html|html|head|body|table|div|p|span|script|style|meta|title|center'

/** What a text is if it is no table: JSON, a page of HTML, XML, or a document. */
export function kindOfText(text: string): BinaryKind | null {
  if (/^\s*(\{\s*["}]|\[\s*[[{"\]])/.test(text)) return 'json'
  if (/^\s*\{\\rtf\d/.test(text)) return 'rtf'
  if (new RegExp(`^\\s*(<!--[^]*?-->\\s*)?<!?(${MARKUP})\\b`, 'i').test(text)) return 'html'
  return /^\s*<(\?xml\b|[a-z][\w.-]*(:[\w.-]+)?\s[^>]*\bxmlns\b)/i.test(text) ? 'xml' : null
}

/** So many different controls stand in no text, and so large a share of all bytes. */
const MANY_CONTROLS = 6
const LARGE_SHARE = 0.01

/** Bytes that are no text of one byte or several a character, whatever they decode to. */
export function looksBinary(bytes: Uint8Array): boolean {
  const found = new Set<number>()
  let count = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte > 31 || byte === 0 || isOfTexts(byte)) continue
    found.add(byte)
    count++
  }
  return found.size >= MANY_CONTROLS && count > bytes.length * LARGE_SHARE
}

/** Tab, line ends, form feed, Ctrl+Z, escape, and the separators of ASCII. */
const isOfTexts = (byte: number): boolean => (byte >= 9 && byte <= 13) || (byte >= 26 && byte <= 31)
