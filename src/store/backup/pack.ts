/** A value as JSON text, and its typed arrays as they lie in memory, in the order of their marks in the text. */
export interface Packed {
  readonly json: string
  readonly buffers: readonly Uint8Array[]
}

const ARRAYS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const

type ArrayName = keyof typeof ARRAYS

// All that JSON would lose is a text that begins with this; a text that does so itself gets another one in front.
const MARK = '$'

/** Any plain value: NaN, the infinities, negative zero and typed arrays come back as they were. `undefined` is absent. */
export function packValue(value: unknown): Packed {
  const buffers: Uint8Array[] = []
  const json = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return part.startsWith(MARK) ? MARK + part : part
    if (typeof part === 'number')
      return isPlainNumber(part) ? part : `${MARK}number ${numberText(part)}`
    if (!ArrayBuffer.isView(part)) return part
    buffers.push(new Uint8Array(part.buffer as ArrayBuffer, part.byteOffset, part.byteLength))
    return `${MARK}${arrayName(part)} ${part.byteLength}`
  })
  return { json, buffers }
}

/** Throws for what packValue did not make. */
export function unpackValue(json: string, bytes: Uint8Array<ArrayBuffer>): unknown {
  let at = 0
  const take = (name: ArrayName, length: number) => {
    if (at + length > bytes.length) throw new Error(`invalid length: ${length}`)
    // A copy, because it begins at a multiple of its size, and nothing else lies in its buffer.
    const own = bytes.slice(at, (at += length)).buffer
    return new ARRAYS[name](own)
  }
  const value: unknown = JSON.parse(json, (_, part: unknown) => {
    if (typeof part !== 'string' || !part.startsWith(MARK)) return part
    if (part.startsWith(MARK + MARK)) return part.slice(1)
    const [kind = '', text] = part.slice(1).split(' ')
    if (kind === 'number') return Number(text)
    if (!isArrayName(kind)) throw new Error(`invalid mark: ${part}`)
    return take(kind, Number(text))
  })
  if (at !== bytes.length) throw new Error(`invalid length: ${bytes.length}, expected ${at}`)
  return value
}

const isPlainNumber = (value: number): boolean => Number.isFinite(value) && !Object.is(value, -0)

const numberText = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

const isArrayName = (name: string): name is ArrayName => Object.hasOwn(ARRAYS, name)

function arrayName(view: ArrayBufferView): ArrayName {
  const found = (Object.keys(ARRAYS) as ArrayName[]).find((name) => view instanceof ARRAYS[name])
  if (!found) throw new Error(`invalid array: ${view.constructor.name}`)
  return found
}
