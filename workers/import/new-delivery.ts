import type { WorkspaceId } from '../../src/core/brand.ts'
import type { RowProblem } from '../../src/core/problem.ts'
import type { NewDelivery, NewPart } from '../../src/store/stage.ts'
import type { ReadFile } from './stage.ts'
import { rowsOf, storedColumns } from './stored.ts'

/** Problems that a delivery's record shows at once; all of them are a part of their own. */
const SHOWN_PROBLEMS = 1_000

/** A file that was read, as the record of a delivery. */
export async function newDelivery(
  workspace: WorkspaceId,
  read: ReadFile,
  now: string,
): Promise<NewDelivery> {
  const { file, plan, table, problems } = read
  return {
    workspace,
    fileName: file.name,
    bytes: file.size,
    sha256: await read.sha256,
    importedAt: now,
    day: plan.day,
    source: plan.source,
    sourceName: plan.sourceName,
    grain: plan.events ? 'event' : 'account',
    plan,
    rows: rowsOf(read),
    problems: problems.slice(0, SHOWN_PROBLEMS),
    problemCount: read.problemCount,
    tableRows: table.rows,
    ...(read.countedRows === rowsOf(read).rows ? {} : { countedRows: read.countedRows }),
    columns: storedColumns(read),
  }
}

/** Its columns, as they are stored. */
export function partsOf({ table, plan, problems }: ReadFile, accounts: Uint32Array): NewPart[] {
  const parts: NewPart[] = [
    ['accounts', accounts],
    ['lines', table.lines],
    ['problems', problems as readonly RowProblem[]],
  ]
  table.columns.forEach((typed, place) => {
    const index = plan.columns[place]?.index
    if (!typed || index === undefined) return
    parts.push([`column:${index}`, typed.column], [`raw:${index}`, typed.raw])
  })
  return parts
}
