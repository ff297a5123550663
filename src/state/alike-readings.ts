import type { AskedReading } from './column-questions.svelte.ts'

/** Columns that can be read in the same ways, of which the same one holds: one answer settles them all. */
export interface AlikeReadings {
  /** What is asked, by the first of them. */
  readonly question: AskedReading
  readonly columns: readonly number[]
}

/** In the order of their first columns. What is told of one column's own values is asked of it alone. */
export function alikeReadings(asked: readonly AskedReading[]): readonly AlikeReadings[] {
  const groups = new Map<string, { question: AskedReading; columns: number[] }>()
  for (const question of asked) {
    const known = groups.get(nameOf(question))
    if (known) known.columns.push(question.column)
    else groups.set(nameOf(question), { question, columns: [question.column] })
  }
  return [...groups.values()]
}

function nameOf({ about, column, readings, chosen, answered }: AskedReading): string {
  if (about === 'currencies' || about === 'mostly') return String(column)
  const forms = readings.map(({ type, format }) => ({ type, format }))
  return JSON.stringify([about, forms, chosen, answered])
}
