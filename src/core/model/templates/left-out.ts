import type { Kit } from './kit.ts'
import { needOf, type NeedId } from './needs.ts'

/** A part of a template that one's own columns do not give. */
export interface LeftOut {
  readonly part: 'model' | 'group' | 'factor' | 'exception' | 'flag'
  readonly name: string
  /** Those it asked for, where they are not met. */
  readonly needs: readonly NeedId[]
  /** `nobody`: no account is in such a stage. */
  readonly why: 'not-mapped' | 'empty' | 'constant' | 'unreadable' | 'nobody'
}

/** What the values of a column say of these rows, where they cannot be scored. */
export function variationOf(
  kit: Kit,
  need: NeedId,
  rows: Uint32Array,
): 'empty' | 'constant' | 'unreadable' | null {
  const column = kit.column(need)
  if (column.present === 0) return 'empty'
  // Whether it is there, or which word it is, says enough.
  if (needOf(need).signal === null) return null
  const numbers = kit.candidate(need)?.values
  if (!numbers) return 'unreadable'
  let [least, greatest] = [Infinity, -Infinity]
  for (let i = 0; i < rows.length; i++) {
    const value = numbers[rows[i] as number] as number
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  if (least > greatest) return 'empty'
  return least === greatest ? 'constant' : null
}

/** Each once, however many models wanted it. */
export function withoutRepeats(list: readonly LeftOut[]): LeftOut[] {
  const seen = new Set<string>()
  return list.filter(({ part, name, why }) => {
    const same = `${part} ${name} ${why}`
    return !seen.has(same) && seen.add(same)
  })
}
