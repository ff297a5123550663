import type { ReadingPlan } from '../../source/plan.ts'
import { headerOverlap, rememberPlan, type RememberedSource } from '../../source/remembered.ts'
import { columnsOfSource } from '../declared-columns.ts'
import type { Configuration, SourceDefinition } from '../configuration.ts'
import { isSame } from '../same.ts'
import { describeEvents, isOfEvents, type PlanOfEvents } from './describe-events.ts'
import { rememberSource } from './remember-source.ts'

type Definitions = readonly SourceDefinition[]

/**
 * The configuration with the sources of events as they were last read. What it says already in other words stays as it is written;
 * what cannot be said, or would make a column that something else makes, stays out.
 */
export function withEventSources(
  configuration: Configuration,
  plans: readonly ReadingPlan[],
): Configuration {
  const before = configuration.sources ?? []
  const read = inTermsOf(before, plans.filter(isOfEvents))
  const sources = read.reduce((sources, plan) => {
    const described = describeEvents(plan, read)
    return described ? withSource(sources, described, configuration) : sources
  }, before)
  return sources === before ? configuration : { ...configuration, sources }
}

function withSource(
  sources: Definitions,
  described: SourceDefinition,
  { account, derived = [], manual = [] }: Configuration,
): Definitions {
  const known = sources.find(({ id }) => id === described.id)
  if (known && saysAs(known, described)) return sources
  const others = sources.filter((source) => source !== known).flatMap(columnsOfSource)
  const taken = new Set([account.key, ...[...derived, ...manual, ...others].map(({ id }) => id)])
  if (columnsOfSource(described, 0).some(({ id }) => taken.has(id))) return sources
  return known
    ? sources.map((source) => (source === known ? { ...source, ...described } : source))
    : [...sources, described]
}

/** Whether a file is read alike by both. What `known` alone tells of how cells are written is as good. */
function saysAs(known: SourceDefinition, described: SourceDefinition): boolean {
  const [a, b] = [rememberSource(known), rememberSource(described)]
  const meantBy = ({ key, rule, events }: RememberedSource) => ({ key, rule, events })
  if (known.grain !== 'event' || !isSame(meantBy(a), meantBy(b))) return false
  return [...b.columns].every(([header, { id, ignore, format, missing }]) => {
    const own = a.columns.get(header)
    const isWritten = Object.keys(format).length > 0 || missing !== null
    if (!own) return !ignore && !isWritten
    const isAlike = !isWritten || isSame([own.format, own.missing], [format, missing])
    return own.id === id && own.ignore === ignore && isAlike
  })
}

/**
 * The kinds of files that are known before the next one comes: those that came, then those that the configuration describes. What it
 * says of events stands before how they were last read: it was put in force since.
 */
export function knownSources(
  plans: readonly ReadingPlan[],
  sources: Definitions,
): readonly RememberedSource[] {
  const ids = new Map(plans.filter(isOfEvents).map((plan) => [idIn(sources, plan), plan.source]))
  const read = inTermsOf(sources, plans.filter(isOfEvents))
  const came = plans.map((plan) => {
    const remembered = rememberPlan(plan)
    const own = read.find(({ source }) => ids.get(source) === plan.source)
    const definition = own && sources.find(({ id }) => id === own.source)
    const described = own && describeEvents(own, read)
    return !definition || (described && saysAs(definition, described))
      ? remembered
      : readAs(remembered, rememberSource(definition), ids)
  })
  const others = sources.filter(({ id }) => !ids.has(id)).map(rememberSource)
  return [...came, ...others.map((other) => readAs(other, other, ids))]
}

function readAs(
  remembered: RememberedSource,
  { key, rule, events, columns }: RememberedSource,
  ids: ReadonlyMap<string, string>,
): RememberedSource {
  const through = events?.through ?? null
  const way = through === null ? null : (ids.get(through) ?? through)
  return {
    ...remembered,
    key,
    rule,
    columns: new Map([...remembered.columns, ...columns]),
    ...(events ? { events: { ...events, through: way } } : {}),
  }
}

/** With the ids that the configuration has for the same kinds of files. */
function inTermsOf(sources: Definitions, plans: readonly PlanOfEvents[]): PlanOfEvents[] {
  const ids = new Map(plans.map((plan) => [plan.source, idIn(sources, plan)]))
  return plans.map((plan) => {
    const { through } = plan.events
    const way = through === null ? null : (ids.get(through) ?? through)
    return { ...plan, source: idIn(sources, plan), events: { ...plan.events, through: way } }
  })
}

/** That of the source of the same id, else of the one with the same headers, else its own. */
function idIn(sources: Definitions, { source, columns }: PlanOfEvents): string {
  const headers = columns.map(({ header }) => header.trim())
  const events = sources.filter(({ grain }) => grain === 'event')
  const known =
    events.find(({ id }) => id === source) ??
    events.find(({ headers: known }) => known && headerOverlap(known, headers) === 1)
  return known?.id ?? source
}
