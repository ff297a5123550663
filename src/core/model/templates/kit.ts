import { quantileOf, sortedPresent } from '../../table/quantiles.ts'
import { candidateOf, type Candidate } from '../propose/candidates.ts'
import { numbersOf } from '../propose/found-values.ts'
import { meaningOf, type MeantColumn } from '../propose/meaning.ts'
import type { FoundColumn, ProposalInput } from '../propose/proposal.ts'
import { needOf, type NeedId } from './needs.ts'
import type { Recipe } from './template.ts'

/** Which column plays each need. */
export type Mapping = Readonly<Partial<Record<NeedId, string>>>

/** One's own columns under the names of what they are needed for. */
export class Kit {
  readonly input: ProposalInput
  /** Of customers. */
  readonly rows: Uint32Array
  /** How many days older each earlier snapshot is. */
  readonly earlier: readonly number[]
  readonly #columns: ReadonlyMap<NeedId, FoundColumn>
  readonly #derived = new Map<string, string>()

  constructor(
    input: ProposalInput,
    rows: Uint32Array,
    mapping: Mapping,
    earlier: readonly number[],
  ) {
    this.input = input
    this.rows = rows
    this.earlier = earlier
    const found = (Object.entries(mapping) as [NeedId, string][]).flatMap(([need, id]) => {
      const column = input.columns.find((one) => one.id === id)
      return column ? [[need, column] as const] : []
    })
    this.#columns = new Map(found)
  }

  meets({ needs, reads }: Recipe): boolean {
    return (
      needs.every((need) => this.has(need)) && (reads === undefined || this.#derived.has(reads))
    )
  }

  /** Whether there is an earlier snapshot that is at most so many days old. */
  remembers(days: number): boolean {
    return this.earlier.some((age) => age <= days)
  }

  has(need: NeedId): boolean {
    return this.#columns.has(need)
  }

  /** Throws for a need that is not met. */
  column(need: NeedId): FoundColumn {
    const column = this.#columns.get(need)
    if (!column) throw new Error(`invalid need: ${need} is not met`)
    return column
  }

  /** Says under which id a derived column of the template stands. */
  derive(recipe: string, id: string): void {
    this.#derived.set(recipe, id)
  }

  derived(recipe: string): string {
    const id = this.#derived.get(recipe)
    if (id === undefined) throw new Error(`invalid derived column: ${recipe} is not made`)
    return id
  }

  /** The id of its column, as expressions name it. */
  id(need: NeedId): string {
    return this.column(need).id
  }

  type(need: NeedId): FoundColumn['column']['type'] {
    return this.column(need).column.type
  }

  /** What its column may be scored by, whatever the header says; null where the values are not of that kind. */
  candidate(need: NeedId): Candidate | null {
    const { signal } = needOf(need)
    if (!signal) return null
    const column = this.column(need)
    const own = meaningOf(column.header)?.meaning
    // A date that is needed as such, but given as days, is a count of days.
    const isDays = signal.form === 'date' && column.column.type === 'number'
    const form = isDays ? 'burden' : signal.form
    const better = own?.as === 'signal' && own.group === signal.group ? own.better : signal.better
    const meant: MeantColumn = { ...column, meaning: { ...signal, form, better }, rank: 0 }
    return candidateOf(meant, this.rows, this.input.day)
  }

  /** What so large a share of customers stay at or below. */
  quantile(need: NeedId, share: number): number {
    return quantileOf(this.sorted(need, this.rows), share)
  }

  sorted(need: NeedId, rows: Uint32Array): Float64Array {
    return sortedPresent(numbersOf(this.column(need).column, this.input.day), rows)
  }
}
