/** How the note of a version begins that nobody but Hale has made. */
export const PROPOSED = 'Proposed from '
export const ADJUSTED = ', adjusted'

export const isUntouched = (note: string): boolean =>
  note.startsWith(PROPOSED) && !note.endsWith(ADJUSTED)

/** What is said of a version that adds events up otherwise than the one before: a model that nobody has touched stays one. */
export const noteOfSums = (before: string | null, name: string): string =>
  before !== null && isUntouched(before) ? before : `Sums of ${name}`
