import type { Vocabulary } from '../../core/formula/vocabulary.ts'
import type {
  Configuration,
  Effect,
  MissingPolicy,
  Rollup,
  Scale,
} from '../../core/model/configuration.ts'
import type { Change, Thing } from '../../core/model/difference.ts'
import { usualLabel, type Aggregate } from '../../core/source/event-plan.ts'
import type { KeyRule } from '../../core/source/key-rule.ts'
import { formatExact, formatExactPercent, plural } from '../parts/format.ts'
import { AGGREGATE_WORDS } from './events.ts'
import { KEY_RULE_LABELS } from './import.ts'
import { conditionPhrase, inputSentence, upperFirst, vocabularyOf } from './formula.ts'
import { effectWords, inputWriter, missingWords, rollupWords, scaleWords } from './scale.ts'

/** Writes the changes between two configurations as sentences without a full stop: "Tickets: weight 20 → 30". */
export function differenceWriter(
  before: Configuration,
  after: Configuration,
): (change: Change) => string {
  const sides = [
    { configuration: before, vocabulary: vocabularyOf(before) },
    { configuration: after, vocabulary: vocabularyOf(after) },
  ] as const
  const severalModels = sides.some(({ configuration }) => configuration.models.length > 1)
  return (change) => {
    const words = changeWords(change, sides)
    const [outer] = change.things
    const isInside = outer?.list === 'models' && change.things.length > 1
    return isInside && severalModels ? `${labelIn(sides, [outer])} › ${words}` : words
  }
}

interface Side {
  readonly configuration: Configuration
  readonly vocabulary: Vocabulary
}

type Sides = readonly [before: Side, after: Side]

/** What the things of a list are called; a list that is not here has no word of its own. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['models', 'Model'],
  ['groups', 'Group'],
  ['factors', 'Factor'],
  ['exceptions', 'Exception'],
  ['bands', 'Band'],
  ['flags', 'Flag'],
  ['derived', 'Derived column'],
  ['sources', 'Source'],
  ['columns', 'Column'],
  ['manual', 'Manual value'],
  ['views', 'View'],
  ['examples', 'Example'],
])

function changeWords(change: Change, sides: Sides): string {
  const thing = change.things.at(-1)
  const name = labelIn(sides, change.things)
  const kind = thing ? (KINDS.get(thing.list) ?? upperFirst(thing.list)) : ''
  switch (change.kind) {
    case 'added':
      return `${kind} ${name} added`
    case 'removed':
      return `${kind} ${name} removed`
    case 'reordered':
      return `${kind} ${name} moved from place ${placeWords(change.before)} to ${placeWords(change.after)}`
    case 'regrouped':
      return `${name} moved from ${groupWords(change.before, sides[0])} to ${groupWords(change.after, sides[1])}`
    case 'changed':
      return thing ? valueChange(change, thing, name, sides) : ownChange(change, sides)
  }
}

const placeWords = (place: unknown): string => `${Number(place) + 1}`
const groupWords = (id: unknown, { vocabulary }: Side): string => vocabulary.group(String(id))

function valueChange(change: Change, thing: Thing, name: string, sides: Sides): string {
  if (thing.list === 'bands' && change.keys[0] === 'from')
    return `${name} starts at ${number(change.after)} instead of ${number(change.before)}`
  return `${name}: ${fromTo(change, sides)}`
}

/** What the configuration says of itself, of the account and of attention. */
const ownChange = (change: Change, sides: Sides): string => upperFirst(fromTo(change, sides))

function fromTo(change: Change, sides: Sides): string {
  const { before, after } = change
  const what = keyWords(change)
  const [was, is] = [valueWords(change, before, sides[0]), valueWords(change, after, sides[1])]
  if (before === undefined) return `${what} ${set(change)}${is}`
  if (after === undefined) return `${what} ${was} removed`
  return was === is ? `${what} changed` : `${what} ${was} → ${is}`
}

const set = ({ keys }: Change): string =>
  keys[1] === 'include' || keys[0] === 'where' || keys[0] === 'keyRule' ? '' : 'set to '

/** Of a kind of file, and of what its rows come to. */
const SOURCE_WORDS: ReadonlyMap<string, string> = new Map([
  ['sources key', 'accounts named by'],
  ['sources keyRule', 'keys compared'],
  ['sources id_column', 'rows told apart by'],
  ['sources date', 'day of each row'],
  ['sources through', 'by way of'],
  ['columns from', 'made of'],
  ['columns aggregate', 'made as'],
  ['columns windowDays', 'window'],
  ['columns where', 'only rows where'],
  ['columns empty', 'without a row'],
])

const KEY_WORDS: ReadonlyMap<string, string> = new Map([
  ['when', 'rule'],
  ['appliesTo', 'applies to'],
  ['minCoverage', 'least coverage'],
  ['rollup', 'put together'],
  ['then', 'effect'],
  ['expression', 'computed as'],
  ['account include', 'customers are accounts where'],
  ['missing', 'where missing'],
  ['risk', 'counts as risk'],
])

function keyWords({ keys, things }: Change): string {
  const [first] = keys
  const list = things.at(-1)?.list
  // Of a source's column `missing` is a list of words.
  if (first === 'missing' && list !== 'factors') return 'missing words'
  const known = SOURCE_WORDS.get(`${list} ${first}`) ?? KEY_WORDS.get(keys.join(' '))
  if (known) return known
  if (first === 'types') return `type of ${keys.slice(1).join(' ')}`
  return keys.map(spaced).join(' ')
}

/** `renewalDays` is "renewal days", `id_column` is "id column". */
const spaced = (key: string): string =>
  key
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`)

/** Both files are restored ones, so that a key's value is of the shape that it has. */
function valueWords({ keys, things }: Change, value: unknown, { vocabulary }: Side): string {
  if (value === undefined) return ''
  const key = [things.at(-1)?.list ?? '', ...keys].join(' ').trim()
  switch (key) {
    case 'factors scale':
      return scaleWords(value as Scale, inputWriter(value as Scale))
    case 'factors missing':
      return missingWords(value as MissingPolicy).toLowerCase()
    case 'factors input':
    case 'derived expression':
      return inputSentence(value as string, vocabulary)
    case 'exceptions when':
    case 'flags when':
    case 'models appliesTo':
    case 'account include':
    case 'views filter':
    case 'columns where':
      return conditionPhrase(value as string, vocabulary)
    case 'columns windowDays':
      return plural(value as number, 'day')
    case 'columns aggregate':
      return AGGREGATE_WORDS[value as Aggregate]
    case 'sources keyRule':
      return KEY_RULE_LABELS[value as KeyRule]
    case 'exceptions then':
      return effectWords(value as Effect)
    case 'groups rollup':
      return rollupWords(value as Rollup) ?? 'factors are weighed'
    case 'models minCoverage':
      return formatExactPercent(value as number)
    default:
      return plainWords(value)
  }
}

const LONGEST = 60

function plainWords(value: unknown): string {
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null) return 'none'
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.length === 0 ? 'none' : cut(value.join(', '))
  return typeof value === 'string' ? cut(`“${value}”`) : cut(JSON.stringify(value))
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

const number = (value: unknown): string => formatExact(Number(value))

/** The name of the last of the things; where it was renamed, the new one. */
function labelIn([before, after]: Sides, things: readonly Thing[]): string {
  const found = itemIn(after.configuration, things) ?? itemIn(before.configuration, things)
  const thing = things.at(-1)
  const name = typeof found?.['name'] === 'string' ? found['name'] : null
  const id = thing?.id ?? ''
  return cut(name ?? (thing?.list === 'columns' ? usualLabel(id) : upperFirst(spaced(id))))
}

type Item = Readonly<Record<string, unknown>>

function itemIn(configuration: Configuration, things: readonly Thing[]): Item | undefined {
  let here: Item | undefined = configuration as unknown as Item
  for (const { list, id } of things) {
    const items: unknown = here?.[list]
    here = Array.isArray(items)
      ? (items as Item[]).find((item) => item['id'] === id || item['name'] === id)
      : undefined
  }
  return here
}
