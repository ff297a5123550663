import { COLUMN_TYPES } from '../core/table/column.ts'
import type { TableName } from './database.ts'
import type { TrendFigures } from '../core/view/figures.ts'
import { DELIVERY_STATES, WORKSPACE_KINDS, type Records } from './records.ts'

type Check = (value: unknown) => boolean

/** Every key of a record must say what it holds. */
type Fields<T> = { readonly [key in keyof T]-?: Check }

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)

const isText: Check = (value) => typeof value === 'string'
const isTruth: Check = (value) => typeof value === 'boolean'
const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0
const isDay: Check = (value) => Number.isSafeInteger(value)
const isNumber: Check = (value) => Number.isFinite(value)
const isIn =
  (list: readonly unknown[]): Check =>
  (value) =>
    list.includes(value)
const isList =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const isNullOr =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const isMaybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)
const isA =
  (...kinds: readonly (abstract new (...args: never[]) => unknown)[]): Check =>
  (value) =>
    kinds.some((kind) => value instanceof kind)

const has =
  <T>(fields: Fields<T>): Check =>
  (value) =>
    isObject(value) && Object.entries<Check>(fields).every(([key, check]) => check(value[key]))

const isPackedText = has({ bytes: isA(Uint8Array), offsets: isA(Uint32Array) })
const isCodes = isNullOr(isA(Uint8Array, Uint16Array, Uint32Array))
const isTextColumn = has({ type: isIn(['text']), words: isPackedText, codes: isCodes })

const columnShapes: readonly Check[] = [
  has({ type: isIn(['number']), values: isA(Float64Array) }),
  has({ type: isIn(['date']), values: isA(Int32Array) }),
  has({ type: isIn(['boolean']), values: isA(Uint8Array) }),
  isTextColumn,
]

const isColumn: Check = (value) => columnShapes.some((check) => check(value))

const rawShapes: readonly Check[] = [
  has({ kind: isIn(['same']), spelling: isObject }),
  has({ kind: isIn(['except']), spelling: isObject, rows: isA(Uint32Array), words: isPackedText }),
  has({ kind: isIn(['texts']), texts: isTextColumn }),
]

const isRaw: Check = (value) => rawShapes.some((check) => check(value))

const isRowProblem = has({ code: isText, line: isCount })
const isPlan = has({
  source: isText,
  sourceName: isText,
  day: isDay,
  dialect: isObject,
  key: isObject,
  columns: isList(isObject),
  events: isMaybe((value) => isObject(value) && isList(isObject)(value['columns'])),
})
const isRowAccounts = has({ rows: isCount, accepted: isCount, merged: isCount, rejected: isCount })

const isStoredColumn = has({
  index: isCount,
  id: isText,
  header: isText,
  type: isIn(COLUMN_TYPES),
  present: isCount,
  unreadable: isCount,
  raw: isIn(['same', 'except', 'texts']),
})

function isPart(part: unknown, value: unknown): boolean {
  if (part === 'accounts' || part === 'lines') return value instanceof Uint32Array
  if (part === 'problems') return isList(isRowProblem)(value)
  if (typeof part !== 'string' || !/^(column|raw):\d+$/.test(part)) return false
  return part.startsWith('raw') ? isRaw(value) : isColumn(value)
}

const hasBufferFields = has<Records['buffers']>({
  workspace: isText,
  delivery: isCount,
  part: isText,
  value: () => true,
})

const said = { workspace: isText, id: isText, account: isCount, author: isText, at: isText }
const isCoded = has({ values: isA(Float64Array), codes: isA(Uint8Array, Uint16Array, Uint32Array) })
const isFigures = has<TrendFigures>({
  accounts: isCount,
  notScored: isCount,
  average: isNullOr(isNumber),
  bands: isList(isCount),
  values: isList(isNullOr(isNumber)),
  coverage: isNullOr(isNumber),
})
const scored = {
  accounts: isA(Uint32Array),
  shown: isA(Float64Array),
  included: isA(Uint8Array),
  bands: isA(Uint8Array),
}

/** What a record of each table looks like, as far as it takes to read it safely. */
export const shapes: { readonly [table in TableName]: Check } = {
  workspaces: has<Records['workspaces']>({
    id: isText,
    name: isText,
    kind: isIn(WORKSPACE_KINDS),
    createdAt: isText,
    state: isIn(['staged', 'ready']),
    configuration: isNullOr(isCount),
    deliveries: isCount,
    keys: isCount,
  }),
  deliveries: has<Records['deliveries']>({
    workspace: isText,
    id: isCount,
    state: isIn(DELIVERY_STATES),
    fileName: isText,
    bytes: isCount,
    sha256: isText,
    importedAt: isText,
    day: isDay,
    source: isText,
    sourceName: isText,
    grain: isIn(['account', 'event']),
    plan: isPlan,
    rows: isRowAccounts,
    problems: isList(isRowProblem),
    problemCount: isCount,
    tableRows: isCount,
    countedRows: isMaybe(isCount),
    columns: isList(isStoredColumn),
    storedBytes: isCount,
    resummedAt: isMaybe(isText),
  }),
  buffers: (value) =>
    hasBufferFields(value) && isObject(value) && isPart(value['part'], value['value']),
  keys: has<Records['keys']>({
    workspace: isText,
    from: isCount,
    text: isText,
    ends: isA(Uint32Array),
  }),
  configurations: has<Records['configurations']>({
    workspace: isText,
    version: isCount,
    hash: isText,
    name: isText,
    note: isText,
    at: isText,
    text: isText,
  }),
  choices: (value) =>
    has({ workspace: isText, id: isText, kind: isIn(['plan']), plan: isPlan })(value) ||
    has({ workspace: isText, id: isText, kind: isIn(['type']), type: isIn(COLUMN_TYPES) })(value) ||
    has({ workspace: isText, id: isText, kind: isIn(['draft', 'attention']), text: isText })(value),
  recorded: has<Records['recorded']>({
    ...scored,
    workspace: isText,
    delivery: isCount,
    day: isDay,
    configurationVersion: isCount,
    configurationHash: isText,
    bandIds: isList(isText),
    coverages: isMaybe(isCoded),
    inputs: isMaybe(isText),
  }),
  scores: has<Records['scores']>({
    ...scored,
    workspace: isText,
    day: isDay,
    hash: isText,
    coverages: isMaybe(isCoded),
    inputs: isText,
  }),
  figures: has<Records['figures']>({
    workspace: isText,
    day: isDay,
    seen: isText,
    made: isText,
    figures: isFigures,
  }),
  answers: has<Records['answers']>({
    workspace: isText,
    question: isText,
    way: isText,
    made: isText,
    // The code that made it is the code that reads it.
    answer: () => true,
  }),
  overrides: has<Records['overrides']>({
    ...said,
    score: isNumber,
    reason: isText,
    from: isDay,
    until: isNullOr(isDay),
  }),
  notes: has<Records['notes']>({ ...said, text: isText }),
  manual: has<Records['manual']>({
    ...said,
    column: isText,
    day: isDay,
    value: isNullOr((value) => isText(value) || isNumber(value) || isTruth(value)),
    reason: isText,
  }),
  plays: has<Records['plays']>({
    ...said,
    flag: isText,
    name: isText,
    steps: isList(has({ text: isText, done: isTruth })),
    startedOn: isDay,
    dueOn: isNullOr(isDay),
    doneOn: isNullOr(isDay),
  }),
  acts: has<Pick<Records['acts'], 'workspace' | 'number' | 'at' | 'act'>>({
    workspace: isText,
    number: isCount,
    at: isText,
    act: isIn([
      'import',
      'delete-snapshot',
      'apply-configuration',
      'attend',
      'thin',
      'restore',
      'resum',
    ]),
  }),
}
