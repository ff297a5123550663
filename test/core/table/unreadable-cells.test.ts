import { expect, test } from 'vitest'
import { typeTexts } from '../../../src/core/table/type-texts.ts'
import { TextBuilder } from '../../../src/core/table/text-builder.ts'
import { unreadableCells } from '../../../src/core/table/unreadable-cells.ts'

const numbers = { type: 'number', format: {}, missing: null } as const

function typed(cells: readonly string[], plan: Parameters<typeof typeTexts>[1] = numbers) {
  const builder = new TextBuilder()
  for (const cell of cells) builder.add(cell)
  const { column, raw, unreadable } = typeTexts(builder.finish(), plan)
  return { found: unreadableCells({ column, raw, missing: plan.missing }, 1_000), raw, unreadable }
}

test('a cell with a text and no value is found again from what is kept, in the order of the rows', () => {
  const few = typed(['1', 'TBC', '', 'n/a', '5', '6', '7', '8', '48k', '10', '11', '12'])
  expect(few.raw.kind).toBe('except')
  expect(few.found).toEqual([
    { row: 1, text: 'TBC' },
    { row: 8, text: '48k' },
  ])
  const many = typed(['x', 'y', '3', '-'])
  expect(many.raw.kind).toBe('texts')
  expect(many.found).toEqual([
    { row: 0, text: 'x' },
    { row: 1, text: 'y' },
  ])
})

test('they are as many as the reading counted, whatever stands for missing', () => {
  const cells = ['1', '-', 'gone', '', '4', '5', '6', '7', '8', '9', '10', '11']
  for (const missing of [null, [], ['gone']]) {
    const { found, unreadable } = typed(cells, { ...numbers, missing })
    expect(found).toHaveLength(unreadable.count)
  }
})

test('a text column, and one that is read whole, have none', () => {
  expect(typed(['a', '', 'n/a'], { ...numbers, type: 'text' }).found).toEqual([])
  expect(typed(['1', '2', '']).found).toEqual([])
})
