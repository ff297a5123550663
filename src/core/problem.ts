/**
 * What can be wrong with what people bring. Data, never sentences: those are made in `ui`.
 * Line numbers are physical lines of the file, from 1. Places are paths such as `models[0].bands[1].from`.
 */
export type Problem =
  FileProblem | RowProblem | ConfigurationProblem | FormulaProblem | StoreProblem

/** Nothing of the file can be read, or it needs an answer first. */
export type FileProblem =
  | { readonly code: 'empty-file' }
  | { readonly code: 'no-rows' }
  | { readonly code: 'not-text'; readonly kind: BinaryKind }
  | { readonly code: 'undecodable'; readonly encoding: string }
  | { readonly code: 'line-too-long'; readonly line: number; readonly limit: number }
  | { readonly code: 'too-many-columns'; readonly found: number; readonly limit: number }
  | { readonly code: 'inflates-too-far'; readonly limit: number }
  | { readonly code: 'damaged-gzip' }
  | { readonly code: 'unreadable-file'; readonly message: string }
  | { readonly code: 'key-not-found'; readonly column: string }
  | { readonly code: 'no-keys'; readonly column: string }
  | { readonly code: 'keys-collide'; readonly rule: string; readonly keys: readonly string[] }
  | { readonly code: 'import-running' }
  | { readonly code: 'import-died' }

export const BINARY_KINDS = [
  'xlsx',
  'xls',
  'ods',
  'numbers',
  'zip',
  'gzip',
  'archive',
  'pdf',
  'image',
  'json',
  'html',
  'xml',
  'rtf',
  'binary',
] as const
export type BinaryKind = (typeof BINARY_KINDS)[number]

/** One row or cell of a file. `merged` and `rejected` rows are out, the others only lose a cell. */
export type RowProblem =
  | {
      readonly code: 'merged'
      readonly line: number
      readonly key: string
      readonly keptLine: number
    }
  | { readonly code: 'no-key'; readonly line: number; readonly column: string }
  | {
      readonly code: 'extra-cells'
      readonly line: number
      readonly found: number
      readonly expected: number
      readonly text: string
    }
  | {
      readonly code: 'short-row'
      readonly line: number
      readonly found: number
      readonly expected: number
    }
  /** A separator too many or too few: its cells were put under the columns that hold such. */
  | {
      readonly code: 'moved-cells'
      readonly line: number
      readonly found: number
      readonly expected: number
    }
  | { readonly code: 'swallowed-lines'; readonly line: number; readonly lines: number }
  /** A quote that breaks the rules was read as a character. */
  | { readonly code: 'stray-quote'; readonly line: number }
  /** A line behind the table, a comment in it, or its names again: no row. */
  | {
      readonly code: 'left-out'
      readonly line: number
      readonly part: 'trailer' | 'comment' | 'names'
      readonly text: string
    }
  /** Bytes that are no characters of the encoding, or were lost before: they show as U+FFFD. */
  | { readonly code: 'unreadable-characters'; readonly line: number; readonly count: number }
  | {
      readonly code: 'unreadable-cell'
      readonly line: number
      readonly column: string
      readonly type: string
      readonly text: string
    }
  | {
      readonly code: 'mangled-key'
      readonly line: number
      readonly column: string
      readonly text: string
    }
  /** `before`: the key that the workspace knows, with its noughts. */
  | {
      readonly code: 'lost-noughts'
      readonly line: number
      readonly column: string
      readonly text: string
      readonly before: string
    }

/** `severity` error: the configuration does not load. warning: it loads, and this is kept or unused. */
export type ConfigurationProblem = {
  readonly place: string
  readonly severity: 'error' | 'warning'
} & (
  | { readonly code: 'not-json'; readonly message: string; readonly at: number }
  | {
      readonly code: 'too-large'
      readonly what: 'bytes' | 'depth' | 'length' | 'count'
      readonly limit: number
      readonly found: number
    }
  | { readonly code: 'not-a-configuration' }
  | { readonly code: 'damaged-link' }
  | { readonly code: 'newer-version'; readonly found: number; readonly known: number }
  | { readonly code: 'absent' }
  | { readonly code: 'wrong-value'; readonly expected: string; readonly found: string }
  | { readonly code: 'duplicate-id'; readonly id: string; readonly first: string }
  | { readonly code: 'unknown-key'; readonly key: string; readonly suggestion: string | null }
  | { readonly code: 'not-used-yet'; readonly what: string }
  | { readonly code: 'bad-formula'; readonly formula: string; readonly problem: FormulaProblem }
  | { readonly code: 'cycle'; readonly path: readonly string[] }
  | {
      readonly code: 'example-differs'
      readonly example: string
      readonly expected: string
      readonly found: string
    }
)

/** Something about an expression. `from` and `to` are UTF-16 offsets into its text. */
export type FormulaProblem = { readonly from: number; readonly to: number } & (
  | { readonly code: 'unexpected'; readonly found: string; readonly expected: string }
  | { readonly code: 'unterminated-text' }
  | { readonly code: 'chained-comparison' }
  | { readonly code: 'unknown-function'; readonly name: string; readonly suggestion: string | null }
  | {
      readonly code: 'argument-count'
      readonly name: string
      readonly expected: string
      readonly found: number
    }
  | {
      readonly code: 'argument-type'
      readonly name: string
      readonly expected: string
      readonly found: string
    }
  | {
      readonly code: 'operand-type'
      readonly operator: string
      readonly expected: string
      readonly found: string
    }
  | { readonly code: 'result-type'; readonly expected: string; readonly found: string }
  | {
      readonly code: 'different-types'
      readonly operator: string
      readonly left: string
      readonly right: string
    }
  | { readonly code: 'not-a-date'; readonly text: string }
  | { readonly code: 'not-whole-days'; readonly found: string }
  | { readonly code: 'unknown-name'; readonly name: string; readonly suggestion: string | null }
  | { readonly code: 'not-available-here'; readonly name: string }
  | { readonly code: 'compares-with-missing' }
  | {
      readonly code: 'formula-too-large'
      readonly what: 'length' | 'depth' | 'count'
      readonly limit: number
    }
)

export type StoreProblem =
  | { readonly code: 'storage-full' }
  | { readonly code: 'newer-database'; readonly found: number; readonly known: number }
  | { readonly code: 'storage-failed'; readonly message: string }
  | { readonly code: 'not-a-backup' }
  | { readonly code: 'newer-backup'; readonly found: number; readonly known: number }
  | { readonly code: 'damaged-backup'; readonly part: string }
  | { readonly code: 'nothing-to-undo' }
  | { readonly code: 'no-configuration' }
  | { readonly code: 'no-such-snapshot' }
  | { readonly code: 'no-such-account' }
  | { readonly code: 'no-workspace' }

/** Why the database was closed under a page. newer: a newer page has taken it over. erased: it was erased elsewhere. lost: the browser closed or cleared it, or the engine died with it. */
export type Closing = 'newer' | 'erased' | 'lost'

export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly P[] }

export const success = <T>(value: T): { readonly ok: true; readonly value: T } => ({
  ok: true,
  value,
})
export const failure = <P>(
  ...problems: P[]
): { readonly ok: false; readonly problems: readonly P[] } => ({ ok: false, problems })

/** Ends a `switch` over a union: a case that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`invalid case: ${JSON.stringify(value)}`)
}
