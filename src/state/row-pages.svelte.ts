import { PAGE_ROWS } from '../../workers/protocol/figures.ts'

/** The rows of a long list that were read so far, by pages of at most PAGE_ROWS. A new question forgets them. */
export class RowPages<Row> {
  #pages = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map())
  readonly #fetch: (from: number, count: number) => Promise<readonly Row[] | null>
  readonly #asked = new Set<number>()
  #question = 0

  /** `fetch` gives null where the rows could not be read, or are not wanted any more. */
  constructor(fetch: (from: number, count: number) => Promise<readonly Row[] | null>) {
    this.#fetch = fetch
  }

  at(index: number): Row | null {
    return this.#pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS] ?? null
  }

  /** Starts over with what is known already: the rows of the first page. */
  reset(first: readonly Row[]): void {
    this.#question++
    this.#asked.clear()
    this.#asked.add(0)
    this.#pages = new Map([[0, first]])
  }

  /** Reads the pages that a stretch of rows lies on, each once. */
  async need(from: number, to: number): Promise<void> {
    const wanted: number[] = []
    for (let page = Math.floor(from / PAGE_ROWS); page * PAGE_ROWS < to; page++)
      if (!this.#asked.has(page)) wanted.push(page)
    await Promise.all(wanted.map((page) => this.#read(page)))
  }

  /** The rows from … to (without to), page by page; those that were not read yet are, and not kept. Ends where the list is another one by then. */
  async *between(from: number, to: number): AsyncGenerator<readonly Row[]> {
    const question = this.#question
    for (let page = Math.floor(from / PAGE_ROWS); page * PAGE_ROWS < to; page++) {
      const first = page * PAGE_ROWS
      const rows = this.#pages.get(page) ?? (await this.#fetch(first, PAGE_ROWS))
      if (!rows || question !== this.#question) return
      yield rows.slice(Math.max(0, from - first), to - first)
    }
  }

  async #read(page: number): Promise<void> {
    const question = this.#question
    this.#asked.add(page)
    const rows = await this.#fetch(page * PAGE_ROWS, PAGE_ROWS)
    if (question !== this.#question) return
    if (rows) this.#pages = new Map([...this.#pages, [page, rows]])
    else this.#asked.delete(page)
  }
}
