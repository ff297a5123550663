import { PAGE_ENTRIES } from '../pages.ts'

/** What is only likely to be wanted does not compete with the first screen. */
const RESTING_MS = 1_500

/** Fetches and starts what an import needs, so that its file need not wait for it. */
export function getReady(prepareImporter: () => void): void {
  prepareImporter()
  // Whether they came is seen when they are asked for.
  for (const page of ['import', 'overview'] as const) PAGE_ENTRIES[page].load().catch(() => {})
}

/** The same once the page rests; gives the way to call it off. */
export function getReadyAtRest(prepareImporter: () => void): () => void {
  const timer = setTimeout(() => getReady(prepareImporter), RESTING_MS)
  return () => clearTimeout(timer)
}
