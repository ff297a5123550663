import type { Band } from '../core/model/configuration.ts'
import type { Moved, MoverQuestion } from '../../workers/protocol/movement.ts'
import { fromIsoDay, toIsoDay } from './days.ts'

const LISTS = ['down', 'up', 'arrived', 'gone', 'returned'] as const

/** Places that are no band; the ids of bands begin with a letter. */
const NOT_SCORED = '0'
const NOBODY = '-'

/** `green.red.2026-07-31.2026-10-31`: from one band to another between two days; or `down.2026-07-31.2026-10-31`. */
export function writeMoved({ movers, since, day }: Moved, bands: readonly Band[]): string {
  const place = (at: number) => bands[at]?.id ?? (at === bands.length ? NOT_SCORED : NOBODY)
  const who = movers.list === 'cell' ? [place(movers.from), place(movers.to)] : [movers.list]
  return [...who, toIsoDay(since), toIsoDay(day)].join('.')
}

/** Null where the text says none. A band that is not there any more is the place -1: nobody is in it. */
export function readMoved(text: string, bands: readonly Band[]): Moved | null {
  const parts = text.split('.')
  const [since, day] = parts.slice(-2).map(fromIsoDay)
  const movers = readMovers(parts.slice(0, -2), bands)
  return movers && since && day ? { since, day, movers } : null
}

function readMovers(who: readonly string[], bands: readonly Band[]): MoverQuestion | null {
  const [first, second] = who
  const list = LISTS.find((one) => one === first)
  if (list && who.length === 1) return { list }
  if (first === undefined || second === undefined || who.length > 2) return null
  const place = (text: string) => {
    if (text === NOT_SCORED) return bands.length
    if (text === NOBODY) return bands.length + 1
    return bands.findIndex(({ id }) => id === text)
  }
  return { list: 'cell', from: place(first), to: place(second) }
}
