const STEPS = 50

/** Tells of every fiftieth part, the first at once: what is told is drawn, and that takes the processor from the reading. */
export function inSteps<T extends unknown[]>(
  whole: number,
  tell: (done: number, ...rest: T) => void,
): (done: number, ...rest: T) => void {
  let next = 0
  return (done, ...rest) => {
    if (done < next) return
    next = done + whole / STEPS
    tell(done, ...rest)
  }
}
