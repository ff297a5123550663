import type { Scale } from '../configuration.ts'
import { LIMITS } from './limits.ts'
import {
  choice,
  either,
  list,
  map,
  number,
  numberAbove,
  object,
  optional,
  required,
  text,
  textLike,
  type Report,
  type Shape,
} from './shape.ts'

type ScaleOf<T extends Scale['type']> = Extract<Scale, { readonly type: T }>

/** An id of ours, and of a column: it can stand in an expression. */
const ID = /^[a-z_][a-z0-9_]*$/
export const id = textLike(ID, 'an id: a to z, digits and _, not starting with a digit', LIMITS.id)
export const score = number(0, 100)
export const share = number(0, 1)

/** A frozen cohort is kept as its type-7 quantiles 0 %, 1 % … 100 %. */
const REFERENCE_POINTS = 101

const better = choice(['higher', 'lower'])
const type = required(text(LIMITS.id))

const linear = object<ScaleOf<'linear'>>(
  { type, from: required(number()), to: required(number()) },
  (scale, report) => {
    if (scale.from === scale.to)
      report(['to'], `a number other than from (${scale.from})`, scale.to)
  },
)

const target = object<ScaleOf<'target'>>(
  {
    type,
    zeroBelow: required(number()),
    fullFrom: required(number()),
    fullTo: required(number()),
    zeroAbove: required(number()),
  },
  (scale, report) => {
    for (const [before, key] of [
      ['zeroBelow', 'fullFrom'],
      ['fullFrom', 'fullTo'],
      ['fullTo', 'zeroAbove'],
    ] as const) {
      if (scale[key] < scale[before])
        report([key], `a number of ${before} (${scale[before]}) or more`, scale[key])
    }
  },
)

const steps = object<ScaleOf<'steps'>>(
  {
    type,
    at: required(list(number(), LIMITS.steps, { least: 1, rule: ascending })),
    scores: required(list(score, LIMITS.steps + 1)),
  },
  ({ at, scores }, report) => {
    if (scores.length !== at.length + 1)
      report(['scores'], `a list of ${at.length + 1}: one more than at`, scores)
  },
)

const categories = object<ScaleOf<'categories'>>({
  type,
  map: required(map<number>(text(LIMITS.text), score, LIMITS.categories, differentButForCase)),
  otherwise: required(either(score, { kind: 'null' })),
})

const decay = object<ScaleOf<'decay'>>({ type, halfLife: required(numberAbove(0)) })

const quantiles = object<ScaleOf<'quantiles'>>(
  { type, low: required(share), high: required(share), better: required(better) },
  (scale, report) => {
    if (scale.high <= scale.low)
      report(['high'], `a number greater than low (${scale.low})`, scale.high)
  },
)

const percentile = object<ScaleOf<'percentile'>>({
  type,
  better: required(better),
  top: required(number(0, 0.5)),
  within: optional(id),
  reference: optional(
    list<number>(number(), REFERENCE_POINTS, { least: REFERENCE_POINTS, rule: notDescending }),
  ),
})

export const scale: Shape = {
  kind: 'tagged',
  key: 'type',
  of: { linear, target, steps, categories, decay, quantiles, percentile } satisfies Record<
    Scale['type'],
    unknown
  >,
}

function ascending(numbers: readonly unknown[], report: Report): void {
  for (let i = 1; i < numbers.length; i++) {
    const [before, here] = [numbers[i - 1] as number, numbers[i] as number]
    if (!(here > before)) report([i], `a number greater than the one before (${before})`, here)
  }
}

function notDescending(numbers: readonly number[], report: Report): void {
  for (let i = 1; i < numbers.length; i++) {
    const [before, here] = [numbers[i - 1] as number, numbers[i] as number]
    if (here < before) report([i], `a number of ${before} or more, as the one before`, here)
  }
}

function differentButForCase(map: Readonly<Record<string, number>>, report: Report): void {
  const seen = new Map<string, string>()
  for (const key of Object.keys(map)) {
    const folded = key.toLowerCase().normalize('NFC')
    const first = seen.get(folded)
    if (first === undefined) seen.set(folded, key)
    else report([key], `a value that differs from "${first}" by more than case`, key)
  }
}
