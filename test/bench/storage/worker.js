// Runs in a module worker of the browser: writes or reads snapshots in one layout and says how long it took.
import { expand, layouts } from './layouts.js'
import { makeTable, typedTable } from './table.js'

onmessage = async ({ data }) => {
  const tasks = { write, read, parse, save, visit, backUp }
  try {
    postMessage({ value: await tasks[/** @type {keyof typeof tasks} */ (data.task)](data) })
  } catch (error) {
    postMessage({ error: String(error) })
  }
}

/** @param {{ rows: number, name: string, snapshots: number, inTransactions: number }} order */
async function write({ rows, name, snapshots, inTransactions }) {
  const layout = layoutOf(name)
  const db = await open()
  const times = []
  let bytes = 0
  for (let snapshot = 0; snapshot < snapshots; snapshot++) {
    const table = typedTable(rows, snapshot + 1)
    bytes = table.csv.length
    const start = performance.now()
    const records = await layout.records(table)
    for (const some of split(records, inTransactions)) await put(db, snapshot, some)
    times.push((performance.now() - start) / (layout.share ?? 1))
  }
  db.close()
  return { times, bytes: bytes * (layout.share ?? 1) }
}

/** @param {{ name: string, snapshots: number }} order */
async function read({ name, snapshots }) {
  const layout = layoutOf(name)
  const db = await open()
  const all = []
  const four = []
  for (let snapshot = 0; snapshot < snapshots; snapshot++) {
    all.push(await timed(() => readAll(db, snapshot, name), layout.share))
    four.push(await timed(() => readFour(db, snapshot, name), layout.share))
  }
  db.close()
  return { all, four }
}

/** The peer: the same file by PapaParse to arrays of strings, nothing kept. @param {{ rows: number }} order */
async function parse({ rows }) {
  // @ts-expect-error a module of this server
  const { default: Papa } = await import('/papaparse.js')
  const file = new Blob([makeTable(rows, 1).csv])
  const times = []
  for (let run = 0; run < 7; run++) {
    const start = performance.now()
    const text = await file.text()
    await new Promise((done) =>
      Papa.parse(text, { chunk() {}, complete: () => done(null), chunkSize: 1 << 20 }),
    )
    times.push(performance.now() - start)
  }
  return { times }
}

// @ts-expect-error bundled by the server
const store = () => import('/store.js')

/** src/store as it is. @param {{ rows: number, snapshots: number }} order */
async function save({ rows, snapshots }) {
  const times = []
  let bytes = 0
  for (let snapshot = 0; snapshot < snapshots; snapshot++) {
    const table = typedTable(rows, snapshot + 1)
    bytes = table.csv.length
    times.push(await (await store()).save(table, snapshot))
  }
  return { times, bytes }
}

const visit = async () => (await store()).visit()

const backUp = async () => (await store()).backUp()

/** @param {string} name */
function layoutOf(name) {
  const layout = layouts[name]
  if (!layout) throw new Error(`invalid layout: ${name}`)
  return layout
}

/** @template T @param {T[]} list @param {number} parts */
function split(list, parts) {
  const size = Math.ceil(list.length / parts)
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  )
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('hale-bench', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('buffers')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** @param {IDBDatabase} db @param {number} snapshot @param {import('./layouts.js').StoredRecord[]} records */
function put(db, snapshot, records) {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction('buffers', 'readwrite', { durability: 'strict' })
    for (const { key, value } of records)
      transaction.objectStore('buffers').put(value, ['w', snapshot, ...key])
    transaction.oncomplete = resolve
    transaction.onabort = () => reject(transaction.error)
  })
}

/** @param {() => Promise<unknown>} task @param {number} [share] */
async function timed(task, share = 1) {
  const start = performance.now()
  await task()
  return (performance.now() - start) / share
}

/** @param {IDBDatabase} db @param {number} snapshot @param {string} name */
async function readAll(db, snapshot, name) {
  const kinds = name === 'rows' ? ['row'] : name === 'snapshot' ? ['all'] : ['column']
  for (const kind of kinds) {
    const range = IDBKeyRange.bound(['w', snapshot, kind], ['w', snapshot, kind, []])
    await decode(await answer(stored(db).getAll(range)), name)
  }
}

/** @param {IDBDatabase} db @param {number} snapshot @param {string} name */
async function readFour(db, snapshot, name) {
  if (name === 'rows' || name === 'snapshot') return readAll(db, snapshot, name)
  const objects = stored(db)
  await decode(
    await Promise.all(
      [2, 10, 13, 18].map((at) => answer(objects.get(['w', snapshot, 'column', at]))),
    ),
    name,
  )
}

/** What has to be done before the columns can be used. @param {any[]} values @param {string} name */
async function decode(values, name) {
  if (name.startsWith('compressed'))
    await Promise.all(values.flatMap((value) => value.buffers.map(expand)))
  if (name.startsWith('narrow')) for (const value of values) if (value.power > 0) widen(value)
}

/** @param {{ power: number, values: Int16Array | Int32Array }} narrow */
function widen({ power, values }) {
  const missing = values instanceof Int16Array ? -0x8000 : -0x80000000
  const wide = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++)
    wide[i] = values[i] === missing ? NaN : /** @type {number} */ (values[i]) / power
  return wide
}

/** @param {IDBDatabase} db */
const stored = (db) => db.transaction('buffers', 'readonly').objectStore('buffers')

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
