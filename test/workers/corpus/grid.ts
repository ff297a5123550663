/** The cells of a file, its names first where it has some. */
export type Grid = readonly (readonly string[])[]

/** White space around cells, rows without any text and empty cells at the end of rows say nothing. */
function plainGrid(grid: Grid): Grid {
  return grid
    .map((row) => withoutTail(row.map((cell) => cell.replace(/\r\n?/g, '\n').trim())))
    .filter((row) => row.length > 0)
}

function withoutTail(row: readonly string[]): readonly string[] {
  let end = row.length
  while (end > 0 && row[end - 1] === '') end--
  return row.slice(0, end)
}

export const sameGrid = (a: Grid, b: Grid): boolean =>
  JSON.stringify(plainGrid(a)) === JSON.stringify(plainGrid(b))

/** Where two readings part first. */
export function firstDifference(read: Grid, expected: Grid): string {
  const [a, b] = [plainGrid(read), plainGrid(expected)]
  for (let row = 0; row < Math.max(a.length, b.length); row++)
    if (JSON.stringify(a[row]) !== JSON.stringify(b[row]))
      return `row ${row + 1} of ${a.length}/${b.length}: ${short(a[row])} for ${short(b[row])}`
  return ''
}

const short = (row: readonly string[] | undefined): string =>
  (row === undefined ? 'none' : JSON.stringify(row)).slice(0, 160)
