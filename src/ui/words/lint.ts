import type { Configuration } from '../../core/model/configuration.ts'
import { assertNever } from '../../core/problem.ts'
import type { LintFinding } from '../../core/score/lint/lint-finding.ts'
import { formatCount, formatNumber, formatPercent, formatScore, plural } from '../parts/format.ts'

/** A finding for people: what it is about by its name, what is odd, and what to do. */
export interface LintWords {
  readonly about: string
  readonly text: string
}

export function lintWords(finding: LintFinding, configuration: Configuration): LintWords {
  return {
    about: nameOfPlace(finding.place, configuration),
    text: sentenceOf(finding, configuration),
  }
}

function sentenceOf(finding: LintFinding, configuration: Configuration): string {
  switch (finding.code) {
    case 'missing-column':
      return `No snapshot has the column ${finding.column}: it is missing for everybody. Import it, or take it out.`
    case 'applies-to-nobody':
      return finding.met > 0
        ? `Nobody is scored by it: ${plural(finding.met, 'account')} would meet its condition, but a model above takes them. Move it up.`
        : 'No account meets its condition.'
    case 'weight-0':
      return 'It weighs 0: it is shown and changes nothing.'
    case 'same-score-for-most':
      return `${formatCount(finding.accounts)} of ${formatCount(finding.of)} accounts get the same ${formatScore(finding.score)} from it: it tells few apart.`
    case 'says-the-same':
      return `It says the same as ${nameOfPlace(finding.other, configuration)} (correlation ${formatNumber(Math.round(finding.correlation * 100) / 100)}): what both measure counts twice.`
    case 'limits-outside-data':
      return `${finding.limits.map(({ value }) => formatNumber(value)).join(' and ')} ${finding.limits.length === 1 ? 'lies' : 'lie'} outside the values there are, ${formatNumber(finding.least)} to ${formatNumber(finding.greatest)}.`
    case 'direction-contradicts-name':
      return `By its name ${finding.expected === 'higher' ? 'more' : 'less'} of ${finding.column} would be healthier; the scale says the opposite.`
    case 'few-to-rank':
      return `It ranks ${plural(finding.affected, 'account')} among too few: the smallest group has ${formatCount(finding.accounts)}.`
    case 'cap-reaches-band':
      return `A cap at ${formatNumber(finding.cap)} still lets an account into ${bandName(finding.band, configuration)}. Put it below where that begins.`
    case 'band-nearly-empty':
      return `Only ${formatCount(finding.accounts)} of ${formatCount(finding.of)} scored accounts (${formatPercent(finding.accounts / finding.of)}) are in it.`
    default:
      return assertNever(finding)
  }
}

const bandName = (id: string, { bands }: Configuration): string =>
  bands.find((band) => band.id === id)?.name ?? id

/** The name of the innermost thing that a place lies in; the place itself where nothing in it has a name. */
export function nameOfPlace(place: string, configuration: Configuration): string {
  let value: unknown = configuration
  let name = place
  for (const [, key, index] of place.matchAll(/([a-zA-Z_]+)|\[(\d+)\]/g)) {
    value = (value as Readonly<Record<string, unknown>> | undefined)?.[key ?? (index as string)]
    name = titleOf(value) ?? name
  }
  return name
}

function titleOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const { name, reason, id } = value as Readonly<Record<string, unknown>>
  return [name, reason, id].find((text) => typeof text === 'string') ?? null
}
