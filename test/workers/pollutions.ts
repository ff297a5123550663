/** A clean table of an order system, and what happens to such files on their way: each kind of harm by itself. */
export const NAMES = [
  ...['DATE', 'TIME', 'Qty', 'PRODUCTID', 'Price'],
  ...['ProductType', 'ProductDescription', 'URL', 'Comments'],
]

const TYPES = ['Chairs & Chairmats', 'Telephones', 'Office Furnishings', 'Pens, Art Supplies']
const NOTES = ['', 'fragile', 'said "leave it, please"', 'two\nlines, one note', 'none so far']

/** 84 rows of nine cells: dates, times, figures, ids, texts with commas, quotes and line breaks, links, empty cells. */
export const ROWS: readonly (readonly string[])[] = Array.from({ length: 84 }, (_, i) => [
  `${String((i % 28) + 1).padStart(2, '0')}/${String((i % 12) + 1).padStart(2, '0')}/2013`,
  `${String(i % 24).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')}`,
  String((i * 13) % 50),
  `PD-${1000 + i}`,
  `${(i * 37) % 900}.${String((i * 11) % 100).padStart(2, '0')}`,
  TYPES[i % TYPES.length] ?? '',
  `Item ${i} in grey, ${i % 7} in. wide`,
  `http://example.com/item?id=${i}&x=1`,
  NOTES[i % NOTES.length] ?? '',
])

export interface Writing {
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  readonly lineEnd: string
  readonly all: boolean
}

export const PLAIN: Writing = {
  delimiter: ',',
  quote: '"',
  escape: '"',
  lineEnd: '\r\n',
  all: false,
}

export function cellText(cell: string, { delimiter, quote, escape, all }: Writing): string {
  const isBare = !all && !/[\r\n]/.test(cell) && !cell.includes(quote) && !cell.includes(delimiter)
  return isBare ? cell : quote + cell.replaceAll(quote, escape + quote) + quote
}

export const rowText = (cells: readonly string[], writing: Writing): string =>
  cells.map((cell) => cellText(cell, writing)).join(writing.delimiter)

export function write(
  rows: readonly (readonly string[])[],
  changed: Partial<Writing> = {},
  end?: string,
): string {
  const writing = { ...PLAIN, ...changed }
  const lines = rows.map((cells) => rowText(cells, writing))
  return lines.join(writing.lineEnd) + (end ?? writing.lineEnd)
}
