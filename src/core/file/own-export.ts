/** The columns that every export of scores has behind the key, in order. */
export const SCORE_HEADERS = [
  'name',
  'score',
  'score_exact',
  'score_raw',
  'band',
  'coverage',
  'model',
  'flags',
] as const

/** Such a file is ours: its texts were guarded, and are read as they were before. */
export const isOwnExport = (headers: readonly string[]): boolean =>
  SCORE_HEADERS.every((header) => headers.includes(header))
