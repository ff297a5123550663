import { toDay } from '../../../src/core/brand.ts'
import type { Dialect } from '../../../src/core/file/dialect.ts'
import type { Problem } from '../../../src/core/problem.ts'
import { rawTextAt } from '../../../src/core/table/raw-text.ts'
import { inspectFile } from '../../../workers/import/inspect.ts'
import { stageFile, type Staged } from '../../../workers/import/stage.ts'
import { nothingKnown } from '../read-text.ts'
import type { Grid } from './grid.ts'

export interface ReadCase {
  readonly grid: Grid
  readonly dialect: Dialect
  readonly staged: Staged
}

export type Reading =
  | { readonly ok: true; readonly value: ReadCase }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A file on the way it takes in the page: inspected, and staged as the inspection suggests. */
export async function readCase(
  bytes: Uint8Array,
  name: string,
  told: Partial<Dialect> = {},
): Promise<Reading> {
  const file = new File([new Uint8Array(bytes)], name)
  const hints = { workspace: null, today: toDay(20_800), dialect: told }
  const inspected = await inspectFile(file, hints, nothingKnown)
  if (!inspected.ok) return inspected
  const { plan, roles } = inspected.value
  const numbered = { ...plan, key: { by: 'row-number' } as const }
  const onProgress = () => {}
  const sha256 = Promise.resolve('')
  const staging = { file, sha256, plan: numbered, roles, memory: nothingKnown, onProgress }
  const staged = await stageFile(staging)
  if (!staged.ok) return staged
  const dialect = plan.dialect
  return { ok: true, value: { grid: gridOf(staged.value, dialect), dialect, staged: staged.value } }
}

/** The original cells of the typed columns, and those of rejected rows in their places. */
function gridOf({ table, plan, problems }: Staged, { headerLine }: Dialect): Grid {
  const rows = new Map<number, readonly string[]>()
  for (let row = 0; row < table.rows; row++)
    rows.set(
      table.lines[row] ?? 0,
      table.columns.map((typed) => (typed ? rawTextAt(typed.column, typed.raw, row) : '')),
    )
  for (const problem of problems)
    if (problem.code === 'extra-cells') rows.set(problem.line, problem.text.split(' | '))
  const body = [...rows].sort(([a], [b]) => a - b).map(([, cells]) => cells)
  return headerLine === null ? body : [plan.columns.map(({ header }) => header), ...body]
}
