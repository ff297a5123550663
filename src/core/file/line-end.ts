/** What ends the lines of a file. Lines that end in CR LF are split at LF, and lose the CR behind their last cell. */
export type LineEnd = '\n' | '\r'

/** A stray quote in a title must not hide the line ends of a whole file. */
const FARTHEST = 65_536

/**
 * Decided by the first line end outside quotes: a CR that no LF follows is an old Macintosh's. Null where the text does not tell: it has no
 * line end yet, or its last character is a CR and more may follow.
 */
export function findLineEnd(text: string, quote: string, isWhole: boolean): LineEnd | null {
  const ends = /\r\n?|\n/g
  let quotes = 0
  let from = 0
  for (let found = ends.exec(text); found; found = ends.exec(text)) {
    quotes += countOf(text.slice(from, found.index), quote)
    from = found.index
    const isCut = found[0] === '\r' && found.index === text.length - 1 && !isWhole
    if (isCut) return null
    if (quotes % 2 === 0 || found.index > FARTHEST) return found[0] === '\r' ? '\r' : '\n'
  }
  return isWhole ? '\n' : null
}

/** How often `part` occurs in a text, without overlaps; an empty part never. */
export function countOf(text: string, part: string): number {
  if (part === '') return 0
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}

/** Where the line that `from` is in ends; the text's length where it does not. */
export function lineEndAt(text: string, from: number, lineEnd: LineEnd): number {
  const end = text.indexOf(lineEnd, from)
  return end < 0 ? text.length : end
}

/** A file whose lines end now in CR, now in LF or CR LF, as if all ended in LF. */
export const evenLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Whether lines end both in a CR alone and in LF, outside of quotes. */
export function endsMixedly(text: string): boolean {
  const ends = /"|\r\n?|\n/g
  let isQuoted = false
  let returns = 0
  let feeds = 0
  for (let found = ends.exec(text); found; found = ends.exec(text)) {
    if (found[0] === '"') isQuoted = !isQuoted
    else if (!isQuoted && found[0] === '\r') returns++
    else if (!isQuoted) feeds++
  }
  return returns > 0 && feeds > 0
}
