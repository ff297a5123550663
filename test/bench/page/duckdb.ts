import { AsyncDuckDB, ConsoleLogger, DuckDBDataProtocol, LogLevel } from '@duckdb/duckdb-wasm'
import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import { FILTERED, readTable, scores, sorted, whatIf } from './sql.ts'
import { repeat, timed, type Timing } from './timing.ts'

type Connection = Awaited<ReturnType<AsyncDuckDB['connect']>>

/** DuckDB-WASM in a worker of its own. */
export class Duck {
  #db: AsyncDuckDB | null = null
  #connection: Connection | null = null
  #files = 0

  /** Starts it anew. Gives the milliseconds. */
  async start(): Promise<number> {
    await this.end()
    return timed(async () => {
      this.#db = new AsyncDuckDB(new ConsoleLogger(LogLevel.WARNING), new Worker(script))
      await this.#db.instantiate(new URL(wasm, location.href).href)
      this.#connection = await this.#db.connect()
    })
  }

  /** The milliseconds from the file to the scores of all its accounts. */
  readAndScore = (file: File): Promise<number> =>
    timed(async () => {
      await this.read(file)
      await this.scores(4)
    })

  async read(file: File): Promise<void> {
    // A name that it has not seen, so that nothing of it is known.
    const name = `accounts-${this.#files++}.csv`
    const db = this.#db as AsyncDuckDB
    await db.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true)
    await this.#ask(readTable(name))
    await db.dropFile(name)
  }

  async facts(header: string): Promise<{ rows: number; sum: number; present: number }> {
    const sql = `select count(*)::double as rows, sum("${header}")::double as sum, count("${header}")::double as present from accounts`
    const [row] = (await this.#ask(sql)).toArray()
    return { rows: Number(row.rows), sum: Number(row.sum), present: Number(row.present) }
  }

  async scores(usage: number): Promise<Float64Array> {
    const answer = await this.#ask(
      `select coalesce(score, 'nan'::double) as score from (${scores(usage)})`,
    )
    return answer.getChild('score')?.toArray() as Float64Array
  }

  filtered = async (): Promise<number> => (await this.#ask(FILTERED)).numRows

  whatIf = (timing: Timing): Promise<number[]> =>
    repeat(timing, async (run) => {
      for (const sql of whatIf(1 + run / 100)) await this.#ask(sql)
    })

  filter = (timing: Timing): Promise<number[]> => repeat(timing, () => this.filtered())

  filterAndSort = (timing: Timing): Promise<number[]> =>
    repeat(timing, (run) => this.#ask(sorted(1 + run / 100)))

  async end(): Promise<void> {
    await this.#db?.terminate()
    this.#db = null
  }

  #ask(sql: string) {
    if (!this.#connection) throw new Error('invalid call: not started')
    return this.#connection.query(sql)
  }
}
