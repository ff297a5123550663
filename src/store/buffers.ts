type View = ArrayBufferView<ArrayBuffer>

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

/** A copy whose typed arrays own their buffers: IndexedDB would store the whole buffer behind a part of it. */
export function tight<T>(value: T): T {
  if (ArrayBuffer.isView(value)) return ownBuffer(value as unknown as View) as unknown as T
  if (Array.isArray(value)) return value.map(tight) as T
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, tight(part)])) as T
}

/** How much memory a value takes: buffers by their bytes, texts by their UTF-16 units, other values 8 bytes. */
export function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value === 'string') return value.length * 2
  if (!isPlain(value)) return 8
  return Object.values(value).reduce<number>((sum, part) => sum + bytesOf(part), 0)
}

function ownBuffer(view: View): View {
  if (view.byteLength === view.buffer.byteLength) return view
  const own = view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength)
  return new (view.constructor as new (buffer: ArrayBuffer) => View)(own)
}
