import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Dialect } from '../../src/core/file/dialect.ts'
import { success } from '../../src/core/problem.ts'
import type { NotedLines, ReadingQuestion } from '../../workers/protocol/review.ts'
import { showApp } from '../support/app.ts'
import { aFile, FakeImporter } from '../support/fake-importer.ts'
import { anInspection, aPlan, aReview } from '../support/import-data.ts'

beforeEach(() => page.viewport(1440, 900))

/** As a worker reads: what was corrected stands in the plan that comes back. */
async function review(
  questions: readonly ReadingQuestion[] = [],
  noted: readonly NotedLines[] = [],
) {
  const importers: FakeImporter[] = []
  const corrected = () => importers.at(-1)?.inspected.at(-1)?.hints.dialect
  const shown = await showApp('#/import', {}, () => {
    const importer = new FakeImporter()
    importers.push(importer)
    importer.inspection = () => {
      const plan = aPlan()
      const dialect = { ...plan.dialect, ...corrected() }
      return success(
        anInspection({
          plan: { ...plan, dialect },
          telling: [Uint8Array.of(66, 114, 111, 110, 116, 0xeb)],
        }),
      )
    }
    importer.review = (plan, roles) => success(aReview({ plan, roles, questions, noted }))
    return importer.job
  })
  shown.session.files = [aFile()]
  const choose = async (name: string, label: string) => {
    await shown.screen.getByRole('button', { name: `Change ${name.toLowerCase()}` }).click()
    await shown.screen.getByLabelText(name, { exact: true }).selectOptions(label)
  }
  const staged = () => importers.at(-1)?.staged
  return { ...shown, choose, corrected, staged }
}

test('the encoding shows how it reads the file, and so does every other that can be chosen', async () => {
  const { screen, choose, corrected, staged } = await review()
  await expect.element(screen.getByText('“Brontë”')).toBeVisible()
  await choose('Encoding', 'Windows-1251, Cyrillic: Brontл')
  await expect.poll(corrected).toEqual({ encoding: 'windows-1251' })
  await expect.element(screen.getByText('“Brontл”')).toBeVisible()
  await expect.poll(() => staged()?.at(-1)?.plan.dialect.encoding).toBe('windows-1251')
})

const CONTROLS: readonly (readonly [name: string, label: string, part: Partial<Dialect>])[] = [
  ['Separator', 'semicolon “;”', { delimiter: ';' }],
  ['Separator', 'caret “^”', { delimiter: '^' }],
  ['Separator', 'columns in line, by spaces', { delimiter: '  ' }],
  ['Quotes', 'none', { quote: '', escape: '', oneLine: false }],
  ['Quotes', '"…" with \\" inside', { quote: '"', escape: '\\', oneLine: false }],
  ['Names in', 'row 4', { headerLine: 4, headerRows: 1, skippedLines: 3 }],
  ['Names in', 'rows 2 to 3', { headerLine: 2, headerRows: 2, skippedLines: 1 }],
  ['Names in', 'no row has names', { headerLine: null, headerRows: 1 }],
]

test('a separator that is not in the list can be typed', async () => {
  const { screen, choose, corrected, staged } = await review()
  await choose('Separator', 'another, to type…')
  const field = screen.getByLabelText('Separator, as typed')
  await expect.element(field).toHaveFocus()
  await field.fill('#;')
  await screen.getByRole('button', { name: 'Use it' }).click()
  await expect.poll(corrected).toEqual({ delimiter: '#;' })
  await expect.poll(() => staged()?.at(-1)?.plan.dialect.delimiter).toBe('#;')
  await expect.element(screen.getByRole('button', { name: 'Change separator' })).toHaveFocus()
})

test.each(CONTROLS)(
  '%s, %s: the file is inspected and staged again under it',
  async (...control) => {
    const [name, label, part] = control
    const { choose, corrected, staged } = await review()
    await choose(name, label)
    await expect.poll(corrected).toEqual(part)
    await expect.poll(() => staged()?.at(-1)?.plan.dialect).toMatchObject(part)
  },
)

const RARE: typeof CONTROLS = [
  ['Comments', 'lines that begin with #', { comment: '#' }],
  ['Last lines', 'all are rows', { keepsTrailer: true, lastRows: 0 }],
  ['Last lines', 'the last 2 rows left out', { keepsTrailer: false, lastRows: 2 }],
]

test.each(RARE)('%s, %s: one press away, and staged again', async (name, label, part) => {
  const { screen, choose, corrected, staged } = await review()
  await screen.getByRole('button', { name: 'More', exact: true }).click()
  await choose(name, label)
  await expect.poll(corrected).toEqual(part)
  await expect.poll(() => staged()?.at(-1)?.plan.dialect).toMatchObject(part)
})

test('swallowed lines are told with the first of them, and a second try is one click away', async () => {
  const { screen, corrected } = await review(
    [],
    [
      {
        code: 'swallowed-lines',
        count: 1,
        first: [{ code: 'swallowed-lines', line: 7, lines: 12 }],
      },
    ],
  )
  await expect.element(screen.getByText(/has swallowed lines, the first in line 7/)).toBeVisible()
  await screen.getByRole('button', { name: 'Read each line by itself' }).click()
  await expect.poll(corrected).toEqual({ oneLine: true })
})

test('where no row has names, lines at the start can be left out', async () => {
  const { choose, corrected, screen } = await review()
  await choose('Names in', 'no row has names')
  await screen.getByRole('button', { name: 'More', exact: true }).click()
  await choose('First lines', '3 lines left out')
  await expect.poll(corrected).toEqual({ headerLine: null, headerRows: 1, skippedLines: 3 })
})

test('the marks of all numbers, the order of all dates and what is missing are staged again', async () => {
  const { choose, staged } = await review()
  const arr = () => staged()?.at(-1)?.plan.columns[2]
  await choose('Numbers', '1.234,56')
  await expect.poll(arr).toMatchObject({ format: { decimal: ',', group: '.' } })
  await choose('Dates', 'mm/dd/yyyy')
  await expect.poll(arr).toMatchObject({ format: { date: 'mdy' } })
  await choose('Missing', 'empty only')
  await expect.poll(arr).toMatchObject({ missing: [] })
})

const currencies: ReadingQuestion = {
  kind: 'reading',
  about: 'currencies',
  column: 2,
  example: '€5',
  currencies: [
    { currency: 'EUR', count: 40 },
    { currency: '$', count: 20 },
  ],
  readings: [
    { type: 'text', format: {}, cell: { type: 'text', value: '€5' } },
    { type: 'number', format: { currency: 'EUR' }, cell: { type: 'number', value: 5 } },
    { type: 'number', format: { currency: '$' }, cell: { type: 'missing' } },
  ],
}

test('mixed currencies are pointed out and never added up, and one of them can be read', async () => {
  const { screen, staged } = await review([currencies])
  await expect
    .element(screen.getByText('More than one currency in arr: EUR 40, $ 20'))
    .toBeVisible()
  await expect.element(screen.getByText(/They are not added up/)).toBeVisible()
  await expect.element(screen.getByRole('radio', { name: /Keep as text/ })).toBeChecked()
  await screen.getByRole('radio', { name: 'Only EUR numbers; 20 other amounts missing' }).click()
  await expect
    .poll(() => staged()?.at(-1)?.plan.columns[2])
    .toMatchObject({ type: 'number', format: { currency: 'EUR' } })
})

test('mixed currencies are in sight, however many columns are asked about', async () => {
  const abouts = ['percent', 'sides', 'marks'] as const
  const others = [3, 4, 6].map((column, place) => ({
    ...currencies,
    about: abouts[place] ?? 'percent',
    column,
  }))
  const { screen } = await review([...others, currencies])
  await expect.element(screen.getByText(/^More than one currency in/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Show 2 more columns' })).toBeVisible()
})

test('a few words that make text of a column are told, and the others can be read without them', async () => {
  const mostly: ReadingQuestion = {
    kind: 'reading',
    about: 'mostly',
    column: 3,
    example: 'soon',
    others: 9,
    readings: [
      { type: 'text', format: {}, cell: { type: 'text', value: 'soon' } },
      { type: 'date', format: { date: 'dmy' }, cell: { type: 'missing' } },
    ],
  }
  const { screen, staged } = await review([mostly])
  await expect
    .element(screen.getByText('9 cells are no date, such as soon: renewal_date is text'))
    .toBeVisible()
  await screen.getByRole('radio', { name: 'Dates 9 other cells missing' }).click()
  await expect
    .poll(() => staged()?.at(-1)?.plan.columns[3])
    .toMatchObject({ type: 'date', format: { date: 'dmy' } })
})

test('days that are written as numbers can be read as days', async () => {
  const counted: ReadingQuestion = {
    kind: 'reading',
    about: 'counted-days',
    column: 2,
    example: '45000',
    readings: [
      { type: 'date', format: { date: 'excel' }, cell: { type: 'date', value: aPlan().day } },
      { type: 'number', format: {}, cell: { type: 'number', value: 45_000 } },
    ],
  }
  const { screen, staged } = await review([counted])
  await screen.getByRole('radio', { name: '45,000 a number' }).click()
  await expect.poll(() => staged()?.at(-1)?.plan.columns[2]?.type).toBe('number')
})

test('columns that can be read in the same ways are asked once, and one answer settles them all', async () => {
  const seconds = [2, 3, 4].map((column): ReadingQuestion => ({
    kind: 'reading',
    about: 'counted-days',
    column,
    example: '1767225600',
    readings: [
      {
        type: 'date',
        format: { date: 'seconds' },
        cell: { type: 'date', value: aPlan().day },
      },
      { type: 'number', format: {}, cell: { type: 'number', value: 1767225600 } },
    ],
  }))
  const { screen, staged } = await review(seconds)
  await expect
    .element(screen.getByText('3 columns can be read in two ways Import takes the marked one.'))
    .toBeVisible()
  await expect.element(screen.getByText(/The same for renewal_date, /)).toBeVisible()
  await expect.poll(() => screen.getByRole('radio').elements().length).toBe(2)
  await screen.getByRole('radio', { name: '1,767,225,600 a number' }).click()
  await expect
    .poll(() =>
      staged()
        ?.at(-1)
        ?.plan.columns.slice(2, 5)
        .map(({ type }) => type),
    )
    .toEqual(['number', 'number', 'number'])
})
