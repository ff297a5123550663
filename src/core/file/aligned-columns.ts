import { isRuler } from './row-layout.ts'

/** Fewer lines are in line by chance. */
const LEAST_LINES = 3
/** So many lines have to be in line. */
const MOSTLY = 0.6
const JUDGED_LINES = 300
const MOST_COLUMNS = 200

/** Where the columns of a table begin that spaces put in line; null where no two columns do. A line of dashes below the names shows it. */
export function findColumns(lines: readonly string[]): readonly number[] | null {
  const written = lines.slice(0, JUDGED_LINES).map((line) => line.trimEnd())
  const drawn = written.find((line) => /^ *-{2,}( +-{2,})+$/.test(line))
  if (drawn) return startsIn(drawn)
  const filled = written.filter((line) => line.trim() !== '' && !isRuler(line))
  const inLine = filled.filter((line) => /\S {2,}\S/.test(line))
  if (inLine.length < LEAST_LINES || inLine.length < filled.length * MOSTLY) return null
  if (inLine.some((line) => /\t| [|│] /.test(line))) return null
  const starts = startsBelow(inLine)
  return starts.length > 1 && starts.length <= MOST_COLUMNS ? starts : null
}

const startsIn = (drawn: string): readonly number[] =>
  [...drawn.matchAll(/-+/g)].map(({ index }, column) => (column === 0 ? 0 : index))

/** A column begins behind places that are blank in all lines, and has a name: a gap between words of one column has none. */
function startsBelow(lines: readonly string[]): readonly number[] {
  const [names = ''] = lines
  const width = Math.max(...lines.map(({ length }) => length))
  const isBlank = (at: number): boolean => lines.every((line) => (line[at] ?? ' ') === ' ')
  const starts = isBlank(0) ? [] : [0]
  for (let at = 1; at < width; at++) if (isBlank(at - 1) && !isBlank(at)) starts.push(at)
  starts[0] = 0
  return starts.filter(
    (start, column) => column === 0 || names.slice(start, starts[column + 1]).trim() !== '',
  )
}
