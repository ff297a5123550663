/** The columns that every list can have beside the name; any other is an expression. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set([
  ...['name', 'band', 'score', 'change', 'history', 'driver', 'value', 'renewal', 'owner', 'key'],
  ...['coverage', 'model', 'flags'],
])

/** As long as nobody has chosen. */
export const USUAL_COLUMNS: readonly string[] = [
  ...['band', 'score', 'change', 'history', 'driver', 'value', 'renewal', 'owner'],
]

/** What is asked of the engine beside the usual cells of a row, in the order of its answer. */
export const askedOf = (columns: readonly string[]): readonly string[] =>
  columns.filter((id) => !OWN_COLUMNS.has(id))
