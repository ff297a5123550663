import type { Page } from '@playwright/test'
import { january, jsonFile, loginsModel } from './support/files.ts'
import {
  applyConfiguration,
  chooseFiles,
  downloadText,
  exportedScores,
  goTo,
  importFile,
  rowsOf,
} from './support/steps.ts'
import { stored } from './support/stored.ts'
import { expect, test } from './support/test.ts'

const logins = jsonFile('logins.json', loginsModel)
const problemsOf = async (page: Page) =>
  (await rowsOf(page.getByRole('table'))).map(([place, kind]) => [place, kind])

test('a configuration with warnings is applied, scores at once, and can be taken back', async ({
  page,
}) => {
  await page.goto('./')
  await applyConfiguration(page, logins)
  await importFile(page, january)
  const before = await exportedScores(page)
  expect(before).toEqual([
    ['00417', '80'],
    ['00418', '39'],
    ['00419', '20'],
    ['1E5', '55'],
  ])

  const stricter = {
    ...loginsModel,
    name: 'Stricter',
    colour: 'blue',
    flags: [{ id: 'quiet', name: 'Quiet', kind: 'risk', when: 'visits < 3' }],
    bands: [loginsModel.bands[0], { id: 'green', name: 'Healthy', from: 60 }],
  }
  await chooseFiles(page, jsonFile('stricter.json', stricter))
  const warnings = page.getByRole('region', { name: 'It loads, with something to look at' })
  expect((await rowsOf(warnings.getByRole('table'))).map((row) => row.slice(0, 2))).toEqual([
    ['colour', 'warning'],
    ['flags[0].when', 'warning'],
  ])
  const effect = page.getByRole('region', { name: 'What it would change' })
  await expect(effect.getByRole('table', { name: 'Bands' })).toBeVisible()
  const bands = await rowsOf(effect.getByRole('table', { name: 'Bands' }))
  expect(bands.map((row) => row.slice(0, 3))).toEqual([
    ['At risk', '2', '3'],
    ['Healthy', '2', '1'],
    ['Not scored', '0', '0'],
  ])
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByText('Stricter · model 2')).toBeVisible()
  await goTo(page, 'Accounts')
  await expect(page.getByRole('checkbox', { name: 'At risk 3' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'At risk 2' })).toBeVisible()
  expect(await exportedScores(page)).toEqual(before)
})

test('one with errors names each place, and changes nothing', async ({ page }) => {
  await page.goto('./')
  await applyConfiguration(page, logins)
  await importFile(page, january)
  const before = [await exportedScores(page), await stored(page)]
  const [model] = loginsModel.models
  const broken = {
    ...loginsModel,
    bands: [{ id: 'red', name: 'At risk', from: 5 }, loginsModel.bands[1]],
    models: [{ ...model!, groups: [{ ...model!.groups[0], weight: -1 }] }],
    flags: [{ id: 'odd', name: 'Odd', kind: 'risk', when: 'score >' }],
  }
  await chooseFiles(page, jsonFile('broken.json', broken))
  await expect(page.getByText('It does not load, and nothing was changed.')).toBeVisible()
  expect(await problemsOf(page)).toEqual([
    ['models[0].groups[0].weight', 'error'],
    ['bands[0].from', 'error'],
    ['flags[0].when', 'error'],
  ])
  await expect(page.getByRole('button', { name: 'Apply', exact: true })).toBeHidden()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(page.getByText('Logins · model 1')).toBeVisible()
  expect([await exportedScores(page), await stored(page)]).toEqual(before)
})

test('hostile files are answered, and change nothing', async ({ page }) => {
  const whole = JSON.stringify(loginsModel)
  const expression = `${'('.repeat(50_000)}logins${')'.repeat(50_000)}`
  const hostile = [
    ['long.json', whole.replace('overdue >= 2', expression), 'models[0].exceptions[0].when'],
    ['deep.json', `${'{"a":['.repeat(5_000)}`, 'the file'],
    [
      'infinite.json',
      whole.replace('"to":100', '"to":1e999'),
      'models[0].groups[0].factors[0].scale.to',
    ],
    ['future.json', whole.replace('"version":1', '"version":2'), 'version'],
    ['cut.json', whole.slice(0, -20), 'the file'],
    ['vast.json', `{"format":"hale-config","name":"${'x'.repeat(3_000_000)}"}`, 'the file'],
  ] as const
  await page.goto('./')
  await applyConfiguration(page, logins)
  const before = await stored(page)
  for (const [name, text, place] of hostile) {
    await chooseFiles(page, jsonFile(name, text))
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    await expect(page.getByText('It does not load, and nothing was changed.')).toBeVisible()
    expect((await problemsOf(page))[0], name).toEqual([place, 'error'])
  }
  expect(await stored(page)).toEqual(before)
})

test('keys that mean something to JavaScript are kept as keys, and touch nothing', async ({
  page,
}) => {
  const text = JSON.stringify(loginsModel).replace(
    '"name":"Logins"',
    '"name":"Logins","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}',
  )
  await page.goto('./')
  await applyConfiguration(page, jsonFile('keys.json', text))
  const exported = await downloadText(page, 'Export configuration')
  expect(exported).toContain('"__proto__"')
  expect(Object.keys(JSON.parse(exported) as object).sort()).toEqual(
    Object.keys(JSON.parse(text) as object).sort(),
  )
  const polluted = [
    await page.evaluate(() => 'polluted' in {}),
    ...(await Promise.all(page.workers().map((worker) => worker.evaluate(() => 'polluted' in {})))),
  ]
  expect(polluted).toEqual(polluted.map(() => false))
})

test('the exported configuration is what was applied, in one canonical form', async ({ page }) => {
  await page.goto('./')
  await applyConfiguration(page, logins)
  const exported = await downloadText(page, 'Export configuration')
  expect(JSON.parse(exported)).toEqual(loginsModel)
  expect(exported).toMatch(
    /^\{\n {2}"format": "hale-config",\n {2}"version": 1,\n {2}"name": "Logins",/,
  )

  const backwards = Object.fromEntries(Object.entries(loginsModel).reverse())
  await chooseFiles(page, jsonFile('backwards.json', backwards))
  await expect(page.getByText('This is the configuration in force')).toBeVisible()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Model', level: 1 })).toBeVisible()
  expect(await downloadText(page, 'Export configuration')).toBe(exported)
})
