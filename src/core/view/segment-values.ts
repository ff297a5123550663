import type { BooleanColumn, TextColumn } from '../table/column.ts'
import { fold } from '../table/fold.ts'
import { wordsOf } from '../table/texts.ts'
import type { ScoredRows } from './figures.ts'
import type { Segment } from './segment.ts'

interface Portfolio {
  readonly sheet: Pick<ScoredRows, 'included' | 'bands'>
  readonly riskBands: readonly boolean[]
  readonly values: Float64Array | null
}

interface Found {
  /** As it is first spelled. */
  readonly value: string
  accounts: number
  atRisk: number
}

/**
 * The values of the included accounts without regard to case: the greatest value at risk first, then the most accounts, then by
 * code point. Beyond `most` they are one segment of others, which is never a single value; missing comes last. Nobody: none.
 */
export function valueSegments(
  column: TextColumn | BooleanColumn,
  portfolio: Portfolio,
  most: number,
): Segment[] {
  const { found, missing } = valuesOf(column, portfolio)
  found.sort(
    (a, b) =>
      b.atRisk - a.atRisk ||
      b.accounts - a.accounts ||
      (a.value < b.value ? -1 : Number(a.value > b.value)),
  )
  const kept = found.length <= most + 1 ? found : found.slice(0, most)
  const others = found.length - kept.length
  return [
    ...kept.map(({ value }): Segment => ({ kind: 'value', value })),
    ...(others > 0 ? [{ kind: 'other', values: others } as const] : []),
    ...(missing > 0 ? [{ kind: 'missing' } as const] : []),
  ]
}

function valuesOf(column: TextColumn | BooleanColumn, portfolio: Portfolio) {
  const words = column.type === 'text' ? wordsOf(column) : ['false', 'true', '']
  const { accounts, atRisk } = sumsByWord(column, words.length, portfolio)
  const found = new Map<string, Found>()
  let missing = 0
  words.forEach((word, code) => {
    const count = accounts[code] as number
    if (count === 0) return
    if (word === '') return void (missing += count)
    const folded = fold(word)
    const known = found.get(folded) ?? { value: word, accounts: 0, atRisk: 0 }
    known.accounts += count
    known.atRisk += atRisk[code] as number
    found.set(folded, known)
  })
  return { found: [...found.values()], missing }
}

/** Over rows: nothing is made for one. */
function sumsByWord(
  column: TextColumn | BooleanColumn,
  words: number,
  { sheet: { included, bands }, riskBands, values }: Portfolio,
) {
  const codes = column.type === 'text' ? column.codes : column.values
  const accounts = new Uint32Array(words)
  const atRisk = new Float64Array(words)
  for (let row = 0; row < included.length; row++) {
    if (included[row] !== 1) continue
    const code = codes ? (codes[row] as number) : row
    accounts[code]!++
    const value = values ? (values[row] as number) : 1
    if (riskBands[bands[row] as number] === true && value === value) atRisk[code]! += value
  }
  return { accounts, atRisk }
}
