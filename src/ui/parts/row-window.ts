/** Taller than this and browsers cut an element off: beyond it scrolling is scaled. */
const MAX_HEIGHT = 15_000_000

export interface RowWindow {
  /** The rows to draw: from … to, without to. */
  readonly from: number
  readonly to: number
  /** Pixels above the first of them, and of all together. */
  readonly before: number
  readonly height: number
}

export interface Scrolled {
  readonly scrollTop: number
  readonly viewport: number
  readonly rowHeight: number
  readonly total: number
  readonly overscan: number
}

/** Which rows of a long table are in sight, with `overscan` rows on both sides. No rows: an empty window. */
export function windowOf({ scrollTop, viewport, rowHeight, total, overscan }: Scrolled): RowWindow {
  const natural = total * rowHeight
  const height = Math.min(natural, MAX_HEIGHT)
  const travel = Math.max(1, height - viewport)
  const top = Math.min(Math.max(0, scrollTop), travel)
  const offset = height === natural ? top : (top / travel) * (natural - viewport)
  const from = Math.max(0, Math.floor(offset / rowHeight) - overscan)
  const to = Math.min(total, Math.ceil((offset + viewport) / rowHeight) + overscan)
  const before = Math.max(0, from * rowHeight - (offset - top))
  return { from, to: Math.max(from, to), before, height }
}

/** Where to scroll so that a row is in sight; null where it is already. `head` is the height of the sticky header. */
export function scrollTopFor(row: number, scrolled: Scrolled, head: number): number | null {
  const { scrollTop, viewport, rowHeight, total } = scrolled
  const natural = total * rowHeight
  const height = Math.min(natural, MAX_HEIGHT)
  const scale = height === natural ? 1 : (height - viewport) / (natural - viewport)
  const offset = scrollTop / scale
  if (row * rowHeight < offset) return row * rowHeight * scale
  const lowest = (row + 1) * rowHeight - (viewport - head)
  return lowest > offset ? lowest * scale : null
}
