import type { Scale } from '../configuration.ts'
import { readable } from './scales.ts'
import { reached } from './conditions.ts'
import type { Kit } from './kit.ts'
import { NEEDS, type NeedId } from './needs.ts'
import type { Choice, DerivedRecipe, FactorRecipe } from './template.ts'

/** A factor of the column that plays a need. Without `make`: as Hale would propose it. */
export const factor = (
  need: NeedId,
  weight = 1,
  make?: (
    kit: Kit,
    need: NeedId,
    rows: Uint32Array,
  ) => ReturnType<NonNullable<FactorRecipe['make']>>,
): Choice<FactorRecipe> => [
  {
    id: need,
    name: NEEDS[need].name,
    needs: [need],
    weight,
    ...(make ? { make: (kit, rows) => make(kit, need, rows) } : {}),
  },
]

/** Who uses what was bought, in the person's own names. */
export const SEAT_USE: DerivedRecipe = {
  id: 'seat_use',
  name: 'Seats in use',
  needs: ['active_users', 'seats'],
  expression: (kit) => `${kit.id('active_users')} / ${kit.id('seats')}`,
}

const USUAL_SEAT_USE: Scale = { type: 'linear', from: 0.25, to: 0.8 }

/** Users as a share of the seats; without seats their number as it is. */
export const seatUse = (weight = 1, scale: Scale = USUAL_SEAT_USE): Choice<FactorRecipe> => [
  {
    id: 'seat_use',
    name: SEAT_USE.name,
    needs: SEAT_USE.needs,
    reads: 'seat_use',
    weight,
    make: (kit) => ({ name: SEAT_USE.name, input: kit.derived('seat_use'), scale }),
  },
  { id: 'active_users', name: NEEDS.active_users.name, needs: ['active_users'], weight },
]

/** All of it where it was reached, nothing where it was not. */
export const milestone = (need: NeedId, weight = 1): Choice<FactorRecipe> =>
  factor(need, weight, (kit) => ({
    name: `${NEEDS[need].name} reached`,
    input: reached(kit, need),
    scale: { type: 'categories', map: { true: 100, false: 0 }, otherwise: null },
  }))

/** Use now against the mean of the last quarter: all of it where it held, nothing where it halved. */
export const held = (need: NeedId, weight = 1): FactorRecipe => ({
  id: `${need}_trend`,
  name: `${NEEDS[need].name}, against the last quarter`,
  needs: [need],
  weight,
  make: (kit) => ({
    name: `${kit.candidate(need)?.name ?? need}, against the last quarter`,
    input: `${kit.id(need)} / average(${kit.id(need)}, 92)`,
    scale: { type: 'linear', from: 0.5, to: 1 },
  }),
})

/** From the middle of all customers on. */
export const isLarge = (kit: Kit): string =>
  `${kit.id('size')} >= ${readable(kit.quantile('size', 0.5))}`
