import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = resolve(root, process.env['HALE_SHARED'] ?? '../shared')

/** Large exports and reference answers lie beside the project, not in it: tests that need them skip where they are absent. */
export const hasShared = existsSync(folder)

export const withoutShared = 'skipped: ../shared is not here'

export function sharedPath(name: string): string {
  return join(folder, name)
}
