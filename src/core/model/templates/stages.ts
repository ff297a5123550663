import { wordCounts } from '../propose/found-values.ts'
import { headerWords } from '../propose/header-words.ts'
import { quoted } from '../propose/propose-include.ts'
import type { Kit } from './kit.ts'

/** What people call the stages that are told by name; everything else is adoption. */
const STAGE_WORDS = {
  trial: 'trial evaluation evaluating pilot poc freemium',
  onboarding:
    'onboarding onboard implementation implementing implement new kickoff setup launch activation start starting',
  renewal: 'renewal renewing renew',
} as const

/** Who is in a stage by the words of the stage column; null where nobody is. */
export function inStage(kit: Kit, stage: keyof typeof STAGE_WORDS): string | null {
  const { id, column } = kit.column('stage')
  if (column.type !== 'text') return null
  const known = new Set(STAGE_WORDS[stage].split(' '))
  const values = [...wordCounts(column, kit.rows).keys()]
    .filter((value) => [...headerWords(value).words].some((word) => known.has(word)))
    .sort()
  const [only] = values
  if (only === undefined) return null
  return values.length === 1
    ? `${id} == ${quoted(only)}`
    : `${id} in [${values.map(quoted).join(', ')}]`
}
