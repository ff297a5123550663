export const FILE_KINDS = ['table', 'configuration', 'backup'] as const
export type FileKind = (typeof FILE_KINDS)[number]

const SNIFFED_BYTES = 2_048

/** What a file that was dropped is for, by its first bytes and its name. In doubt it is a table: the import says what is wrong with it. */
export async function kindOfFile(file: File): Promise<FileKind> {
  if (/\.hale-?backup(\.\w+)?$|\.hale$/i.test(file.name)) return 'backup'
  const start = new Uint8Array(await file.slice(0, SNIFFED_BYTES).arrayBuffer())
  if (isCompressed(start)) return /backup/i.test(file.name) ? 'backup' : 'table'
  const text = new TextDecoder().decode(start)
  if (/^\uFEFF?\s*\{\s*"format"\s*:\s*"hale-backup"/.test(text)) return 'backup'
  if (/^\uFEFF?\s*\{/.test(text) || /\.json$/i.test(file.name)) return 'configuration'
  return 'table'
}

const isCompressed = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b) || (bytes[0] === 0x50 && bytes[1] === 0x4b)
