export const FILE_KINDS = ['table', 'configuration', 'backup'] as const
export type FileKind = (typeof FILE_KINDS)[number]

const SNIFFED_BYTES = 2_048
/** How every backup begins. */
const BACKUP_START = 'hale-backup'

/** What a file that was dropped is for, by its first bytes and its name. In doubt it is a table: the import says what is wrong with it. */
export async function kindOfFile(file: File): Promise<FileKind> {
  const start = new TextDecoder().decode(await file.slice(0, SNIFFED_BYTES).arrayBuffer())
  if (start.startsWith(BACKUP_START) || /\.hale$/i.test(file.name)) return 'backup'
  if (/^\s*\{/.test(start) || /\.json$/i.test(file.name)) return 'configuration'
  return 'table'
}
