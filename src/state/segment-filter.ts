import type { Segment } from '../core/view/segment.ts'
import { filterText, toLiteral } from '../core/view/write-filter.ts'
import type { DimensionAnswer } from '../../workers/protocol/segments.ts'
import { toDay } from '../core/brand.ts'
import { toIsoDay } from './days.ts'
import { missingFilter, rangeFilter, segmentFilter } from './filter-links.ts'
import { toSubject } from './filter.svelte.ts'

type Split = Pick<DimensionAnswer, 'subject' | 'type' | 'segments'>

/** The accounts of one segment, as a filter that the list of accounts reads. */
export function filterOfSegment(split: Split, segment: Segment): string {
  const { subject } = split
  switch (segment.kind) {
    case 'missing':
      return missingFilter(subject)
    case 'value':
      return valueFilter(split, segment.value)
    case 'range':
      return rangeFilter(subject, endOf(split, segment.least), endOf(split, segment.below))
    case 'other':
      return otherFilter(split)
  }
}

/** A flag is raised or not; any other value is one of its subject. */
function valueFilter({ subject, type }: Split, value: string): string {
  const node = toSubject(subject)
  if (node.kind === 'after-scoring' && type === 'boolean')
    return filterText([{ kind: 'holds', subject: node, negated: value !== 'true' }])
  return segmentFilter({ id: subject, type }, value)
}

const endOf = ({ type }: Split, end: number | null): number | string | null =>
  end !== null && type === 'date' ? toIsoDay(toDay(end)) : end

/** What is missing is not among the others. */
function otherFilter({ subject, segments }: Split): string {
  const named = segments.flatMap((one) => (one.kind === 'value' ? [toLiteral(one.value)] : []))
  const values = { subject: toSubject(subject), values: named, negated: true, orMissing: false }
  return filterText([{ kind: 'values', ...values }])
}
