import type { Band, Configuration } from './configuration.ts'

/** Which bands put value at risk, by their place; where none says so, it is the first. */
export function riskBands({ bands }: Pick<Configuration, 'bands'>): boolean[] {
  const said = bands.map((band) => band.risk === true)
  return bands.some((band) => band.risk !== undefined) ? said : bands.map((_, i) => i === 0)
}

/** The place of the band of a shown score, 0..100: the last one that starts at or below it. -1 for NaN (not scored). */
export function bandOf(shown: number, bands: readonly Band[]): number {
  return bands.findLastIndex((band) => band.from <= shown)
}
