import type { Day } from '../../src/core/brand.ts'

/** No answer to the page grows with the number of accounts beyond lists of so many rows. */
export const PAGE_ROWS = 200

export interface Download {
  readonly blob: Blob
  readonly fileName: string
}

/** A figure and what it was at the comparison; null where there is none. */
export interface Figure {
  readonly now: number | null
  readonly before: number | null
}

export type Cell =
  | { readonly type: 'missing' }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'date'; readonly value: Day }
  | { readonly type: 'boolean'; readonly value: boolean }
