import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import type { AttentionInbox } from '../../workers/protocol/attention.ts'
import type { Drift } from '../../workers/protocol/segments.ts'
import { showApp } from '../support/app.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import { trendAnswers } from '../support/movement.ts'
import { accountRow, NEWEST, snapshotDays } from '../support/portfolio.ts'
import { drift } from '../support/segments.ts'
import { showSegments } from '../support/segments-page.ts'

beforeEach(() => page.viewport(1440, 900))

const rows = [accountRow(1, { name: 'Loud', score: 55, band: 1 })]
const inbox: AttentionInbox = {
  day: NEWEST,
  since: snapshotDays.at(-2)!,
  total: 0,
  groups: [],
  snoozed: 0,
  done: 0,
}
const answers = trendAnswers({ attention: () => Promise.resolve(success(inbox)) })
const WAYS = [
  ['recorded', 'as recorded'],
  ['restated', 'restated by model 4'],
] as const

/** Parts that show a chart, a list or small histories, and none within them that does, by their names. */
function shown(root: Element): ReadonlyMap<string, string> {
  const isShown = (part: Element) => part.querySelector('canvas, table, svg.spark, .flow, .part ul')
  const parts = [...root.querySelectorAll('section')].filter(
    (part) => (isShown(part) || part.querySelector('#attention')) && !part.querySelector('section'),
  )
  return new Map(
    parts.map((part) => [
      part.querySelector('h2')?.textContent?.trim() ?? '',
      part.querySelector('.part-head')?.textContent ?? '',
    ]),
  )
}

test.each(WAYS)('%s: every chart and list of the overview says so', async (seen, words) => {
  const { screen } = await showApp(`#/overview?seen=${seen}`, { rows, answers })
  const main = screen.getByRole('main').element()
  const wanted = ['Triage', 'Needs attention', 'Band share over time', 'Score distribution']
  await expect.poll(() => [...shown(main).keys()]).toEqual(expect.arrayContaining(wanted))
  for (const [name, head] of shown(main))
    // Both days of the inbox are scored by the model in force.
    expect(head, name).toContain(name === 'Needs attention' ? 'restated by model 4' : words)
})

test.each(
  WAYS.flatMap(([seen, words]) =>
    (
      [
        ['the table of segments', '', 1],
        ['the heat map', '&by=segment&across=arr', 1],
        ['the table of cells', '&by=segment&across=arr&show=table', 1],
        ['a segment that is looked into', "&by=segment&why=segment == 'Enterprise'", 4],
      ] as const
    ).map(([name, query, least]) => ({ name, query, least, seen, words })),
  ),
)('$seen: $name says so', async ({ query, least, seen, words }) => {
  const { screen } = await showSegments(`?seen=${seen}${query}`)
  const main = screen.getByRole('main').element()
  await expect.poll(() => shown(main).size).toBeGreaterThanOrEqual(least)
  for (const [name, head] of shown(main)) expect(head, name).toContain(words)
})

test.each(['Show as pages', null])(
  'the list of accounts says how it is seen above it, as one list and as pages',
  async (button) => {
    for (const [seen, words] of WAYS) {
      const { screen, preferences } = await showApp(`#/accounts?seen=${seen}`, { rows })
      preferences.choose('listAsPages', false)
      if (button) await screen.getByRole('button', { name: button }).click()
      await expect.element(screen.getByRole('table', { name: 'Accounts' })).toBeVisible()
      const head = screen.getByRole('heading', { name: 'Accounts', level: 1 }).element()
      expect(head.parentElement?.textContent).toContain(words)
      preferences.choose('listAsPages', false)
      await screen.unmount()
    }
  },
)

test('the exported list is asked for as it is seen', async () => {
  const asked: string[] = []
  const { screen } = await showApp('#/accounts?seen=restated', {
    rows,
    answers: {
      accountsFile: (question) => {
        asked.push(question.seen)
        return Promise.resolve(success({ blob: new Blob(), fileName: 'list.csv' }))
      },
    },
  })
  await screen.getByRole('button', { name: 'Export view' }).click()
  await expect.poll(() => asked).toEqual(['restated'])
})

test('a picture of a chart says how it is seen, under its title', async () => {
  const drawn: string[] = []
  const { fillText } = CanvasRenderingContext2D.prototype
  vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText').mockImplementation(function (
    this: CanvasRenderingContext2D,
    ...words
  ) {
    drawn.push(words[0])
    fillText.apply(this, words)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  const { screen } = await showApp('#/trends?seen=restated', { answers })
  const button = screen.getByRole('button', { name: 'Download picture: Average score' })
  await expect.element(button).toBeVisible()
  drawn.length = 0
  await button.click()
  await expect.poll(() => drawn).toContain('Average score')
  expect(drawn).toContain('restated by model 4')
})

/** The last three points are under another model. */
const changed: Partial<Engine> = {
  drift: ({ segments, across }) => {
    const { points } = drift(segments.length * (across?.segments.length ?? 1))
    const answer: Drift = {
      points: points.map((point, at) => ({ ...point, configurationVersion: at < 9 ? 3 : 4 })),
    }
    return Promise.resolve(success(answer))
  },
}

test.each([
  ['the table', '?by=segment', 'td.drift svg.spark'],
  ['the heat map', '?by=segment&across=arr', '.heat svg.spark'],
])(
  'in %s every drift is marked where the model changed, and it is said',
  async (_, query, lines) => {
    await showSegments(query, changed)
    const marks = () =>
      [...document.querySelectorAll(lines)].map((line) => line.querySelectorAll('line').length)
    await expect.poll(() => marks().length).toBeGreaterThan(1)
    await expect.poll(() => new Set(marks())).toEqual(new Set([1]))
    const words = 'Dashed: the model changed, 3 → 4'
    const heads = [...document.querySelectorAll('th[title]')].map((head) =>
      head.getAttribute('title'),
    )
    expect(heads.includes(words) || document.body.textContent?.includes(words)).toBe(true)
  },
)
