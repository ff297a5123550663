import { assertNever } from '../../core/problem.ts'
import type { Keeping } from '../../state/data.svelte.ts'

/** Whether the browser keeps what is stored. */
export function keepingWords(keeping: Keeping): string {
  switch (keeping) {
    case 'kept':
      return 'The browser has promised not to clear it on its own.'
    case 'refused':
      return 'The browser did not promise to keep it: when room gets short it may clear it. Keep a backup.'
    case 'unknown':
      return 'This browser cannot be asked to keep it. Keep a backup.'
    case 'not-asked':
      return 'The browser may clear it when room gets short.'
    default:
      return assertNever(keeping)
  }
}
