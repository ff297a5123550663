/**
 * Names that stand in several rows, as one row. A name of an upper row holds for the empty cells on its right, as a merged cell of a spreadsheet
 * does; parts that repeat are written once.
 */
export function joinNames(rows: readonly (readonly string[])[]): readonly string[] {
  const [only] = rows
  if (only && rows.length === 1) return only
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  const last = rows.length - 1
  const filled = rows.map((cells, row) => (row === last ? cells : carried(cells, width)))
  return Array.from({ length: width }, (_, column) => {
    const parts = filled.map((cells) => (cells[column] ?? '').trim()).filter((part) => part !== '')
    return [...new Set(parts)].join(' ')
  })
}

function carried(cells: readonly string[], width: number): readonly string[] {
  let name = ''
  return Array.from({ length: width }, (_, column) => (name = (cells[column] ?? '').trim() || name))
}

/**
 * The names of a table come again at the top of each page, and of each file that was joined, with some more or some less. A single column
 * may hold its name.
 */
export function sameNames(cells: readonly string[], names: readonly string[]): boolean {
  const shared = Math.min(cells.length, names.length)
  if (shared < 2 || shared * 2 < names.length) return false
  for (let i = 0; i < shared; i++) if (cells[i] !== names[i]) return false
  return true
}
