import type { Band, Configuration } from '../configuration.ts'
import { freshId } from './edit-ids.ts'

/** Bands start at whole scores when they are dragged, and are never narrower. */
const LEAST_WIDTH = 1

/** Lets a band start elsewhere, between its neighbours; the first one starts at 0. */
export function startBandAt(
  configuration: Configuration,
  band: number,
  from: number,
): Configuration {
  const { bands } = configuration
  const least = bands[band - 1]
  if (!least || !bands[band]) return configuration
  const most = (bands[band + 1]?.from ?? 100) - (bands[band + 1] ? LEAST_WIDTH : 0)
  const start = Math.min(most, Math.max(least.from + LEAST_WIDTH, from))
  return withBands(
    configuration,
    bands.map((one, i) => (i === band ? { ...one, from: start } : one)),
  )
}

/** A new band in the upper half of the widest one. */
export function addBand(configuration: Configuration, name: string): Configuration {
  const { bands } = configuration
  const ends = bands.map((band, i) => (bands[i + 1]?.from ?? 100) - band.from)
  const widest = ends.indexOf(Math.max(...ends))
  const from = Math.round((bands[widest]?.from ?? 0) + (ends[widest] ?? 0) / 2)
  const id = freshId(
    name,
    bands.map((band) => band.id),
  )
  return withBands(configuration, bands.toSpliced(widest + 1, 0, { id, name, from }))
}

/** Takes a band away; the one before it, or behind the first, takes its stretch. The last band stays. */
export function removeBand(configuration: Configuration, band: number): Configuration {
  const { bands } = configuration
  if (bands.length < 2) return configuration
  const left = bands.filter((_, i) => i !== band)
  return withBands(
    configuration,
    left.map((one, i) => (i === 0 ? { ...one, from: 0 } : one)),
  )
}

/** Says of one band whether it puts value at risk, and so of all of them: without a word it is the first. */
export function setBandRisk(
  configuration: Configuration,
  risks: readonly boolean[],
  band: number,
): Configuration {
  return withBands(
    configuration,
    configuration.bands.map(({ risk: _, ...one }, i) => {
      const isRisk = i === band ? !risks[i] : risks[i] === true
      return isRisk ? { ...one, risk: true } : i === 0 ? { ...one, risk: false } : one
    }),
  )
}

const withBands = (configuration: Configuration, bands: readonly Band[]): Configuration => ({
  ...configuration,
  bands,
})
