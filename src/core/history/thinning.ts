import type { Day, DeliveryId } from '../brand.ts'
import { partsOf } from '../table/day.ts'
import type { Manifest } from './manifest.ts'

/** Which snapshots go when those older than a year are thinned to the last one of each month. */
export interface Thinning {
  readonly days: readonly Day[]
  readonly deliveries: readonly DeliveryId[]
}

const YEAR = 365

/**
 * Counted from the newest snapshot. A day stays where one of its deliveries is seen by a snapshot that stays: what stays is what it
 * was. `deliveries` are all that are live, the corrected ones too.
 */
export function monthlyBeyondAYear(
  manifests: readonly Manifest[],
  deliveries: readonly { readonly id: DeliveryId; readonly day: Day }[],
): Thinning {
  const newest = manifests.at(-1)
  if (!newest) return { days: [], deliveries: [] }
  const kept = manifests.filter(
    (manifest, at) =>
      manifest.day > newest.day - YEAR || monthOf(manifest.day) !== monthOf(manifests[at + 1]!.day),
  )
  const seen = new Set(kept.flatMap(({ deliveries: seen, events }) => [...seen, ...events]))
  const days = manifests
    .filter((manifest) => !kept.includes(manifest))
    .map(({ day }) => day)
    .filter((day) => deliveries.every((one) => one.day !== day || !seen.has(one.id)))
  const gone = deliveries.filter(({ day }) => days.includes(day))
  return { days, deliveries: gone.map(({ id }) => id) }
}

function monthOf(day: Day): number {
  const { year, month } = partsOf(day)
  return year * 12 + month
}
