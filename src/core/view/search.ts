import { fold } from '../table/fold.ts'

/** 1 at positions where any of the texts contains the one that is looked for; null for an empty one, which finds all. `folded` are lists of folded texts, all as long. */
export function findText(folded: readonly (readonly string[])[], text: string): Uint8Array | null {
  const wanted = fold(text.trim())
  if (wanted === '') return null
  const found = new Uint8Array(folded[0]?.length ?? 0)
  for (const texts of folded)
    for (let row = 0; row < texts.length; row++)
      if ((texts[row] as string).includes(wanted)) found[row] = 1
  return found
}
