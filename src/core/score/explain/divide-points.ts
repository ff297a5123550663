import { apportion } from './apportion.ts'
import type { MoveSplit } from './change-explanation.ts'
import type { Points } from './explanation.ts'

/** Two parts of so many points, the first of them so many exact ones; as printed they add up to what is printed of both. */
export function dividePoints({ exact, printed }: Points, first: number): readonly [Points, Points] {
  const rest = exact - first
  const [a = 0, b = 0] = apportion([first, rest], printed)
  return [
    { exact: first, printed: a },
    { exact: rest, printed: b },
  ]
}

/** Of a factor that is ranked anew. */
export function moveSplit(points: Points, exactOwn: number): MoveSplit {
  const [own, cohort] = dividePoints(points, exactOwn)
  return { own, cohort }
}
