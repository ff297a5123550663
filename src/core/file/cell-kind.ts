export const CELL_KINDS = ['number', 'date', 'link', 'code', 'words'] as const
/** What a cell looks like before anything is known of its column. `code`: an id, a path, a version: letters and digits in one piece. */
export type CellKind = (typeof CELL_KINDS)[number]

const NUMBER =
  /^[-−+(]?\s?(\p{Sc}|[A-Z]{3})?\s?[-−+]?(\p{Nd}[\p{Nd}\s.,'’٬٫]*|\.\p{Nd}+)([eE][+-]?\d+)?\s?(%|‰|\p{Sc}|[A-Z]{3})?\)?-?$/u
const DATE =
  /^(\d{1,4}[-./年]\s?\d{1,2}[-./月]\s?\d{1,4}日?\.?|\d{1,2}:\d{2}(:\d{2})?(\.\d+)?|\d{1,2}[ .-]+\p{L}{3,}\.?[ ,.-]+\d{2,4}|\p{L}{3,}\.? \d{1,2},? \d{4}|\d{4}-?\d{2}-?\d{2}T\d{2}:?\d{2}\S*)(,?[ T]?\s?\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s?([ap]\.?m\.?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/iu
const LINK = /^([a-z][a-z\d+.-]*:\/\/\S+|www\.\S+|[^\s@,;|]+@[^\s@,;|]+\.\p{L}{2,})$/iu
const CODE = /^[\p{L}\p{N}_#][\p{L}\p{N}_.:/#@+*-]*$/u
const WORDS = /^[\p{L}\p{N}\p{M}\p{P}\p{S}\s]+$/u
/** Signs that part cells, or wrap them: a text with one in it may be several cells. */
const PARTING = /[;\t|"]|,(?! )|\S,|^'|'$/u

/** Null where it looks like none: signs that part or wrap cells are left in it. The empty cell has no kind and is asked for by nobody. */
export function cellKind(cell: string): CellKind | null {
  if (NUMBER.test(cell)) return 'number'
  if (DATE.test(cell)) return 'date'
  if (LINK.test(cell)) return 'link'
  if (CODE.test(cell)) return 'code'
  return WORDS.test(cell) && !PARTING.test(cell) ? 'words' : null
}

/** A number or a date in any form. */
export function isFigure(cell: string): boolean {
  const kind = cellKind(cell)
  return kind === 'number' || kind === 'date'
}
