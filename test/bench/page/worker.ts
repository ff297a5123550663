import { expose, transfer } from 'comlink'
import { textsOf } from '../../../src/core/table/texts.ts'
import { restate } from './history-tasks.ts'
import { parseIntoColumns, parseOnly, save, stage } from './import-tasks.ts'
import { Portfolio } from './score-tasks.ts'
import type { Staged } from '../../../workers/import/stage.ts'
import { timed, type Timing } from './timing.ts'

export type Task =
  | 'whatIf'
  | 'scoreFromNothing'
  | 'filter'
  | 'filterAndSort'
  | 'crossed'
  | 'percentile'
  | 'percentileByComparator'

let staged: Staged | null = null
let portfolio: Portfolio | null = null

/** What the page asks of the bench's worker. Files come as files, figures go back. */
const tasks = {
  parseOnly,
  parseIntoColumns,
  restate,

  /** Everything up to the scores, nothing stored. */
  async parseAndScore(file: File): Promise<number> {
    return timed(async () => new Portfolio(await stage(file)).sheet(4))
  },

  /** Keeps a file's table for the tasks that follow, and says what is in it. */
  async load(file: File) {
    staged = await stage(file)
    portfolio = new Portfolio(staged)
    portfolio.checkOrder()
    const { table, plan } = staged
    return {
      rows: table.rows,
      problems: staged.problemCount,
      columns: plan.columns.map(({ header, id }) => ({ header, ...sumOf(id) })),
      filtered: portfolio.filtered().length,
    }
  },

  scores(usage: number): Float64Array {
    const { final } = loaded().sheet(usage)
    return transfer(final, [final.buffer as ArrayBuffer])
  },

  run: (task: Task, timing: Timing): Promise<number[]> => loaded()[task](timing),

  save: (month: number): Promise<number> => save(staged as Staged, month),

  /** The peer of a page of rows: an object for each account. */
  objects(): object[] {
    const { columns } = loaded()
    const cells = [...columns].map(([id, column]) => [id, textsOf(column)] as const)
    return Array.from({ length: staged?.table.rows ?? 0 }, (_, row) =>
      Object.fromEntries(cells.map(([id, texts]) => [id, texts[row]])),
    )
  },
}

export type BenchTasks = typeof tasks

function loaded(): Portfolio {
  if (!portfolio) throw new Error('invalid call: no file is loaded')
  return portfolio
}

function sumOf(id: string): { sum: number; present: number } | null {
  const column = loaded().columns.get(id)
  if (column?.type !== 'number') return null
  let sum = 0
  let present = 0
  for (const value of column.values) {
    if (Number.isNaN(value)) continue
    sum += value
    present++
  }
  return { sum, present }
}

expose(tasks)
