import type { Scale } from '../../core/model/configuration.ts'
import type { FocusedFactor } from '../../../workers/protocol/draft.ts'
import { formatCount } from '../parts/format.ts'
import { upperFirst } from './formula.ts'
import { scaleWords } from './scale.ts'

/** "62 accounts reach the full 100, 21 do now; 9 get nothing." Without accounts what the scale says. */
export function scaleTakeaway(scale: Scale, focus: FocusedFactor | null): string {
  if (!focus || focus.full.now === null || focus.zero.now === null) return scaleWords(scale)
  return upperFirst(`${ends(focus.full, 'the full 100')}; ${ends(focus.zero, '0')}.`)
}

function ends({ now, before }: FocusedFactor['full'], what: string): string {
  const count = now ?? 0
  const who =
    count === 0
      ? 'no account gets'
      : `${formatCount(count)} ${count === 1 ? 'account gets' : 'accounts get'}`
  const get = `${who} ${what}`
  return before === null || before === now ? get : `${get} (${formatCount(before)} as saved)`
}
