import {
  FLAG_KINDS,
  ROLLUPS,
  type AccountRoles,
  type Attention,
  type Band,
  type Configuration,
  type DerivedColumn,
  type Example,
  type Exception,
  type Factor,
  type Flag,
  type Group,
  type Play,
  type ScoringModel,
  type View,
} from '../configuration.ts'
import { LIMITS, VERSION } from './limits.ts'
import { id, scale, score, share } from './scale-shape.ts'
import {
  choice,
  either,
  formula,
  list,
  map,
  number,
  object,
  optional,
  required,
  text,
  unused,
  wholeNumber,
  numberAbove,
  type ObjectShape,
  type Report,
  type Shape,
} from './shape.ts'
import { columnType, manual, source } from './source-shape.ts'

const label = text(LIMITS.text)
const name = optional(label)
const weight = required(number(0))

const account = object<AccountRoles>({
  key: required(id),
  name: optional(id),
  value: optional(id),
  renewal: optional(id),
  owner: optional(id),
  outcome: optional(id),
  segments: optional(list(id, LIMITS.segments)),
  include: optional(formula('input', 'boolean')),
})

const missing = either(choice(['exclude']), {
  kind: 'one-key',
  of: object<{ score?: number; carry?: number }>({
    score: optional(score),
    carry: optional(wholeNumber(1)),
  }),
})

export const factor = object<Factor>({
  id: required(id),
  name,
  input: required(formula('input', null)),
  weight,
  scale: required(scale),
  missing: optional(missing),
})

const group = object<Group>({
  id: required(id),
  name,
  weight,
  rollup: optional(choice(ROLLUPS)),
  factors: required(
    list<Factor>(factor, LIMITS.factors, { least: 1, unique: 'id', rule: someWeight }),
  ),
})

const effect: Shape = {
  kind: 'one-key',
  of: object<{ cap?: number; floor?: number; set?: number; add?: number }>({
    cap: optional(score),
    floor: optional(score),
    set: optional(score),
    add: optional(number(-100, 100)),
  }),
}

const exception = object<Exception>({
  id: required(id),
  when: required(formula('input', 'boolean')),
  then: required(effect),
  reason: required(label),
})

const model = object<ScoringModel>({
  id: required(id),
  name,
  appliesTo: optional(formula('input', 'boolean')),
  minCoverage: optional(share),
  groups: required(list<Group>(group, LIMITS.groups, { least: 1, unique: 'id', rule: someWeight })),
  exceptions: optional(list(exception, LIMITS.exceptions, { unique: 'id' })),
})

const band = object<Band>({
  id: required(id),
  name,
  from: required(score),
  risk: optional({ kind: 'boolean' }),
})

const play = object<Play>({
  name: required(label),
  steps: optional(list(label, LIMITS.words)),
  dueDays: optional(wholeNumber(0)),
})

const flag = object<Flag>({
  id: required(id),
  name,
  kind: required(choice(FLAG_KINDS)),
  when: required(formula('after-scoring', 'boolean')),
  play: unused(play),
})

const attention = object<Attention>({
  fall: optional(
    object<NonNullable<Attention['fall']>>({
      points: required(numberAbove(0)),
      days: required(wholeNumber(1)),
    }),
  ),
  renewalDays: optional(wholeNumber(0)),
  staleDays: optional(wholeNumber(0)),
})

const view = object<View>({
  id: required(id),
  name,
  filter: optional(formula('filter', 'boolean')),
  columns: optional(list(label, LIMITS.columns)),
  sort: optional(list({ kind: 'pair', of: [label, choice(['asc', 'desc'])] }, LIMITS.columns)),
})

const derived = object<DerivedColumn>({
  id: required(id),
  name,
  expression: required(formula('input', null)),
})

const example = object<Example>({
  name: required(label),
  values: required(
    map(id, either(number(), label, { kind: 'boolean' }, { kind: 'null' }), LIMITS.columns),
  ),
  model: optional(id),
  score: optional(either(score, { kind: 'null' })),
  band: optional(either(id, { kind: 'null' })),
})

/** The whole file. */
export const configuration: ObjectShape = object<Configuration>({
  format: required(choice(['hale-config'])),
  version: required(choice([VERSION])),
  name,
  description: name,
  account: required(account),
  types: optional(map(id, columnType, LIMITS.columns)),
  sources: optional(list(source, LIMITS.sources, { unique: 'id' })),
  manual: unused(list(manual, LIMITS.manual, { unique: 'id' })),
  derived: optional(list(derived, LIMITS.derived, { unique: 'id' })),
  models: required(list(model, LIMITS.models, { least: 1, unique: 'id' })),
  bands: required(
    list<Band>(band, LIMITS.bands, { least: 1, unique: 'id', rule: bandsAscendFromZero }),
  ),
  flags: optional(list(flag, LIMITS.flags, { unique: 'id' })),
  attention: optional(attention),
  views: optional(list(view, LIMITS.views, { unique: 'id' })),
  examples: optional(list(example, LIMITS.examples)),
})

function someWeight(items: readonly { readonly weight: number }[], report: Report): void {
  if (items.every((item) => item.weight === 0)) report([], 'at least one weight above 0', 0)
}

function bandsAscendFromZero(bands: readonly Band[], report: Report): void {
  bands.forEach(({ from }, i) => {
    const before = bands[i - 1]
    if (!before && from !== 0) report([i, 'from'], '0: the first band starts there', from)
    if (before && from <= before.from)
      report([i, 'from'], `a number greater than the band before (${before.from})`, from)
  })
}
