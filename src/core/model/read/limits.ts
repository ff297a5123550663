/** What a configuration may hold at most. Far above what people write, low enough that a hostile file answers at once. */
export const LIMITS = {
  /** Of the file, as UTF-8. */
  bytes: 2_000_000,
  /** Brackets open at once; the deepest known key is at 9. */
  depth: 32,
  /** Values of any kind in the file. */
  values: 200_000,
  /** A score sheet keeps a model and a band in one byte each, and 255 for none. */
  models: 250,
  bands: 20,
  groups: 100,
  /** Of one group. */
  factors: 200,
  /** Of all models together: each one is a vector as long as the portfolio. */
  factorsInAll: 1_000,
  exceptions: 200,
  flags: 500,
  derived: 500,
  manual: 200,
  sources: 50,
  /** As many as a file may have: see MAX_COLUMNS. */
  columns: 2_000,
  categories: 2_000,
  steps: 200,
  views: 200,
  examples: 500,
  segments: 100,
  /** Of lists of words: steps of a play, reasons, missing tokens. */
  words: 2_000,
  /** Characters of an id, a name, and any other text. */
  id: 200,
  text: 20_000,
  /** Problems reported of one file; what follows would not be read. */
  problems: 200,
} as const

/** The version of the file that this Hale writes, and the newest one it reads. */
export const VERSION = 1
