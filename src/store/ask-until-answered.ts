const PATIENCE_MS = 1_000

/** Asks again where no answer comes: Chromium drops what it is asked while it is clearing a database. Only for what changes nothing. */
export async function askUntilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await Promise.race([ask().then((value) => ({ value })), silence()])
    if (answer) return answer.value
  }
}

const silence = (): Promise<null> =>
  new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null))
