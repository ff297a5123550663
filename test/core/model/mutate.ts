import fc from 'fast-check'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const ODD: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, -1, 0.5, 1, 100, 101, 1e300, -0.001),
  fc.constantFrom<Json>(
    '',
    'a',
    'A B',
    '1',
    'exclude',
    'mean',
    'percentile',
    'text',
    'a > 1',
    'a >',
  ),
  fc.constantFrom<Json>([], {}, [1], { a: 1 }, { score: 50 }, { cap: 1, floor: 2 }, { carry: 1.5 }),
  fc.integer({ min: -5, max: 120 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ maxLength: 6 }),
)

const KEYS = ['id', 'name', 'weight', 'type', 'at', '__proto__', 'constructor', 'x y', 'cap', 'to']

type Step = (value: Json, at: number, odd: Json) => Json

/** What hands do to files: another value, a key too many, too few or renamed, an item twice, gone or moved. */
const STEPS: readonly Step[] = [
  (_, __, odd) => odd,
  (_, __, odd) => odd,
  (value) => (typeof value === 'number' ? -value : typeof value === 'string' ? `${value} ` : value),
  (value, at, odd) =>
    isRecord(value) ? withKey(value, KEYS[at % KEYS.length] as string, odd) : value,
  (value, at) => (isRecord(value) ? withoutKey(value, at) : value),
  (value, at) => (Array.isArray(value) ? value.toSpliced(at % (value.length + 1), 1) : value),
  (value, at) =>
    Array.isArray(value) && value.length > 0 ? [...value, value[at % value.length] as Json] : value,
  (value) => (Array.isArray(value) ? value.toReversed() : value),
  (value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value),
]

/** A JSON value after one or more changes at places of its own. */
export const mutated = (whole: unknown, most = 3): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom(...STEPS), fc.nat(50), ODD), {
      minLength: 1,
      maxLength: most,
    })
    .map((changes) =>
      changes.reduce<Json>((value, [place, step, at, odd]) => {
        const places = placesOf(value)
        return changed(value, places[place % places.length] as Place, (one) => step(one, at, odd))
      }, whole as Json),
    )

type Place = readonly (string | number)[]

function placesOf(value: Json, place: Place = []): Place[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item, i) => placesOf(item, [...place, i]))
    : isRecord(value)
      ? Object.entries(value).flatMap(([key, item]) => placesOf(item, [...place, key]))
      : []
  return [place, ...inner]
}

function changed(value: Json, [step, ...rest]: Place, change: (value: Json) => Json): Json {
  if (step === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((item, i) => (i === step ? changed(item, rest, change) : item))
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).map(([key, item]) => [
      key,
      key === step ? changed(item, rest, change) : item,
    ]),
  )
}

const isRecord = (value: Json): value is { [key: string]: Json } =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const withKey = (value: Record<string, Json>, key: string, item: Json): Json =>
  Object.fromEntries([...Object.entries(value), [key, item]])

const withoutKey = (value: Record<string, Json>, at: number): Json => {
  const keys = Object.keys(value)
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== keys[at % keys.length]))
}
