import type { Scale } from '../../core/model/configuration.ts'

const WORDS: Readonly<Record<string, string>> = {
  from: '0 points at',
  to: '100 points at',
  zeroBelow: '0 points up to',
  fullFrom: '100 points from',
  fullTo: '100 points up to',
  zeroAbove: '0 points from',
  halfLife: 'Half of the points at',
  top: 'All points for the best',
}

/** What a point of a scale's curve is: the label of its field, and of its handle. */
export function pointWords(scale: Scale, key: string): string {
  if (scale.type === 'quantiles') {
    const isFull = (key === 'high') === (scale.better === 'higher')
    return isFull ? '100 points from' : '0 points up to'
  }
  const [list, place = '0'] = key.split('.')
  if (list === 'scores') return 'Points below the first step'
  if (list === 'at') return `Step ${Number(place) + 1} begins at`
  return WORDS[key] ?? key
}

export const SCALE_NAMES: readonly (readonly [type: Scale['type'], name: string])[] = [
  ['linear', 'Linear'],
  ['target', 'Target'],
  ['steps', 'Steps'],
  ['decay', 'Decay'],
  ['quantiles', 'Quantiles'],
  ['percentile', 'Percentile'],
  ['categories', 'Categories'],
]
