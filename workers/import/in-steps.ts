/** Milliseconds: as often as the eye follows a bar. */
const STEP = 100

/** Tells ten times a second at most, the first at once: what is told is drawn, and that takes the processor from the reading. */
export function inSteps<T extends unknown[]>(
  tell: (...told: T) => void,
  now: () => number = () => performance.now(),
): (...told: T) => void {
  let next = -Infinity
  return (...told) => {
    if (now() < next) return
    next = now() + STEP
    tell(...told)
  }
}
