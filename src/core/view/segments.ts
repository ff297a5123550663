import { type Column } from '../table/column.ts'
import { fold } from '../table/fold.ts'
import { textsOf, wordsOf } from '../table/texts.ts'
import type { ScoredRows } from './figures.ts'
import { figuresOf, type PortfolioFigures } from './figures.ts'

export interface Segment {
  /** '' is the accounts whose value is missing. */
  readonly label: string
  readonly rows: Uint32Array
  readonly figures: PortfolioFigures
}

/**
 * The included accounts by the text of one attribute, without regard to case and under its first spelling; the greatest value at risk
 * first, then the most accounts. An attribute that is not there (null) is missing for all.
 */
export function segmentsBy(
  attribute: Column | null,
  sheet: ScoredRows,
  riskBands: readonly boolean[],
  values: Float64Array | null,
): Segment[] {
  return groupsOf(attribute, sheet.included)
    .map(({ label, rows }) => ({ label, rows, figures: figuresOf(sheet, riskBands, values, rows) }))
    .sort((a, b) => atRisk(b) - atRisk(a) || b.rows.length - a.rows.length)
}

/** One column's value that a segment has, without regard to case; '' is missing. A column that is not there is missing for all. */
export interface SegmentCondition {
  readonly column: Column | null
  readonly label: string
}

/** The included rows that meet all conditions, in ascending order; null, for all rows, where there is none. */
export function rowsInSegment(
  conditions: readonly SegmentCondition[],
  included: Uint8Array,
): Uint32Array | null {
  if (conditions.length === 0) return null
  const none = new Uint32Array(0)
  const lists = conditions.map(
    ({ column, label }) =>
      groupsOf(column, included).find((group) => fold(group.label) === fold(label))?.rows ?? none,
  )
  const [first = none, ...others] = lists
  const sets = others.map((rows) => new Set(rows))
  return sets.length === 0 ? first : first.filter((row) => sets.every((set) => set.has(row)))
}

const atRisk = (segment: Segment): number => segment.figures.valueAtRisk ?? 0

interface Group {
  readonly label: string
  readonly rows: Uint32Array
}

/** The last grouping of each column: while scores move, who is in which segment stays. */
const known = new WeakMap<Column, { readonly included: Uint8Array; readonly groups: Group[] }>()

function groupsOf(attribute: Column | null, included: Uint8Array): Group[] {
  const last = attribute && known.get(attribute)
  if (last?.included === included) return last.groups
  const groups = groupRows(attribute, included)
  if (attribute) known.set(attribute, { included, groups })
  return groups
}

/** The included rows that share a text, in the order in which the texts appear. */
function groupRows(attribute: Column | null, included: Uint8Array): Group[] {
  const { words, codes } = textsByCode(attribute, included.length)
  const labels: string[] = []
  const sizes: number[] = []
  const groupOf = new Uint32Array(included.length)
  const groupOfWord = wordGroups(words, labels)
  for (let row = 0; row < included.length; row++) {
    if (included[row] !== 1) continue
    const group = groupOfWord(codes ? (codes[row] as number) : row)
    groupOf[row] = group
    sizes[group] = (sizes[group] ?? 0) + 1
  }
  const rows = sizes.map((size) => new Uint32Array(size))
  const filled = new Uint32Array(rows.length)
  for (let row = 0; row < included.length; row++)
    if (included[row] === 1) {
      const group = groupOf[row] as number
      rows[group]![filled[group]!++] = row
    }
  return labels.map((label, group) => ({ label, rows: rows[group] as Uint32Array }))
}

/** The group of each word, found when it is first asked for: what differs in case alone is one, named by the first. */
function wordGroups(words: readonly string[], labels: string[]): (word: number) => number {
  const known = new Int32Array(words.length).fill(-1)
  const groups = new Map<string, number>()
  return (word) => {
    if ((known[word] as number) >= 0) return known[word] as number
    const label = words[word] as string
    const folded = label.toLowerCase()
    const group = groups.get(folded) ?? labels.push(label) - 1
    groups.set(folded, group)
    known[word] = group
    return group
  }
}

/** Row i is words[codes[i]], or words[i] without codes. */
function textsByCode(attribute: Column | null, rows: number) {
  if (!attribute) return { words: [''], codes: new Uint8Array(rows) }
  if (attribute.type === 'text') return { words: wordsOf(attribute), codes: attribute.codes }
  return { words: textsOf(attribute), codes: null }
}
