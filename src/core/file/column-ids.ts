const RESERVED: ReadonlySet<string> = new Set(
  'and or not in true false missing score raw band coverage model overridden'.split(' '),
)

/** The ids of columns by their headers, unique and in their order. A header without a letter or digit of a-z and 0-9 gives `column_N`. */
export function toColumnIds(headers: readonly string[]): string[] {
  const taken = new Set<string>()
  return headers.map((header, index) => {
    const slug = slugOf(header) || `column_${index + 1}`
    const name = RESERVED.has(slug) ? `${slug}_` : slug
    let id = name
    for (let n = 2; taken.has(id); n++) id = `${name}_${n}`
    taken.add(id)
    return id
  })
}

function slugOf(header: string): string {
  const slug = header
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
  return /^\d/.test(slug) ? `_${slug}` : slug
}

/** The names of columns in a file without a header row. */
export const numberedHeaders = (width: number): string[] =>
  Array.from({ length: width }, (_, index) => `column_${index + 1}`)
