/** The bytes of a file: from the disk each time, or held. */
export type FileSource = Blob | HeldFile

/** A file that is looked at more than once: its bytes are read when they are first asked for, and held from then on. */
export class HeldFile {
  readonly file: Blob
  #bytes: Promise<Uint8Array<ArrayBuffer>> | null = null

  constructor(file: Blob) {
    this.file = file
  }

  get size(): number {
    return this.file.size
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return (this.#bytes ??= bytesOf(this.file))
  }
}

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())
