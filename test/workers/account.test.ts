import { beforeEach, expect, test } from 'vitest'
import {
  configuration,
  csv,
  day,
  emptyDatabase,
  importFile,
  look,
  value,
  withConfiguration,
} from './support/workspace.ts'

beforeEach(emptyDatabase)

test('a carried input names the day of the newest snapshot that has it', async () => {
  const { engine, opened } = await withConfiguration()
  const months = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']
  const logins = ['a,40', 'a,60', 'a,', 'a,']
  let { workspace } = opened
  for (const [place, iso] of months.entries()) {
    await importFile(csv(`${iso}.csv`, 'Account ID,Logins', `${logins[place]}`, 'b,9'), workspace)
    workspace = value(await engine.open(workspace?.id ?? null)).workspace
  }
  const [model] = configuration.models
  const [group] = model!.groups
  const factors = [{ ...group!.factors[0]!, missing: { carry: 90 } }]
  const carrying = { ...configuration, models: [{ ...model!, groups: [{ ...group!, factors }] }] }
  value(await engine.applyConfiguration(carrying, ''))
  const factorOf = async (iso: string, key: string) => {
    const at = look(iso)
    const asked = { ...at, search: key, filter: '', sort: [], columns: [], from: 0, count: 1 }
    const [row] = value(await engine.accounts(asked)).rows
    const { groups } = value(await engine.account(row!.account, at))
    const { origin, carriedFrom, input } = groups[0]!.factors[0]!
    return { origin, carriedFrom, input }
  }
  expect(await factorOf('2026-04-30', 'a')).toEqual({
    origin: 'carried',
    carriedFrom: day('2026-02-28'),
    input: { type: 'number', value: 60 },
  })
  expect(await factorOf('2026-04-30', 'b')).toMatchObject({ origin: 'data', carriedFrom: null })
})

test('the cells behind the inputs are those of the files, whatever was made of them', async () => {
  const { engine, opened } = await withConfiguration()
  const file = csv(
    '2026-01-31.csv',
    'Account ID;Logins;Renewal;Trial;Note',
    '00417;1.234,50;31.12.2026;yes;=1+1',
    '00418;n/a;;no;',
    '00419;2.000,00;01.02.2027;no; two  words ',
  )
  await importFile(file, opened.workspace)
  value(await engine.open(null))
  const at = look('2026-01-31')
  const cellsOf = async (key: string) => {
    const asked = { ...at, search: key, filter: '', sort: [], columns: [], from: 0, count: 1 }
    const [row] = value(await engine.accounts(asked)).rows
    const cells = value(await engine.deliveredCells(row!.account, at.day))
    return Object.fromEntries(cells.map(({ id, text }) => [id, text]))
  }
  expect(await cellsOf('00417')).toEqual({
    account_id: '00417',
    logins: '1.234,50',
    renewal: '31.12.2026',
    trial: 'yes',
    note: '=1+1',
  })
  expect(await cellsOf('00418')).toEqual({
    account_id: '00418',
    logins: 'n/a',
    renewal: '',
    trial: 'no',
    note: '',
  })
  expect((await cellsOf('00419')).note).toBe('two  words')
})
