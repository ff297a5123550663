import type { Result } from '../../core/problem.ts'
import type { Session } from '../../state/session.svelte.ts'
import type { Download } from '../../../workers/protocol/figures.ts'

/** Hands a file to the browser's downloads. The address is let go once the browser has had time to read it. */
export function saveDownload({ blob, fileName }: Download): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Downloads what is asked for; where it cannot be had, says why. Null: there was nothing to ask. */
export async function saveAnswer(
  { toasts }: Pick<Session, 'toasts'>,
  ask: () => Promise<Result<Download> | null>,
): Promise<void> {
  const result = await ask()
  if (result?.ok) saveDownload(result.value)
  else if (result) toasts.show({ kind: 'problems', problems: result.problems })
}
