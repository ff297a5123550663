import type { Configuration } from '../../core/model/configuration.ts'
import { isAfterScoringName } from '../../core/formula/functions.ts'
import { askedOf, OWN_COLUMNS } from '../../state/list-columns.ts'
import { modelMarksWords } from '../words/comparison.ts'
import type { Subject } from '../words/subjects.ts'

/** A column of the list. `id` is one that every list can have, or an expression. */
export interface TableColumn {
  readonly id: string
  readonly label: string
  readonly isNumber: boolean
  /** What a click on its head sorts by; null: it has no order. */
  readonly sort: string | null
  /** The place of its values in what was asked for beside the usual; -1: they are there anyhow. */
  readonly cell: number
  readonly width: number
  /** What its head says on top of its label. */
  readonly title?: string | undefined
}

interface Known {
  readonly configuration: Configuration | null
  readonly subjects: readonly Subject[]
  /** Snapshots that the sparklines have at most. */
  readonly points: number
  /** Of the models that gave the histories. */
  readonly versions: readonly number[]
  readonly labelOf: (column: string | undefined) => string | null
}

type Own = Omit<TableColumn, 'cell'>

const NUMBER = 96
const TEXT = 136

/** The columns there are beside the name, in the order of the usual list; then those of the expressions. */
export function offeredColumns({
  configuration,
  subjects,
  points,
  versions,
  labelOf,
}: Known): readonly Own[] {
  const { value, renewal, owner, key } = configuration?.account ?? {}
  const number = { isNumber: true, width: 76 }
  const roles = new Set([value, renewal, owner, key, configuration?.account.name])
  return [
    own('band', 'Band'),
    own('score', 'Score', number),
    own('change', 'Change', number),
    ...(points > 1
      ? [own('history', `Last ${points}`, { sort: null, title: modelMarksWords(versions) })]
      : []),
    own('driver', 'Top driver', { sort: null, width: 240 }),
    ...(value ? [own('value', labelOf(value) ?? value, { isNumber: true })] : []),
    ...(renewal ? [own('renewal', 'Renews, days', { isNumber: true })] : []),
    ...(owner ? [own('owner', labelOf(owner) ?? owner, { width: TEXT })] : []),
    own('key', labelOf(key) ?? 'Key', { width: TEXT }),
    own('coverage', 'Coverage', { ...number, width: 88 }),
    ...((configuration?.models.length ?? 0) > 1 ? [own('model', 'Model')] : []),
    ...(configuration?.flags?.length ? [own('flags', 'Flags', { width: TEXT })] : []),
    ...expressionColumns(subjects, roles),
  ]
}

const own = (id: string, label: string, more: Partial<Own> = {}): Own => ({
  id,
  label,
  isNumber: false,
  sort: id,
  ...more,
  width: Math.max(more.width ?? 112, headWidth(label)),
})

/** Room for a name and the arrow behind it, as far as it is not longer than most. */
const headWidth = (label: string): number => Math.min(200, 36 + Math.round(7.6 * label.length))

const expressionColumns = (
  subjects: readonly Subject[],
  roles: ReadonlySet<string | undefined>,
): readonly Own[] =>
  subjects
    .filter(({ text, topic }) => topic !== 'Flags' && !isAfterScoringName(text) && !roles.has(text))
    .filter(({ text }) => !text.startsWith('change(score') && text !== 'previous(band)')
    .map(({ text, label, type }) => {
      // In parentheses it is the file's column of that id.
      const id = OWN_COLUMNS.has(text) ? `(${text})` : text
      const isNumber = type === 'number'
      return own(id, label, { isNumber, width: isNumber ? NUMBER : TEXT })
    })

/** Those that are chosen, in their order; what is not there any more is passed over. Pinned ones come first. */
export function chosenColumns(
  offered: readonly Own[],
  chosen: readonly string[],
  pinned: readonly string[],
): readonly TableColumn[] {
  const ids = [...new Set(chosen)].filter((id) => offered.some((one) => one.id === id))
  const asked = askedOf(chosen)
  const inOrder = [
    ...ids.filter((id) => pinned.includes(id)),
    ...ids.filter((id) => !pinned.includes(id)),
  ]
  return inOrder.map((id) => {
    const column = offered.find((one) => one.id === id) as Own
    return { ...column, cell: asked.indexOf(id) }
  })
}

/** What stands above the columns of a file: the renewal is a date there, a line of scores has no place. */
export const headingsOf = (columns: readonly TableColumn[], renewal: string | null) => [
  { id: 'name', heading: 'Account' },
  ...columns
    .filter(({ id }) => id !== 'history')
    .map(({ id, label }) => ({ id, heading: id === 'renewal' ? (renewal ?? label) : label })),
]
