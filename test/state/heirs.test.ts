import { expect, test, vi } from 'vitest'
import { createHeirs } from '../../src/bridge/heirs.ts'

const running = () => new AbortController().signal

test('an import whose heir dies is told, and later ones are not', () => {
  const inherited: MessagePort[] = []
  const heirs = createHeirs((port) => inherited.push(port))
  const [first, second] = [vi.fn(), vi.fn()]
  heirs.connect(first, running())
  heirs.bereave()
  heirs.connect(second, running())
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0])
  expect(inherited).toHaveLength(2)
})

test('an import that has ended is not told of its heir, nor kept for that', () => {
  const heirs = createHeirs(() => {})
  const ended = new AbortController()
  const onLost = vi.fn()
  heirs.connect(onLost, ended.signal)
  ended.abort()
  heirs.bereave()
  expect(onLost).not.toHaveBeenCalled()
})

test('what an import says at its port, its heir hears', async () => {
  const heard = new Promise((resolve) => {
    const heirs = createHeirs((port) => (port.onmessage = ({ data }) => resolve(data)))
    heirs.connect(() => {}, running()).postMessage('columns')
  })
  expect(await heard).toBe('columns')
})
