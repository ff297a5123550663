import { columnsOfSource } from '../../core/model/declared-columns.ts'
import { sumLabel } from '../../core/source/event-plan.ts'
import { parseFormula } from '../../core/formula/parse.ts'
import type { ColumnWords, Vocabulary } from '../../core/formula/vocabulary.ts'
import { formulaWords, ruleWords } from '../../core/formula/words.ts'
import type { Configuration } from '../../core/model/configuration.ts'
import type { ColumnType } from '../../core/table/column.ts'
import type { ColumnSummary } from '../../../workers/protocol/opened.ts'
import { formatDay, formatExact, formatExactPercent } from '../parts/format.ts'
import { readsShare } from './scale.ts'

/** What of a configuration bears names; while there is none, nothing. */
export type Nameable = Pick<Configuration, 'models' | 'bands'> & Partial<Configuration>

/** Longer names make no readable sentence. */
const LONGEST = 80

/**
 * What the expressions of a configuration may name, as people call it; of columns the stored ones go before what the file says. A column
 * that nobody gave a name has that of the factor that it is.
 */
export function vocabularyOf(
  configuration: Nameable,
  stored: readonly ColumnSummary[] = [],
): Vocabulary {
  const columns = columnsIn(configuration, stored)
  const groups = configuration.models.flatMap((model) => model.groups)
  const factors = namesOf(groups.flatMap((group) => group.factors))
  const named = (names: ReadonlyMap<string, string>) => (id: string) => names.get(id) ?? cut(id)
  return {
    column: (id) => columns.get(id) ?? { label: cut(id), type: null, isShare: false },
    factor: named(factors),
    group: named(namesOf(groups)),
    flag: named(namesOf(configuration.flags ?? [])),
    band: named(namesOf(configuration.bands)),
    model: named(namesOf(configuration.models)),
    number: formatExact,
    share: formatExactPercent,
    day: formatDay,
  }
}

/** "There were no tickets in 90 days"; a text that is no expression stays as it is. */
export const conditionSentence = (text: string, vocabulary: Vocabulary): string =>
  upperFirst(conditionPhrase(text, vocabulary))

/** The same inside a sentence. */
export function conditionPhrase(text: string, vocabulary: Vocabulary): string {
  const parsed = parseFormula(text)
  return parsed.ok ? ruleWords(parsed.value, vocabulary) : text
}

/** What an input or a derived column is: "Active users divided by seats". */
export const inputSentence = (text: string, vocabulary: Vocabulary): string =>
  upperFirst(inputPhrase(text, vocabulary))

/** The same inside a sentence. */
export function inputPhrase(text: string, vocabulary: Vocabulary): string {
  const parsed = parseFormula(text)
  return parsed.ok ? formulaWords(parsed.value, vocabulary) : text
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const IS_NAME = /^[a-z_][a-z0-9_]*$/

const factorsOf = ({ models }: Nameable) =>
  models.flatMap(({ groups }) => groups.flatMap((group) => group.factors))

interface Named {
  readonly id: string
  readonly name?: string
}

const namesOf = (things: readonly Named[]): ReadonlyMap<string, string> =>
  new Map(things.toReversed().map(({ id, name }) => [id, cut(name ?? id)]))

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text

function columnsIn(
  configuration: Nameable,
  stored: readonly ColumnSummary[],
): ReadonlyMap<string, ColumnWords> {
  const labels = new Map<string, string>()
  const types = new Map<string, ColumnType>(Object.entries(configuration.types ?? {}))
  const say = (id: string, label: string) => {
    if (!labels.has(id) || label !== id) labels.set(id, label)
  }
  for (const { input, name } of factorsOf(configuration))
    if (name && IS_NAME.test(input)) say(input, name)
  for (const { id, label, type } of declared(configuration)) {
    say(id, label)
    if (type !== undefined && !types.has(id)) types.set(id, type)
  }
  for (const { id, label, type } of stored) {
    say(id, label)
    types.set(id, type)
  }
  const shares = sharesIn(configuration)
  const ids = new Set([...labels.keys(), ...types.keys(), ...shares])
  return new Map(
    Array.from(ids, (id) => [
      id,
      { label: cut(labels.get(id) ?? id), type: types.get(id) ?? null, isShare: shares.has(id) },
    ]),
  )
}

function declared({ sources = [], manual = [], derived = [] }: Nameable) {
  return [
    ...sources.flatMap((source, place) =>
      columnsOfSource(source, place).map(({ id, type }) => {
        const column = source.columns?.find((one) => one.id === id)
        // What is summed up over events is not what its header names.
        const label = column?.aggregate === undefined ? column?.from : sumLabel(column)
        return { id, label: label ?? id, type: type ?? undefined }
      }),
    ),
    ...manual.map(({ id, name, type }) => ({ id, label: name ?? id, type })),
    ...derived.map(({ id, name }) => ({ id, label: name ?? id, type: undefined })),
  ]
}

/** Columns that a scale reads as shares, or a file in per cent. */
function sharesIn(configuration: Nameable): ReadonlySet<string> {
  return new Set([
    ...factorsOf(configuration)
      .filter(({ scale }) => readsShare(scale))
      .map(({ input }) => input),
    ...(configuration.sources ?? []).flatMap(({ columns = [] }) =>
      columns.filter(({ format }) => format?.percent === true).map(({ id }) => id),
    ),
  ])
}
