import { detectDialect, type DetectedDialect } from '../../src/core/file/detect-dialect.ts'
import {
  HEAD_BYTES,
  MAX_COLUMNS,
  MAX_ROW_CHARACTERS,
  type Dialect,
} from '../../src/core/file/dialect.ts'
import { tellingBytes } from '../../src/core/file/telling-bytes.ts'
import { linesBefore, readHead, type Head } from '../../src/core/file/read-head.ts'
import {
  failure,
  success,
  type FileProblem,
  type Problem,
  type Result,
} from '../../src/core/problem.ts'
import { withTextKey, type ReadingPlan } from '../../src/core/source/plan.ts'
import { suggestKey } from '../../src/core/source/suggest-key.ts'
import { suggestPlan, type PlanSuggestion } from '../../src/core/source/suggest-plan.ts'
import { TableBuilder, type Table } from '../../src/core/table/table-builder.ts'
import { beginningOf, isAscii, laterEncoding } from '../beginning.ts'
import { UnreadableBytes } from '../byte-chunks.ts'
import type { FileSource } from '../held-file.ts'
import type { ImportHints } from '../protocol/importer.ts'
import type { Inspection, RoleChoices } from '../protocol/review.ts'
import { guessRoles, rolesOf } from './draft.ts'
import { importMemory, type WorkspaceMemory } from './memory.ts'
import { dayByRows, suggestDay, type DaySuggestion } from './suggest-day.ts'
import { eventsByKey, eventsOf } from './suggest-events.ts'

/** Enough to tell what plays which part. */
const SAMPLE_ROWS = 1_000
const SHOWN_ROWS = 50
/** No row within its limit takes more. */
const LONGEST_ROW_BYTES = 4 * MAX_ROW_CHARACTERS

/** What the first bytes of a file tell: enough to open the review at once. More of them are read only where no row ends there. */
export async function inspectFile(
  file: File,
  hints: ImportHints,
  memory: WorkspaceMemory,
  source: FileSource = file,
): Promise<Result<Inspection, Problem>> {
  try {
    return await inspectBytes(file, hints, memory, source)
  } catch (error) {
    if (error instanceof UnreadableBytes) return failure(error.problem)
    throw error
  }
}

async function inspectBytes(
  file: File,
  hints: ImportHints,
  memory: WorkspaceMemory,
  source: FileSource,
): Promise<Result<Inspection, Problem>> {
  const short = await readBeginning(file, HEAD_BYTES, hints, source)
  const began =
    short.ok && short.value.read.sample.length === 0 && file.size > HEAD_BYTES
      ? await readBeginning(file, LONGEST_ROW_BYTES, hints, source)
      : short
  if (!began.ok) return began
  const { dialect, certain, read, telling } = began.value
  if (read.headers.length > MAX_COLUMNS)
    return failure({ code: 'too-many-columns', found: read.headers.length, limit: MAX_COLUMNS })
  const unread = read.sample.length === 0 ? noRow(file, dialect, read) : null
  if (unread) return failure(unread)

  const written = suggestDay(file, hints.today)
  const suggestion = suggestPlan(
    { fileName: file.name, dialect, headers: read.headers, sample: read.sample },
    importMemory(memory, written.day),
  )
  const { plan, guess, roles, otherwise } = understand(suggestion, read, { hints, memory, written })
  return success({
    fileName: file.name,
    bytes: file.size,
    plan,
    roles,
    guesses: { dialect: certain, day: guess, key: suggestion.keyOrigin },
    otherwise,
    knownSource: suggestion.knownSource,
    dialects: [dialect],
    telling,
    sample: read.sample.slice(0, SHOWN_ROWS),
    rowsEstimate: read.rowsEstimate,
  })
}

interface Around {
  readonly hints: ImportHints
  readonly memory: WorkspaceMemory
  readonly written: DaySuggestion
}

/** What the first rows say: of which day they are, what they come to, who plays which part. */
function understand(suggestion: PlanSuggestion, read: Head, { hints, memory, written }: Around) {
  const asked = { ...suggestion.plan, languages: hints.languages ?? [] }
  const table = sampleTable(read, asked)
  const snapshots = memory.deliveries.map(({ day }) => day)
  const { day, guess } = dayByRows(written, table, asked, snapshots)
  const { events: found } = suggestion
  const events = found ? eventsOf(found, table, asked, memory) : asked.events
  const plan: ReadingPlan = { ...asked, day, ...(events ? { events } : {}) }
  return {
    plan,
    guess,
    roles: rolesFor(table, plan, memory),
    otherwise: otherwiseOf(table, plan, { read, memory }),
  }
}

function rolesFor(
  table: Table,
  plan: ReadingPlan,
  { configuration }: WorkspaceMemory,
): RoleChoices {
  if (configuration) return rolesOf(configuration.account)
  return plan.events ? rolesOf(null) : guessRoles(table, plan)
}

function otherwiseOf(
  table: Table,
  plan: ReadingPlan,
  { read, memory }: { readonly read: Head; readonly memory: WorkspaceMemory },
): Inspection['otherwise'] {
  if (plan.events) {
    const { index } = suggestKey(read.headers, read.sample)
    return { key: index === null ? { by: 'row-number' } : { by: 'column', index, rule: 'exact' } }
  }
  const events = eventsByKey(plan.key, table, plan, memory)
  return { key: plan.key, ...(events ? { events } : {}) }
}

async function readBeginning(
  file: File,
  most: number,
  { dialect: chosen = {} }: ImportHints,
  source: FileSource,
): Promise<Result<Read, FileProblem>> {
  const { head, isWhole, isPacked, bytes } = await beginningOf(file, most)
  const mayBeOther = !isWhole && !chosen.encoding
  // Most files are ASCII, and where only their beginning is, what follows is read while the dialect is found out.
  const ahead = mayBeOther && isAscii(head) ? laterEncoding(source, isPacked) : null
  // Whoever waits for it is told.
  ahead?.catch(() => {})
  const first = detectDialect(head, isWhole, chosen)
  if (!first.ok) return first
  const { encoding: guess } = first.value.dialect
  const isOpen = mayBeOther && guess === 'utf-8' && !first.value.certain.encoding
  const later = isOpen ? await (ahead ?? laterEncoding(source, isPacked)) : null
  const isOther = later !== null && later !== guess
  const detected = isOther ? detectDialect(head, isWhole, { ...chosen, encoding: later }) : first
  if (!detected.ok) return detected
  const { dialect, certain } = detected.value
  const encoding = chosen.encoding ? true : first.value.certain.encoding || later === 'utf-8'
  const read = readHead(head, bytes, dialect, SAMPLE_ROWS)
  const telling = tellingBytes(head, dialect.encoding)
  return success({ dialect, certain: { ...certain, encoding }, read, telling })
}

interface Read extends DetectedDialect {
  readonly read: Head
  readonly telling: readonly Uint8Array[]
}

/** Of a file with so many bytes and no row, one row is too long: its names, or what stands below them. Null: there are names, which may be a row. */
function noRow(file: File, dialect: Dialect, { headers }: Head): FileProblem | null {
  const named =
    dialect.headerLine !== null && headers.some((header) => /[\p{L}\p{N}]/u.test(header))
  if (file.size <= LONGEST_ROW_BYTES) return named ? null : { code: 'no-rows' }
  const line = linesBefore(dialect) + (named ? 2 : 1)
  return { code: 'line-too-long', line, limit: MAX_ROW_CHARACTERS }
}

/** The first rows, typed as the whole file would be if it went on like that. */
function sampleTable({ headers, sample }: Head, plan: ReadingPlan): Table {
  const { languages = [] } = plan
  const columns = withTextKey(plan).columns.map((column) => ({ ...column, languages }))
  const builder = new TableBuilder(columns, headers.length)
  sample.forEach((cells, row) => builder.row(cells, row))
  return builder.finish()
}
