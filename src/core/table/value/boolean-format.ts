import { FALSE, MISSING_BOOLEAN, TRUE } from '../column.ts'

const LONGEST_WORD = 5

/** `true`/`false` and `yes`/`no`, in any case; MISSING_BOOLEAN for others. */
export function readBoolean(text: string): number {
  if (text.length > LONGEST_WORD) return MISSING_BOOLEAN
  switch (text.toLowerCase()) {
    case 'true':
    case 'yes':
      return TRUE
    case 'false':
    case 'no':
      return FALSE
    default:
      return MISSING_BOOLEAN
  }
}
