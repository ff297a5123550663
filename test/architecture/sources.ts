import { readdirSync, readFileSync } from 'node:fs'
import { posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Source {
  /** From the project's root, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Every source of the page and its workers. */
export function readSources(): Source[] {
  return ['src', 'workers'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, withFileTypes: true })
      .filter((entry) => /\.(ts|svelte|css|js)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .map((file) => ({
        path: relative(root, file).split(sep).join(posix.sep),
        text: readFileSync(file, 'utf8'),
      })),
  )
}
