import type { Band } from '../../core/model/configuration.ts'
import type { Session } from '../../state/session.svelte.ts'
import type { DriftPoint } from '../../../workers/protocol/segments.ts'
import { formatDay, formatScore } from '../parts/format.ts'
import { bandShareWords } from './trends.ts'

/** "Enterprise went from 71.2 on Nov 30, 2025 to 67.3, the portfolio from 70.0 to 69.9." */
export function driftWords(points: readonly DriftPoint[], name: string): string {
  const averageOf = (point: DriftPoint | undefined) => point?.segments[0]?.average ?? null
  const first = points.find((point) => averageOf(point) !== null)
  const last = points.findLast((point) => averageOf(point) !== null)
  if (!first || !last) return `No account of ${name} was scored in any snapshot.`
  if (first === last)
    return `${name} had scores on ${formatDay(first.day)} alone: ${formatScore(averageOf(first))}.`
  const went = (from: number | null, to: number | null) =>
    formatScore(from) === formatScore(to)
      ? `stayed at ${formatScore(to)}`
      : `went from ${formatScore(from)} to ${formatScore(to)}`
  return `Since ${formatDay(first.day)} ${name} ${went(averageOf(first), averageOf(last))}, the portfolio ${went(first.average, last.average)}.`
}

/** How much of the segment is at risk. */
export const shareWords = (
  points: readonly DriftPoint[],
  bands: readonly Band[],
  days: Pick<Session, 'day' | 'since'>,
): string =>
  bandShareWords(
    points.map((point) => ({ ...point, bands: point.segments[0]?.bands ?? [] })),
    bands,
    days,
  )
