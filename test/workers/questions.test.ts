import { proxy } from 'comlink'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { Inspection, Reading } from '../../workers/protocol/review.ts'
import { importThread } from './support/threads.ts'
import { csv, day, emptyDatabase, ignoreProgress, importFile, value } from './support/workspace.ts'

beforeEach(emptyDatabase)

const column = (plan: ReadingPlan, id: string) => plan.columns.find((one) => one.id === id)

async function reviewOf(file: File, languages: readonly string[] = []) {
  const { remote, close } = importThread()
  const hints = { workspace: null, today: day('2026-06-15'), languages }
  const { plan, roles } = value(await remote.inspect(file, hints))
  const review = value(await remote.stage(plan, roles, proxy(ignoreProgress)))
  close()
  return review
}

const questionsOf = async (cells: readonly string[], header = 'Value') => {
  const lines = cells.map((cell, row) => `A-${row}\t${cell}`)
  const review = await reviewOf(csv('2026-01-31.csv', `Account ID\t${header}`, ...lines))
  return review.questions
}

describe('what a file leaves open', () => {
  test('thousands or decimals: both readings with what they make of an example', async () => {
    expect(await questionsOf(['1.234', '5.678'])).toEqual([
      {
        kind: 'reading',
        about: 'marks',
        column: 1,
        example: '1.234',
        readings: [
          { type: 'number', format: { decimal: '.' }, cell: { type: 'number', value: 1.234 } },
          {
            type: 'number',
            format: { decimal: ',', group: '.' },
            cell: { type: 'number', value: 1234 },
          },
        ],
      },
    ])
  })

  test('percent: shares or numbers', async () => {
    const [question] = await questionsOf(['12 %', '7 %'])
    expect(question).toMatchObject({
      about: 'percent',
      example: '12 %',
      readings: [{ cell: { value: 0.12 } }, { cell: { value: 12 } }],
    })
  })

  test('numbers that may be days', async () => {
    const [question] = await questionsOf(['46053', '46054'], 'Renewal date')
    expect(question).toMatchObject({
      about: 'counted-days',
      readings: [
        { type: 'date', cell: { type: 'date', value: day('2026-01-31') } },
        { type: 'number', cell: { value: 46053 } },
      ],
    })
  })

  test('a few words among dates: that they make it text, and what it would be without them', async () => {
    const cells = ['31.01.2026', '28.02.2026', '31.03.2026', '30.04.2026', '31.05.2026', 'soon', '']
    expect(await questionsOf(cells, 'Renewal')).toEqual([
      {
        kind: 'reading',
        about: 'mostly',
        column: 1,
        example: 'soon',
        others: 1,
        readings: [
          { type: 'text', format: {}, cell: { type: 'text', value: 'soon' } },
          { type: 'date', format: { date: 'dmy' }, cell: { type: 'missing' } },
        ],
      },
    ])
  })

  test.each([
    ['a few words among amounts', ['1,5', '2,5', '3,5', '4,5', '5,5', 'TBC'], true],
    ['words beside as many numbers', ['1', '2', '3', 'a', 'b', 'c'], false],
    ['ids whose noughts would be lost', ['00123', '12', '13', '14', '15', '16', 'x'], false],
    ['names', ['Acme', 'Globex', '3 Com', 'Initech', 'Hooli', 'X'], false],
  ])('%s of %j: asked is %j', async (_, cells, isAsked) => {
    expect((await questionsOf(cells)).length > 0).toBe(isAsked)
  })

  test('several currencies: how often each, and that none of them is added up', async () => {
    const [question] = await questionsOf(['€5', '€6', 'USD 7', '8'])
    expect(question).toMatchObject({
      about: 'currencies',
      currencies: [
        { currency: 'EUR', count: 2 },
        { currency: 'USD', count: 1 },
        { currency: '', count: 1 },
      ],
      readings: [
        { type: 'text' },
        { type: 'number', format: { currency: 'EUR' } },
        { type: 'number', format: { currency: 'USD' } },
      ],
    })
  })

  test('nothing, where a column is plain', async () => {
    expect(await questionsOf(['1.5', '2'])).toEqual([])
  })
})

describe('an answer', () => {
  const file = (month: string) =>
    csv(
      `2026-${month}-28.csv`,
      'Account ID\tUse',
      'A-1\t12 %',
      'A-2\t50 %',
      `A-3\t${Number(month)} %`,
    )
  const answer =
    (choose: (readings: readonly Reading[]) => Reading | undefined, readings: readonly Reading[]) =>
    ({ plan, roles }: Inspection) => {
      const chosen = choose(readings)
      const columns = plan.columns.map((one) =>
        one.id === 'use' && chosen ? { ...one, type: chosen.type, format: chosen.format } : one,
      )
      return { plan: { ...plan, columns }, roles }
    }

  test('is staged again at once, and the next file of the source is not asked about', async () => {
    const [question] = (await reviewOf(file('01'))).questions
    if (question?.kind !== 'reading') throw new Error('no question')
    const first = await importFile(
      file('01'),
      null,
      answer((all) => all[1], question.readings),
    )
    expect(first.review.questions).toEqual([])
    expect(first.review.columns[1]?.shape).toMatchObject({ to: 50 })
    const workspace = { id: first.published.workspace, name: '', kind: 'own' } as const
    const second = await importFile(file('02'), workspace)
    expect(second.review.questions).toEqual([])
    expect(second.review.columns[1]?.shape).toMatchObject({ to: 50 })
  })
})

describe('months by name', () => {
  test('are read in the languages of the person, and the plan remembers which', async () => {
    const lines = ['Account ID,Start', 'A-1,1 listopad 2026', 'A-2,2 listopad 2026']
    const review = await reviewOf(csv('2026-01-31.csv', ...lines), ['pl-PL', 'en'])
    expect(column(review.plan, 'start')).toMatchObject({
      type: 'date',
      format: { months: 'pl-PL' },
    })
    expect(review.columns[1]?.shape).toMatchObject({ from: day('2026-11-01') })
  })
})

describe('a model', () => {
  const usage = csv('2026-01-31.csv', 'Account ID,Logins,NPS', 'A-1,3,10', 'A-2,5,9', 'A-3,8,7')

  test('that Hale would propose can be declined, and nobody is scored then', async () => {
    const decline = ({ plan, roles }: Inspection) => ({
      plan,
      roles: { ...roles, withoutModel: true },
    })
    expect((await reviewOf(usage)).configuration?.origin).toBe('proposed')
    const { review } = await importFile(usage, null, decline)
    expect([review.configuration, review.outcome]).toEqual([null, null])
  })

  test('takes in a column that a person lets count, with a scale of its own', async () => {
    const shipped = csv('2026-01-31.csv', 'Account ID,Kg', 'A-1,3', 'A-2,5', 'A-3,8')
    const take = ({ plan, roles }: Inspection) => ({
      plan,
      roles: { ...roles, adjustments: [{ factor: 'kg', change: 'take-in' as const }] },
    })
    expect((await reviewOf(shipped)).configuration).toBe(null)
    const { review } = await importFile(shipped, null, take)
    expect(review.configuration?.value.models[0]?.groups).toEqual([
      {
        id: 'other',
        name: 'Other',
        weight: 10,
        factors: [
          {
            id: 'kg',
            name: 'Kg',
            input: 'kg',
            weight: 1,
            scale: { type: 'linear', from: 3, to: 8 },
          },
        ],
      },
    ])
    expect(review.outcome?.notScored).toBe(0)
  })
})
