import { describe, expect, test } from 'vitest'
import { toDay } from '../../../src/core/brand.ts'
import type { ReadingPlan } from '../../../src/core/source/plan.ts'
import { rememberPlan } from '../../../src/core/source/remembered.ts'
import { suggestKey } from '../../../src/core/source/suggest-key.ts'
import { suggestPlan, type ImportMemory } from '../../../src/core/source/suggest-plan.ts'

const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1, skippedLines: 0 }
const nothing: ImportMemory = { day: toDay(100), sources: [], keyColumn: null, types: new Map() }

const head = (fileName: string, headers: string[], ...sample: string[][]) => ({
  fileName,
  dialect,
  headers,
  sample,
})

describe('suggestKey', () => {
  test.each([
    'Kunde-Nr',
    'Kundennummer',
    'Debitoren-Nr.',
    'Klantnummer',
    'Kundnr',
    'N° client',
    'Código de cliente',
    'Código do Cliente',
    'Codice cliente',
    'Nr klienta',
    'Müşteri No',
    'Номер клиента',
    'Κωδικός πελάτη',
    '顧客番号',
    '客户编号',
    '고객번호',
    'رقم العميل',
    'מספר לקוח',
    'รหัสลูกค้า',
  ])('%s names the accounts, though other columns do not repeat either', (header) => {
    const sample = [1, 2, 3].map((n) => [`Name ${n}`, String(1_000 + n), `${n * 7}`])
    expect(suggestKey(['Name', header, 'Wert'], sample)).toEqual({ index: 1, origin: 'name' })
  })

  test.each(['Firma', 'Société', 'Razón social', 'Название', '会社名', '客户名称', '회사명'])(
    '%s names the accounts where nothing else does',
    (header) => {
      const sample = [1, 2, 3].map((n) => [String(n * 7), `Acme ${n}`])
      expect(suggestKey(['Wert', header], sample)).toEqual({ index: 1, origin: 'name' })
    },
  )

  test('a header that is known to name accounts wins over a name', () => {
    const found = suggestKey(
      ['Name', 'Account ID'],
      [
        ['Acme', '1'],
        ['Delph', '2'],
      ],
    )
    expect(found).toEqual({ index: 1, origin: 'name' })
  })

  test('an id column with a gap and a repeat is still the key', () => {
    const sample = [
      ['a1', 'A'],
      ['', 'B'],
      ['a3', 'C'],
      ['a3', 'D'],
      ['a5', 'E'],
    ]
    expect(suggestKey(['account_id', 'account_name'], sample).index).toBe(0)
  })

  test('a column that is unique and looks like ids is the key of a file without names for it', () => {
    const sample = [
      ['1', 'X-17'],
      ['1', 'X-18'],
      ['2', 'X-19'],
    ]
    expect(suggestKey(['column_1', 'column_2'], sample)).toEqual({ index: 1, origin: 'unique' })
  })

  test('measures alone name nobody: rows are numbered', () => {
    expect(
      suggestKey(
        ['Age', 'Calls'],
        [
          ['30', '4'],
          ['25', '9'],
          ['41', '2'],
        ],
      ),
    ).toEqual({
      index: null,
      origin: 'none',
    })
  })

  test('a file without rows is judged by its headers', () => {
    expect(suggestKey(['Customer ID'], [])).toEqual({ index: 0, origin: 'name' })
  })
})

describe('suggestPlan', () => {
  const january = head('crm_2026-01-31.csv', ['Account ID', 'ARR'], ['a', '1'], ['b', '2'])

  test('a source is named by the words of its first file', () => {
    const { plan } = suggestPlan(january, nothing)
    expect([plan.source, plan.sourceName]).toEqual(['crm', 'crm'])
  })

  test('the key column of the configuration in force is the key', () => {
    const file = head('x.csv', ['Code', 'Account ID'], ['q', 'a'], ['r', 'b'])
    const suggested = suggestPlan(file, { ...nothing, keyColumn: 'code' })
    expect([suggested.plan.key, suggested.keyOrigin]).toEqual([
      { by: 'column', index: 0, rule: 'exact' },
      'configuration',
    ])
  })

  test('a file with the headers of a known source is read as that source was', () => {
    const known = remembered({ ...suggestPlan(january, nothing).plan, source: 'billing' })
    const next = head('crm_2026-02-28.csv', ['ARR', 'Account ID'], ['3', 'a'])
    const suggested = suggestPlan(next, { ...nothing, sources: [known] })
    expect(suggested.knownSource).toBe('crm')
    expect(suggested.plan.source).toBe('billing')
    expect(suggested.plan.key).toEqual({ by: 'column', index: 1, rule: 'exact' })
  })

  test('a new column does not make it another source, and keeps what was chosen for the others', () => {
    const { plan } = suggestPlan(january, nothing)
    const chosen = plan.columns.map((column) =>
      column.id === 'arr' ? { ...column, ignore: true } : column,
    )
    const next = head('crm.csv', ['Account ID', 'ARR', 'NPS'], ['a', '1', '9'])
    const suggested = suggestPlan(next, {
      ...nothing,
      sources: [remembered({ ...plan, columns: chosen })],
    })
    expect(suggested.knownSource).toBeNull()
    expect(suggested.plan.source).toBe('crm')
    expect(suggested.plan.columns.map(({ id, ignore }) => [id, ignore])).toEqual([
      ['account_id', false],
      ['arr', true],
      ['nps', false],
    ])
  })

  test('a type that was fixed by the first import stays', () => {
    const { plan } = suggestPlan(january, { ...nothing, types: new Map([['arr', 'text']]) })
    expect(plan.columns.map(({ type }) => type)).toEqual([null, 'text'])
  })
})

const remembered = (plan: ReadingPlan) => rememberPlan(plan)
