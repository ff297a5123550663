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
