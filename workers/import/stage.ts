import type { Proposal, ProposalReason } from '../../src/core/model/propose/proposal.ts'
import type { Configuration } from '../../src/core/model/configuration.ts'
import { success, type Problem, type Result, type RowProblem } from '../../src/core/problem.ts'
import { damagedKeys, mangledIds } from '../../src/core/source/damaged-ids.ts'
import type { RollCall } from '../../src/core/source/roll-call.ts'
import { withTextKey, type ReadingPlan } from '../../src/core/source/plan.ts'
import type { Table } from '../../src/core/table/table-builder.ts'
import type { ByteSource } from '../byte-chunks.ts'
import type { Progress } from '../protocol/importer.ts'
import type { RoleChoices } from '../protocol/review.ts'
import { readTable } from '../read-table.ts'
import { draftConfiguration, toAccountRoles } from './draft.ts'
import type { WorkspaceMemory } from './memory.ts'
import { inSteps } from './in-steps.ts'
import { callRollOf } from './roster.ts'

/** A whole file, read under a plan. Nothing of it is stored yet. */
export interface ReadFile {
  readonly file: File
  /** It may still be worked out: what needs it waits for it. */
  readonly sha256: Promise<string>
  /** As asked, with the types and formats that the whole columns decided. */
  readonly plan: ReadingPlan
  readonly table: Table
  readonly roll: RollCall
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
  /** What a count by quotes alone makes of the file. */
  readonly countedRows: number
}

/** What was read, and what scores would be made with. */
export interface Staged extends ReadFile {
  readonly draft: Draft
}

/** The configuration that the scores would be made with. */
export interface Draft {
  readonly origin: 'in-force' | 'proposed'
  /** null: no column says how an account is. */
  readonly configuration: Configuration | null
  readonly reasons: readonly ProposalReason[]
  readonly advice: Proposal['advice']
  /** Not the one in force: it would be put in force with the delivery. */
  readonly isNew: boolean
  /** What is said of the version, where it is not the proposal or the roles. */
  readonly note?: string
}

interface Staging {
  readonly file: File
  /** Its bytes, where they are held. */
  readonly source?: ByteSource
  readonly sha256: Promise<string>
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
  readonly memory: WorkspaceMemory
  readonly onProgress: (progress: Progress) => void
  /** Stops the reading. */
  readonly signal?: AbortSignal
}

export async function stageFile(staging: Staging): Promise<Result<Staged, Problem>> {
  const read = await readFile(staging)
  return read.ok ? success(withDraft(read.value, staging)) : read
}

export function withDraft(
  read: ReadFile,
  { roles, memory }: Pick<Staging, 'roles' | 'memory'>,
): Staged {
  const { table, plan } = read
  return { ...read, draft: draftConfiguration({ table, plan, roles, memory }) }
}

export async function readFile({
  file,
  source = file,
  sha256,
  plan: asked,
  roles,
  memory,
  onProgress,
  signal,
}: Staging): Promise<Result<ReadFile, Problem>> {
  const plan = withTextKey(asked)
  const read = await readTable(source, plan, {
    onProgress: inSteps((bytes: number, rows: number) =>
      onProgress({ phase: 'reading', share: bytes / file.size, rows }),
    ),
    ...(signal ? { signal } : {}),
  })
  if (!read.ok) return read
  const table = read.value
  const roll = callRollOf(table, plan)
  if (!roll.ok) return roll
  const damaged = damagedIds(roll.value, table, plan, memory.keys)
  return success({
    file,
    sha256,
    plan: { ...resolved(plan, table), roles: toAccountRoles(roles) },
    table,
    roll: roll.value,
    problems: [...roll.value.problems, ...damaged, ...table.problems],
    problemCount: roll.value.problems.length + damaged.length + table.problemCount,
    countedRows: table.countedRows,
  })
}

function resolved(plan: ReadingPlan, table: Table): ReadingPlan {
  const columns = plan.columns.map((column, place) => {
    const typed = table.columns[place]
    return typed ? { ...column, type: typed.type, format: typed.format } : column
  })
  return { ...plan, columns }
}

/** Ids that a spreadsheet has damaged: of the key, then of other columns that are named like ids. */
function damagedIds(
  roll: RollCall,
  table: Table,
  plan: ReadingPlan,
  known: readonly string[],
): RowProblem[] {
  const { lines } = table
  const keyIndex = plan.key.by === 'column' ? plan.key.index : null
  return plan.columns.flatMap(({ index, header }, place) => {
    const typed = table.columns[place]
    if (index === keyIndex) return damagedKeys(roll, known, { header, lines })
    return typed ? mangledIds(typed, { header, lines }) : []
  })
}
