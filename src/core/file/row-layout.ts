import { isFigure } from './cell-kind.ts'

/** How rows are laid out, beside the sign that parts their cells. */
export interface RowLayout {
  /** Where columns begin, in characters: spaces put them in line, and nothing parts them. */
  readonly columnsAt?: readonly number[]
  /** Several delimiters in a row part as one does. */
  readonly repeated?: boolean
  /** Rows stand between delimiters: `| a | b |`. */
  readonly framed?: boolean
  /** Lines of dashes are drawn above, below and between rows. */
  readonly ruled?: boolean
  /** Cells may be formulas of a text, `="00123"`, so that spreadsheets keep its noughts. */
  readonly formulaTexts?: boolean
}

const RULER = /^[\s|+:;,│┼├┤┌┐└┘┬┴╞╡╪]*[-=─═]{2,}[-=─═\s|+:;,│┼├┤┌┐└┘┬┴╞╡╪]*$/

/** A line that is drawn, not written. Two dashes alone may stand for missing. */
export const isRuler = (line: string): boolean => RULER.test(line) && /[-=─═]{3}/.test(line)

/** The cells of a row as they are meant. */
export function laidOut(cells: string[], { framed, repeated, formulaTexts }: RowLayout): string[] {
  const inner = framed ? unframed(cells) : repeated ? filled(cells) : cells
  return formulaTexts ? inner.map(textOfFormula) : inner
}

function filled(cells: string[]): string[] {
  const found = cells.filter((cell) => cell !== '' && cell !== '\r')
  return found.length > 0 ? found : ['']
}

function unframed(cells: string[]): string[] {
  const isFramed = cells.length > 2 && cells[0]?.trim() === '' && cells.at(-1)?.trim() === ''
  return isFramed ? cells.slice(1, -1) : cells
}

function textOfFormula(cell: string): string {
  const text = /^\s*="((?:[^"]|"")*)"\s*$/.exec(cell)?.[1]
  return text === undefined ? cell : text.replaceAll('""', '"')
}

/** A title over the table goes over the places where columns begin, and is one cell. */
export function alignedCells(line: string, columnsAt: readonly number[]): string[] {
  const text = line.trimEnd()
  const crossed = columnsAt.filter((at) => at > 0 && isLetter(text, at - 1) && isLetter(text, at))
  if (crossed.length * 2 >= columnsAt.length - 1 && crossed.length > 0 && !/\S {2,}\S/.test(text))
    return [text]
  const cells: string[] = []
  let from = 0
  for (const at of columnsAt.slice(1)) {
    const cut = cutAt(text, at, from)
    cells.push(text.slice(from, cut))
    from = cut
  }
  return [...cells, text.slice(from)]
}

const isLetter = (text: string, at: number): boolean => (text[at] ?? ' ') !== ' '

/** A cell that is wider than its column goes over the place where the next one begins: a figure to the left, any other to the right. */
function cutAt(text: string, at: number, from: number): number {
  if (!isLetter(text, at - 1) || !isLetter(text, at)) return at
  const start = text.lastIndexOf(' ', at - 1) + 1
  const end = text.indexOf(' ', at)
  const word = text.slice(start, end < 0 ? text.length : end)
  if (start > from && isFigure(word)) return start
  return end < 0 ? at : end
}
