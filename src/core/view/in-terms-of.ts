import type { Band, Configuration } from '../model/configuration.ts'
import { NO_BAND, NO_MODEL, type ScoreSheet } from '../score/sheet.ts'

/**
 * A sheet that one configuration scored, with bands, models and flags numbered as another one has them, by their ids. A model that the
 * other does not have is none, and a flag is left away.
 */
export function inTermsOf(sheet: ScoreSheet, own: Configuration, other: Configuration): ScoreSheet {
  const models = placesIn(
    own.models.map(({ id }) => id),
    other.models,
  )
  return {
    ...sheet,
    bands: bandsAmong(
      sheet,
      own.bands.map(({ id }) => id),
      other.bands,
    ),
    models: sheet.models.map((model) => {
      const place = model === NO_MODEL ? -1 : (models[model] as number)
      return place >= 0 ? place : NO_MODEL
    }),
    flags: (other.flags ?? []).map(({ id }) => {
      const place = own.flags?.findIndex((flag) => flag.id === id) ?? -1
      return sheet.flags[place] ?? new Uint8Array(sheet.accounts.length)
    }),
  }
}

/**
 * The bands of scores, numbered by `ids` so far, as places among `bands`. An id that is not among them is read as the band that the
 * shown score lies in there, so that no account falls out of a list.
 */
export function bandsAmong(
  scores: Pick<ScoreSheet, 'bands' | 'shown'>,
  ids: readonly string[],
  bands: readonly Band[],
): Uint8Array {
  const places = placesIn(ids, bands)
  if (places.every((place, own) => place === own)) return scores.bands
  return scores.bands.map((band, row) => {
    if (band === NO_BAND) return NO_BAND
    const place = places[band] as number
    const shown = scores.shown[row] as number
    return place >= 0 ? place : bands.findLastIndex(({ from }) => from <= shown)
  })
}

const placesIn = (ids: readonly string[], among: readonly { readonly id: string }[]): number[] =>
  ids.map((id) => among.findIndex((one) => one.id === id))
