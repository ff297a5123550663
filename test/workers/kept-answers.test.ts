import { beforeEach, expect, test } from 'vitest'
import { success, type Result } from '../../src/core/problem.ts'
import { engineThread } from './support/threads.ts'
import type { AccountsQuestion } from '../../workers/protocol/accounts.ts'
import { nextTask } from '../../workers/next-task.ts'
import { question, strict, twoModels } from './support/two-models.ts'
import {
  changeStored,
  csv,
  day,
  emptyDatabase,
  importFile,
  look,
  value,
  type openEngine,
} from './support/workspace.ts'
// Behind the stand-in for IndexedDB, which Dexie looks for as it is loaded.
import { Answering } from '../../workers/engine/answering.ts'

beforeEach(emptyDatabase)

type Engine = Awaited<ReturnType<typeof openEngine>>['engine']

const newest = look('2026-02-28', '2026-01-31', 'recorded')

/** As a page of the list begins. */
const list: AccountsQuestion = {
  ...newest,
  search: '',
  filter: '',
  sort: [{ by: 'name', direction: 'asc' }],
  columns: ['plan'],
  from: 0,
  count: 50,
}

/** All that is kept, as a build answers it. */
async function answersOf(engine: Engine) {
  return {
    overview: value(await engine.overview(newest)),
    movement: value(await engine.movement(newest)),
    average: value(await engine.averageChange(newest, '')),
    renewals: value(await engine.renewals(newest)),
    attention: value(await engine.attention()),
    trends: value(await engine.trends(question('recorded'))),
    accounts: value(await engine.accounts(list)),
    profile: value(await engine.profile()),
  }
}
const ALL = 8

async function anew<T>(build: string, ask: (engine: Engine) => Promise<T>): Promise<T> {
  const thread = engineThread(build)
  try {
    value(await thread.remote.open(null))
    return await ask(thread.remote)
  } finally {
    thread.close()
  }
}

const answersAnew = (build: string) => anew(build, answersOf)
const kept = () => changeStored('answers', (one) => one)

/** Two months answered for by a build, and every answer that it kept marked. */
async function marked(build = 'one') {
  const made = await twoModels()
  // The scores of the newest are recorded by then, of which an answer is made too.
  await answersAnew('')
  await answersAnew(build)
  await expect.poll(kept).toHaveLength(ALL)
  await changeStored('answers', (one) => ({ ...one, answer: { marked: true } }))
  return made
}

const isMarked = (answers: Readonly<Record<string, unknown>>) =>
  Object.values(answers).filter((one) => JSON.stringify(one) === '{"marked":true}').length

test('what a page asks of all accounts is answered once, and the same from then on', async () => {
  await twoModels()
  const fresh = await answersAnew('')
  expect(await kept()).toEqual([])
  expect(await answersAnew('one')).toEqual(fresh)
  await expect.poll(kept).toHaveLength(ALL)
  expect(await answersAnew('one')).toEqual(fresh)
  await changeStored('answers', (one) => ({ ...one, answer: { marked: true } }))
  expect(isMarked(await answersAnew('one'))).toBe(ALL)
})

test('is answered again by another build, and what the one before kept goes', async () => {
  await marked()
  expect(isMarked(await answersAnew('two'))).toBe(0)
  await expect.poll(kept).toHaveLength(ALL)
  expect(isMarked(await answersAnew('one'))).toBe(0)
})

test('is answered again once a file came, was corrected, was taken back or goes', async () => {
  const { opened } = await marked()
  const corrected = csv(
    '2026-01-31.csv',
    'Account ID,Name,Plan,ARR,Logins,Overdue',
    '00417,Brontë Foods,Pro,1000,60,0',
  )
  await importFile(corrected, opened.workspace)
  const [before, after] = [await answersAnew(''), await answersAnew('one')]
  expect(after).toEqual(before)
  expect(isMarked(after)).toBe(0)
  for (const act of ['undo', 'deleteSnapshot'] as const) {
    await answersAnew('one')
    await expect.poll(kept).toHaveLength(ALL)
    await changeStored('answers', (one) => ({ ...one, answer: { marked: true } }))
    await anew('one', async (engine) => {
      if (act === 'undo') value(await engine.undo())
      else value(await engine.deleteSnapshot(day('2026-01-31')))
      expect(isMarked({ trends: value(await engine.trends(question('recorded'))) })).toBe(0)
      expect(isMarked({ overview: value(await engine.overview(newest)) })).toBe(0)
    })
  }
})

test('is answered again under another model, and under none that a segment or another day asks for', async () => {
  const { engine } = await marked()
  const pro = [{ by: 'plan', label: 'Pro' }]
  const others = await anew('one', async (engine) => [
    value(await engine.movement(newest, pro)),
    value(await engine.averageChange(newest, "plan == 'pro'")),
    value(await engine.trends({ ...question('recorded'), segment: pro })),
    value(await engine.overview(look('2026-01-31'))),
    value(await engine.accounts({ ...list, filter: "plan == 'pro'" })),
    value(await engine.accounts({ ...list, search: 'a' })),
    value(await engine.accounts({ ...list, from: 1 })),
    value(await engine.accounts({ ...list, ...look('2026-01-31') })),
    value(await engine.accounts({ ...list, sort: [{ by: 'name', direction: 'desc' }] })),
    value(await engine.accounts({ ...list, columns: [] })),
  ])
  expect(isMarked({ ...others })).toBe(0)
  value(await engine.applyConfiguration({ ...strict, name: 'Next' }, 'Next'))
  const fresh = await answersAnew('')
  expect(await answersAnew('one')).toEqual(fresh)
})

test('of the list only the order and columns that were asked for last are kept', async () => {
  await marked()
  const other = { ...list, sort: [{ by: 'name', direction: 'desc' }] } as const
  const ask = (asked: AccountsQuestion) =>
    anew('one', async (engine) => value(await engine.accounts(asked)))
  expect(isMarked({ first: await ask(list) })).toBe(1)
  const made = await ask(other)
  await expect.poll(async () => (await kept()).map(({ answer }) => answer)).toContainEqual(made)
  expect(await kept()).toHaveLength(ALL)
  expect(isMarked({ again: await ask(list) })).toBe(0)
})

class Asked extends Answering {
  ask(make: () => Promise<Result<string>>): Promise<Result<string>> {
    return this.kept({ question: ['asked'] }, null, make)
  }

  openAnew() {
    return this.changing(() => Promise.resolve())
  }
}

test('is not kept where the workspace was opened anew while it was worked out', async () => {
  const { engine } = await twoModels()
  const asked = new Asked(() => '2026-03-01T00:00:00Z', 'one')
  const answer = await asked.ask(async () => {
    value(await engine.applyConfiguration({ ...strict, name: 'Next' }, 'Next'))
    value(await asked.openAnew())
    return success('of what was in force before')
  })
  expect(value(answer)).toBe('of what was in force before')
  // Keeping is waited for by nobody.
  for (let turn = 0; turn < 100; turn++) await nextTask()
  expect(value(await asked.ask(() => Promise.resolve(success('of what is'))))).toBe('of what is')
})

test('goes with its workspace', async () => {
  const { opened } = await marked()
  await anew('one', async (engine) => value(await engine.removeWorkspace(opened.workspace!.id)))
  expect(await kept()).toEqual([])
})

test('the inbox is answered again once something of it is done, and as before once that is taken back', async () => {
  await twoModels()
  const before = await anew('one', async (engine) => value(await engine.attention()))
  const item = before!.groups[0]!.items[0]!
  await anew('one', async (engine) => {
    value(await engine.attend([item], 'done', day('2026-03-31')))
    expect(value(await engine.attention())).toMatchObject({ total: before!.total - 1, done: 1 })
    value(await engine.undo())
    expect(value(await engine.attention())).toEqual(before)
  })
})
