/** A range copied from a spreadsheet as a file; null where the text is no table. */
export function fileOfPaste(text: string): File | null {
  const lines = text.trim().split(/\r?\n/)
  if (lines.length < 2 && !text.includes('\t')) return null
  return new File([text], 'pasted.tsv', { type: 'text/tab-separated-values' })
}

/** Where a person types, a paste or a key is theirs. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))
