// The only names beyond the language that the core may use. Every thread and Node have them.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  readonly encoding: string
  decode(input?: ArrayBufferLike | ArrayBufferView, options?: { stream?: boolean }): string
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number }
}

declare const crypto: {
  readonly subtle: {
    digest(
      algorithm: 'SHA-256',
      data: ArrayBuffer | ArrayBufferView<ArrayBuffer>,
    ): Promise<ArrayBuffer>
  }
}

declare function structuredClone<T>(value: T): T
