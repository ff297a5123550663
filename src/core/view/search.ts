/** Positions whose name or key contains the text, without regard to case; an empty text finds all (null). `folded` are lower-cased names and keys. */
export function findText(folded: readonly (readonly string[])[], text: string): Uint8Array | null {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return null
  const found = new Uint8Array(folded[0]?.length ?? 0)
  for (const texts of folded)
    for (let row = 0; row < texts.length; row++)
      if ((texts[row] as string).includes(wanted)) found[row] = 1
  return found
}
