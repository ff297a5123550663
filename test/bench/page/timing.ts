export interface Timing {
  readonly warmUp: number
  readonly runs: number
}

/** The milliseconds of each run after those that warm up. `task` is told which run it is, so that no two are the same. */
export async function repeat(
  { warmUp, runs }: Timing,
  task: (run: number) => unknown,
): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < warmUp + runs; run++) {
    const start = performance.now()
    await task(run)
    times.push(performance.now() - start)
  }
  return times.slice(warmUp)
}

export async function timed(task: () => unknown): Promise<number> {
  const start = performance.now()
  await task()
  return performance.now() - start
}
