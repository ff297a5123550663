import { describe, expect, test } from 'vitest'
import { RowAligner } from '../../../src/core/file/row-aligner.ts'

const ROWS = Array.from({ length: 12 }, (_, i) => [
  `A-${100 + i}`,
  ['Acme Ltd', 'Beta', 'Delta and Sons'][i % 3] as string,
  ['Berlin', 'New York'][i % 2] as string,
  String(20 + i),
  `2026-0${(i % 9) + 1}-01`,
  i % 4 === 0 ? 'fine' : '',
])

function aligned(line: string, rows: readonly (readonly string[])[] = ROWS) {
  const aligner = new RowAligner(6, ',')
  for (const row of rows) aligner.learn(row)
  return aligner.align(line.split(','))
}

describe('a row with separators too many', () => {
  test.each([
    ['an empty cell too many', 'A-7,,Acme,Berlin,20,2026-01-01,fine'],
    ['two empty cells too many', 'A-7,Acme,,,Berlin,20,2026-01-01,fine'],
    ['an empty cell too many before the last empty one', 'A-7,,Acme,Berlin,20,2026-01-01,'],
  ])('gives up %s', (_, line) => {
    const note = line.endsWith('fine') ? 'fine' : ''
    expect(aligned(line)).toEqual(['A-7', 'Acme', 'Berlin', '20', '2026-01-01', note])
  })

  test.each([
    ['Gamma, Inc.', 'A-7,Gamma, Inc.,Berlin,20,2026-01-01,'],
    ['Smith, Wesson, and Co', 'A-7,Smith, Wesson, and Co,Berlin,20,2026-01-01,'],
  ])('keeps the commas of %s', (name, line) => {
    expect(aligned(line)).toEqual(['A-7', name, 'Berlin', '20', '2026-01-01', ''])
  })

  test('joins an amount that its comma for thousands has parted', () => {
    expect(aligned('A-7,Acme,Berlin,1,200,2026-01-01,fine')?.[3]).toBe('1,200')
  })

  test('stays as it is where two places would do', () => {
    expect(aligned('A-7,Acme,Beta,Berlin,20,2026-01-01,fine')).toBeNull()
  })
})

describe('a row with a separator too few', () => {
  test('keeps its other cells under their columns', () => {
    expect(aligned('A-7,AcmeBerlin,20,2026-01-01,fine')).toEqual([
      'A-7',
      'AcmeBerlin',
      '',
      '20',
      '2026-01-01',
      'fine',
    ])
    expect(aligned('A-7,Acme,Berlin20,2026-01-01,fine')).toEqual([
      'A-7',
      'Acme',
      'Berlin20',
      '',
      '2026-01-01',
      'fine',
    ])
  })

  test('misses its last cells where all others stand right', () => {
    expect(aligned('A-7,Acme,Berlin,20')).toBeNull()
  })
})

test.each([
  ['semicolons', 'A-7;Acme;Berlin;20;2026-01-01;fine'],
  ['semicolons, with a decimal comma', 'A-7;Acme;Berlin;20,5;2026-01-01;fine'],
  ['tabs', 'A-7\tAcme\tBerlin\t20\t2026-01-01\tfine'],
  ['spaces', 'A-7 Acme Berlin 20 2026-01-01 fine'],
])('a row that %s part is parted by them', (_, line) => {
  const amount = line.includes('20,5') ? '20,5' : '20'
  expect(aligned(line)).toEqual(['A-7', 'Acme', 'Berlin', amount, '2026-01-01', 'fine'])
})

test('a text with as many signs as a row has stays what it is', () => {
  expect(aligned('one;two;three;four;five;six')).toBeNull()
})

test.each([
  ['few rows', ROWS.slice(0, 4)],
  ['words alone', ROWS.map((row) => row.map(() => 'word'))],
])('%s tell nothing', (_, rows) => {
  expect(aligned('A-7,,Acme,Berlin,20,2026-01-01,fine', rows)).toBeNull()
})
