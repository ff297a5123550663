import type { Result } from '../../core/problem.ts'
import type { Session } from '../../state/session.svelte.ts'
import type { Download } from '../../../workers/protocol/figures.ts'

/** Puts a table on the clipboard. The browser is promised it while the person's gesture still counts. */
export async function copyRows(
  { toasts }: Pick<Session, 'toasts'>,
  file: () => Promise<Result<Download> | null>,
): Promise<void> {
  const text = file().then(async (result) => {
    if (result?.ok) return new Blob([await result.value.blob.text()], { type: 'text/plain' })
    throw new DOMException('nothing to copy', 'DataError')
  })
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })])
    toasts.show({ kind: 'said', text: 'Copied: paste it into a spreadsheet.' })
  } catch {
    toasts.show({ kind: 'said', text: 'The browser did not let the page copy.' })
  }
}
