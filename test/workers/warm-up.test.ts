import { afterEach, expect, test, vi } from 'vitest'
import { HeldFile } from '../../workers/held-file.ts'
import { warmUp } from '../../workers/import/warm-up.ts'

afterEach(() => vi.restoreAllMocks())

test('the practice before a file comes goes the whole way, and nothing of it fails', async () => {
  const read = vi.spyOn(HeldFile.prototype, 'bytes')
  await warmUp(new AbortController().signal)
  expect(new Set(read.mock.contexts).size).toBeGreaterThan(10)
})

test('it ends where a file comes', async () => {
  const read = vi.spyOn(HeldFile.prototype, 'bytes')
  const arriving = new AbortController()
  read.mockImplementationOnce(() => {
    arriving.abort()
    throw new Error('a file came')
  })
  await expect(warmUp(arriving.signal)).rejects.toThrow('a file came')
  await warmUp(arriving.signal)
  expect(read).toHaveBeenCalledOnce()
})
