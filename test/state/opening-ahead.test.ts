import { expose } from 'comlink'
import { expect, test } from 'vitest'
import { toWorkspaceId } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import { createEngine } from '../../src/bridge/engine.ts'
import { opened } from '../support/portfolio.ts'

/** An engine behind a channel, and what it was asked to open. */
function openedBehind(opensAhead: boolean) {
  const asked: unknown[] = []
  const { port1, port2 } = new MessageChannel()
  const open = (workspace: unknown) => success(asked.push(workspace) && opened())
  expose({ open, onClosed: () => {}, isAwake: () => true }, port2)
  const worker = Object.assign(port1, { terminate: () => {} }) as unknown as Worker
  const spawnWorker = () => Promise.resolve(worker)
  return { asked, engine: createEngine({ opensAhead, spawnWorker, onClosed: () => {} }) }
}

test('what is opened ahead is opened once, and anew from then on', async () => {
  const { asked, engine } = openedBehind(true)
  await expect.poll(() => asked).toEqual([null])
  expect(await engine.open(null)).toEqual(success(opened()))
  expect(asked).toEqual([null])
  await engine.open(null)
  expect(asked).toEqual([null, null])
})

test('who asks for another workspace gets that one', async () => {
  const { asked, engine } = openedBehind(true)
  await engine.open(toWorkspaceId('other'))
  await engine.open(null)
  expect(asked).toEqual([null, 'other', null])
})

test('where nothing is expected nothing is opened', async () => {
  const { asked, engine } = openedBehind(false)
  await engine.open(null)
  expect(asked).toEqual([null])
})
