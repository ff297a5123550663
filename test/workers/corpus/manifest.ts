import { readFileSync } from 'node:fs'
import { sharedPath } from '../../shared.ts'

/** One file of the corpus, as its manifest describes it. */
export interface CorpusCase {
  readonly id: string
  readonly file: string
  readonly collection: string
  readonly tests: string
  readonly expected?: { readonly kind: string; readonly path?: string }
  readonly second_reading?: string
  /** Of csvkit's own reading with settings that a person would have to know. */
  readonly notes?: string
}

export const corpusPath = (name: string): string => sharedPath(`torture/${name}`)

const json = (name: string): unknown => JSON.parse(readFileSync(corpusPath(name), 'utf8'))

export const corpusJson = json

export const corpusCases = (): readonly CorpusCase[] =>
  (json('manifest.json') as { readonly cases: readonly CorpusCase[] }).cases
