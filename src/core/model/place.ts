/** The way from the file's root to a value. */
export type Place = readonly (string | number)[]

const PLAIN = /^[A-Za-z_$][\w$]*$/

/** As people write it: `models[0].groups[1].factors[2].scale.to`, `types["a b"]`. The root is ''. */
export function formatPlace(place: Place): string {
  return place.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`
    if (!PLAIN.test(step)) return `${path}[${JSON.stringify(step)}]`
    return path === '' ? step : `${path}.${step}`
  }, '')
}

const LONGEST = 60

/** What stands there, short enough for a message. */
export function describeFound(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (value === undefined) return 'nothing'
  if (value !== null && typeof value === 'object') return 'an object'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
