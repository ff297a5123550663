import { success } from '../../src/core/problem.ts'
import type { AverageChange } from '../../workers/protocol/average-change.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { SegmentsQuestion } from '../../workers/protocol/segments.ts'
import { showApp } from './app.ts'
import { moreAnswers } from './more-answers.ts'
import { configuration, NEWEST, opened, snapshotDays } from './portfolio.ts'
import { segmentsTable } from './segments.ts'

const change: AverageChange = {
  day: NEWEST,
  since: snapshotDays.at(-2)!,
  before: { accounts: 47, average: 66.4 },
  after: { accounts: 47, average: 63.1 },
  change: -3.3,
  stayed: 44,
  lines: [
    {
      name: { kind: 'factor', model: 'main', factor: 'logins' },
      label: 'Logins, 30 days',
      accounts: 40,
      points: -2.4,
      split: null,
    },
    { name: { kind: 'came' }, label: '', accounts: 3, points: -1.2, split: null },
    { name: { kind: 'moved-out' }, label: '', accounts: 2, points: 0.3, split: null },
  ],
  versions: { before: 4, after: 4 },
}

const flags = [{ id: 'quiet', name: 'Gone quiet', kind: 'risk', when: 'logins < 3' }] as const

/** The page over one flag and a fall of Enterprise; `asked` are the questions to the engine. */
export async function showSegments(query = '', more: Partial<Engine> = {}) {
  const asked: SegmentsQuestion[] = []
  const shown = await showApp(`#/segments${query}`, {
    opened: opened({ configuration: { ...configuration, flags } }),
    answers: {
      ...moreAnswers(),
      segments: (question) => {
        asked.push(question)
        return Promise.resolve(success(segmentsTable(question.by, question.across)))
      },
      averageChange: () => Promise.resolve(success(change)),
      ...more,
    },
  })
  return { ...shown, asked }
}

/** A thin space stands before a sign of per cent. */
export const cellsOf = (row: Element) =>
  [...row.children].map((cell) => (cell.textContent ?? '').trim().replace('\u202f', ' '))
export const columnOf = (place: number) =>
  [...document.querySelectorAll('table tbody tr')].map(
    (row) => row.children[place]?.textContent?.trim() ?? '',
  )
