import { expect, test } from 'vitest'
import { tellingBytes } from '../../../src/core/file/telling-bytes.ts'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const textsOf = (runs: readonly Uint8Array[]) => runs.map((run) => String.fromCharCode(...run))

test('the first cells beyond ASCII tell, from one separator to the next, three at most', () => {
  const head = latin('id,name\n1,Brontë Foods\n2;Öl\n3,"São Paulo",x\n4,Ärger\n')
  expect(textsOf(tellingBytes(head, 'windows-1252'))).toEqual(['Brontë', 'Öl', 'São'])
})

test('where all bytes are ASCII nothing tells', () => {
  expect(tellingBytes(latin('id,name\n1,Delph\n'), 'utf-8')).toEqual([])
  expect(tellingBytes(new Uint8Array(0), 'utf-8')).toEqual([])
})

test('of wide characters the beginning tells, by whole ones', () => {
  const head = latin('i\0d\0;\0'.repeat(100))
  expect(tellingBytes(head, 'utf-16le').map(({ length }) => length)).toEqual([96])
})

test('a run without an end is cut', () => {
  const [run] = tellingBytes(latin('é'.repeat(10_000)), 'utf-8')
  expect(run?.length).toBe(24)
})
