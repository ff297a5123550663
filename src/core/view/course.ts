import type { Day } from '../brand.ts'

/** How a score moves over time, beside where it stands. */
export interface Course {
  /** Points in 30 days along the straight line that lies closest to the scores (least squares). */
  readonly slope: number
  /** How far the scores lie from that line: the root of their mean squared distance, with two degrees of freedom less; 0 for two scores. */
  readonly volatility: number
  readonly from: Day
  readonly scores: number
}

interface Point {
  readonly day: Day
  /** Null where not scored. */
  readonly score: number | null
}

/** A straight line says little over a longer time. */
const COURSE_DAYS = 180

/** The course of the scores of the last 180 days, the newest one's day included; null for fewer than two of them. */
export function courseOf(points: readonly Point[]): Course | null {
  const scored = points.filter(({ score }) => score !== null)
  const newest = scored.at(-1)
  if (!newest) return null
  const recent = scored.filter(({ day }) => day > newest.day - COURSE_DAYS)
  const [first] = recent
  if (!first || recent.length < 2) return null
  const days = recent.map(({ day }) => day - first.day)
  const scores = recent.map(({ score }) => score as number)
  const [dayMean, scoreMean] = [mean(days), mean(scores)]
  const spread = sum(days.map((day) => (day - dayMean) ** 2))
  const together = sum(days.map((day, i) => (day - dayMean) * (scores[i]! - scoreMean)))
  const slope = together / spread
  const squares = scores.map((score, i) => (score - scoreMean - slope * (days[i]! - dayMean)) ** 2)
  const volatility = recent.length > 2 ? Math.sqrt(sum(squares) / (recent.length - 2)) : 0
  return { slope: slope * 30, volatility, from: first.day, scores: recent.length }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length
