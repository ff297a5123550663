/** Strings as one UTF-8 buffer: word i is bytes[offsets[i], offsets[i + 1]). Half the memory of strings, and one record to store. */
export interface PackedText {
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/** Missing is NaN; other values are finite. */
export interface NumberColumn {
  readonly type: 'number'
  readonly values: Float64Array
}

/** Days since 1970-01-01; missing is MISSING_DAY. */
export interface DateColumn {
  readonly type: 'date'
  readonly values: Int32Array
}

/** 0 false, 1 true, 2 missing: the three values of the expressions' logic. */
export interface BooleanColumn {
  readonly type: 'boolean'
  readonly values: Uint8Array
}

/** The empty word is missing. With codes, row i is word codes[i]; without, row i is word i (names, nearly unique text). */
export interface TextColumn {
  readonly type: 'text'
  readonly words: PackedText
  readonly codes: Uint8Array | Uint16Array | Uint32Array | null
}

/** One named vector of a table; the name is kept by whoever holds it. */
export type Column = NumberColumn | DateColumn | BooleanColumn | TextColumn

export const COLUMN_TYPES = ['number', 'text', 'date', 'boolean'] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

export const MISSING_DAY = -0x80000000
export const FALSE = 0
export const TRUE = 1
export const MISSING_BOOLEAN = 2
