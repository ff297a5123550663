import { expect, test, vi } from 'vitest'
import { createHeirs } from '../../src/bridge/heirs.ts'

test('an import whose heir dies is told, and later ones are not', () => {
  const inherited: MessagePort[] = []
  const heirs = createHeirs((port) => inherited.push(port))
  const [first, second] = [vi.fn(), vi.fn()]
  heirs.connect(first)
  heirs.bereave()
  heirs.connect(second)
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0])
  expect(inherited).toHaveLength(2)
})

test('what an import says at its port, its heir hears', async () => {
  const heard = new Promise((resolve) => {
    const heirs = createHeirs((port) => (port.onmessage = ({ data }) => resolve(data)))
    heirs.connect(() => {}).postMessage('columns')
  })
  expect(await heard).toBe('columns')
})
