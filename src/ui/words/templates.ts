import { needOf } from '../../core/model/templates/needs.ts'
import type { LeftOut } from '../../core/model/templates/left-out.ts'
import type { Waiting } from '../../core/model/templates/fill.ts'
import { assertNever } from '../../core/problem.ts'
import { plural } from '../parts/format.ts'

const listFormat = new Intl.ListFormat('en', { type: 'conjunction' })

/** What a template leaves out, and for want of what. */
export function leftOutWords({ part, name, needs, why }: LeftOut): string {
  const what = part === 'factor' ? name : `${name} (${part})`
  switch (why) {
    case 'not-mapped':
      return needs.length === 0
        ? `${what}: nothing of it is there`
        : `${what}: no column${lackWords(name, needs)}`
    case 'empty':
      return part === 'model'
        ? `${what}: its columns are empty there`
        : `${what}: its column is empty`
    case 'constant':
      return `${what}: its column says the same of everybody`
    case 'unreadable':
      return `${what}: the words of its column are no judgement that is known`
    case 'nobody':
      return `${what}: no account is there`
    default:
      return assertNever(why)
  }
}

function lackWords(name: string, needs: LeftOut['needs']): string {
  const names = needs.map((need) => needOf(need).name)
  return names.length === 1 && names[0] === name
    ? ''
    : ` for ${listFormat.format(names.map((one) => one.toLowerCase()))}`
}

export const foundWords = (found: number, needs: number): string =>
  found === 0 ? 'None of its columns was found' : `${found} of ${plural(needs, 'column')} found`

/** What a rule that looks back does while there is nothing to look back on. */
export const waitingWords = ({ part, name, isJudgedMeanwhile }: Waiting): string =>
  isJudgedMeanwhile
    ? `${name} (${part}): the lowest quarter of today’s accounts until then`
    : `${name} (${part}): nobody until then`
