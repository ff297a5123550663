import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { toDay } from '../../src/core/brand.ts'
import { success } from '../../src/core/problem.ts'
import { showApp } from '../support/app.ts'
import { moreAnswers, trends } from '../support/more-answers.ts'
import { change, movement, trendAnswers } from '../support/movement.ts'
import { NEWEST, opened, snapshotDays } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

test('why the average moved begins with words; each row opens the accounts behind it', async () => {
  const { screen } = await showApp('#/trends', { answers: trendAnswers() })
  await expect
    .element(
      screen.getByText(
        'Down 1.4 since Oct 1, 2026, from 68.2 to 66.8: Logins (−1.1), accounts that left (−0.4), another model (+0.1).',
      ),
    )
    .toBeVisible()
  await screen.getByRole('button', { name: /^Logins/ }).click()
  await expect.element(screen.getByRole('row', { name: /Meridian Optics .* −21\.9/ })).toBeVisible()
  await expect
    .element(
      screen.getByText(
        'Of 1 ranked factor the accounts’ own moves made −1.5, the cohort around them +0.4.',
      ),
    )
    .toBeVisible()
})

test('the comparison is chosen by the person, kept in the address and asked of the engine', async () => {
  const asked: (number | null)[] = []
  const { screen, session } = await showApp('#/trends', {
    answers: trendAnswers({
      movement: ({ since }) => {
        asked.push(since)
        return Promise.resolve(success(movement))
      },
    }),
  })
  await screen.getByRole('combobox', { name: 'Compared with' }).first().selectOptions('90')
  await expect.poll(() => session.route.query('since')).toBe('90')
  await expect.poll(() => asked.at(-1)).toBe(snapshotDays.at(-4))
})

test('as recorded or restated is one switch, and every chart says which is seen', async () => {
  const seen: string[] = []
  const { screen } = await showApp('#/trends', {
    answers: trendAnswers({
      trends: (question) => {
        seen.push(question.seen)
        return moreAnswers().trends!(question)
      },
    }),
  })
  await expect.element(screen.getByText('of scored accounts, as recorded')).toBeVisible()
  await screen.getByRole('button', { name: 'Restated' }).click()
  await expect.element(screen.getByText('of scored accounts, restated by model 4')).toBeVisible()
  await expect.poll(() => seen.at(-1)).toBe('restated')
})

test('bands over time are counted in per cent, accounts or value', async () => {
  const { screen, session } = await showApp('#/trends', { answers: trendAnswers() })
  await screen.getByRole('button', { name: 'Accounts', exact: true }).click()
  expect(session.route.query('measure')).toBe('count')
  await screen.getByRole('button', { name: 'Show table: Band share over time' }).click()
  const table = screen.getByRole('table', { name: 'Band share over time' })
  await expect.element(table.getByRole('row', { name: /Oct 31, 2026 31 60 103/ })).toBeVisible()
})

test('picked segments are drawn beside the portfolio', async () => {
  const { screen, session } = await showApp('#/trends', {
    answers: trendAnswers({
      trends: async (question) => {
        const answer = await moreAnswers().trends!(question)
        if (!answer.ok) return answer
        const points = answer.value.points.map((point) => ({
          ...point,
          segments: question.picked.map(() => ({ average: 61.5, coverage: 0.75 })),
        }))
        return success({ ...answer.value, points })
      },
    }),
  })
  await screen.getByRole('button', { name: 'Enterprise 48' }).click()
  expect(session.route.query('pick')).toBe('.Enterprise')
  await expect
    .element(screen.getByText(/The portfolio averages 66\.8: Enterprise 61\.5\./))
    .toBeVisible()
  await expect
    .element(screen.getByText(/^There is data for .* of the weight: Enterprise 75\.0\s%\.$/))
    .toBeVisible()
})

test('the first chart is asked for alone: what stands below it does not hold it up', async () => {
  const asked: string[] = []
  const answers = trendAnswers()
  await showApp('#/trends', {
    answers: {
      ...answers,
      trends: async (...args) => {
        const answer = await answers.trends!(...args)
        asked.push('trends answered')
        return answer
      },
      movement: (...args) => {
        asked.push('movement')
        return answers.movement!(...args)
      },
    },
  })
  await expect.poll(() => asked).toEqual(['trends answered', 'movement'])
})

test('of a long history the table shows two years of months first, and all when asked', async () => {
  const [point] = trends(1).points
  const days = Array.from({ length: 30 }, (_, month) => toDay(NEWEST - (29 - month) * 30))
  const points = days.map((day) => ({ ...point!, day }))
  const { screen } = await showApp('#/trends', {
    opened: opened({ snapshots: points }),
    answers: trendAnswers({ trends: () => Promise.resolve(success({ ...trends(), points })) }),
  })
  const rows = screen.getByRole('table', { name: 'Snapshots' }).getByRole('row')
  await expect.poll(() => rows.elements().length).toBe(1 + 24)
  await screen.getByRole('button', { name: 'Show all 30 snapshots' }).click()
  await expect.poll(() => rows.elements().length).toBe(1 + 30)
})

test('all of the page can be confined to one segment, and its lists are of that segment', async () => {
  const asked: unknown[] = []
  const heard = (segment: unknown) => void asked.push(segment)
  const { screen, session } = await showApp('#/trends', {
    answers: trendAnswers({
      trends: (question) => (heard(question.segment), moreAnswers().trends!(question)),
      movement: (_, segment) => (heard(segment), Promise.resolve(success(movement))),
      averageChange: (_, segment) => (heard(segment), Promise.resolve(success(change))),
    }),
  })
  const choice = screen.getByRole('combobox', { name: 'Segment', exact: true })
  await choice.selectOptions('Enterprise (48)')
  await expect.poll(() => session.route.query('segment')).toBe('segment.Enterprise')
  const enterprise = [{ by: 'segment', label: 'Enterprise' }]
  const all = [enterprise, enterprise, "segment == 'Enterprise'"]
  await expect.poll(() => asked.slice(-3)).toEqual(expect.arrayContaining(all))
  await expect
    .element(screen.getByText('of scored accounts of Enterprise, as recorded'))
    .toBeVisible()
  const cell = screen.getByRole('link', { name: '7 from Watch to At risk' }).element()
  const query = new URLSearchParams(cell.getAttribute('href')?.split('?')[1])
  expect(query.get('filter')).toBe("segment == 'Enterprise'")
})

test('the numbers over time can be taken along', async () => {
  const { screen } = await showApp('#/trends?seen=restated', { answers: trendAnswers() })
  const saved = nextDownload()
  await screen.getByRole('button', { name: 'Export' }).click()
  expect(await saved).toBe('northwind-restated-trends-2026-10-31.csv')
})

const nextDownload = () =>
  new Promise<string>((done) => {
    const click = HTMLAnchorElement.prototype.click
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click
      done(this.download)
    }
  })

test('a chart can be saved as a picture', async () => {
  const { screen } = await showApp('#/trends', { answers: trendAnswers() })
  const saved = nextDownload()
  await screen.getByRole('button', { name: 'Download picture: Average score' }).click()
  expect(await saved).toBe('average-score.png')
})
