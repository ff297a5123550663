import { createContext } from 'svelte'
import type { Vocabulary } from '../../core/formula/vocabulary.ts'
import type { Subject } from '../words/subjects.ts'

/** What there is to filter by, and how it is called. */
export interface FilterWords {
  readonly subjects: readonly Subject[]
  readonly vocabulary: Vocabulary
}

export const [useFilterWords, provideFilterWords] = createContext<FilterWords>()
