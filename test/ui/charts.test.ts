import { Chart } from 'chart.js'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { success } from '../../src/core/problem.ts'
import { fromIsoDay } from '../../src/state/days.ts'
import { historyChart } from '../../src/ui/account/history-charts.ts'
import { readColours } from '../../src/ui/parts/chart/chart-colours.ts'
import { LINES } from '../../src/ui/parts/chart/chart-data.ts'
import { dayLabels } from '../../src/ui/parts/chart/day-labels.ts'
import { drawChart } from '../../src/ui/parts/chart/draw-chart.ts'
import type { AccountDetail } from '../../workers/protocol/account.ts'
import { accountDetail } from '../support/account-detail.ts'
import { showApp } from '../support/app.ts'
import { trendAnswers } from '../support/movement.ts'
import { accountRow, configuration, snapshotDays } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 900))

const row = accountRow(1, { name: 'Loud', score: 55, band: 1 })
const showAccount = (detail: AccountDetail) =>
  showApp('#/account/1', {
    rows: [row],
    answers: { account: () => Promise.resolve(success(detail)) },
  })

test('the slope per 30 days and the volatility stand beside the level, and none where one score is known', async () => {
  const course = { slope: -4.2, volatility: 3.4, from: snapshotDays[6]!, scores: 6 }
  const { screen } = await showAccount({ ...accountDetail(row), course })
  const slope = screen.getByText('Trend', { exact: true })
  await expect.element(slope).toBeVisible()
  expect(slope.element().parentElement).toHaveTextContent(
    /Trend\s*↓?\s*−4\.2\s*points in 30 days, give or take 3\.4$/,
  )
  await screen.unmount()
  const alone = await showAccount({ ...accountDetail(row), course: null })
  await expect.element(alone.screen.getByText('Change', { exact: true }).first()).toBeVisible()
  expect(alone.screen.getByText('Trend', { exact: true }).query()).toBeNull()
})

/** The last three snapshots are under another model. */
const history = accountDetail(row).history.map((point, at, all) => ({
  ...point,
  version: at < all.length - 3 ? 3 : 4,
}))

test('the history of an account lies upon the stretches of the bands, and is marked where the model changed', async () => {
  const { stretches, marks } = historyChart(history, null, configuration.bands)
  expect(stretches).toEqual([
    { from: 0, to: 40, look: 'risk' },
    { from: 40, to: 70, look: 'watch' },
    { from: 70, to: 100, look: 'healthy' },
  ])
  expect(marks).toEqual([{ at: history.length - 3, label: 'Model 4' }])
  const { screen } = await showAccount({ ...accountDetail(row), history })
  await screen.getByRole('button', { name: 'Show table: History' }).click()
  const lines = screen.getByRole('table', { name: 'History' }).getByRole('row')
  await expect.element(lines.nth(history.length - 2)).toHaveTextContent('Model 4')
  const marked = lines.elements().filter(({ textContent }) => textContent.includes('Model 4'))
  expect(marked).toHaveLength(1)
})

test('lines of one chart are told apart by dash and marker, without their colours', () => {
  const canvas = document.body
    .appendChild(document.createElement('div'))
    .appendChild(document.createElement('canvas'))
  const series = LINES.map((look) => ({ name: look, look, values: [1, 2] }))
  const labels = ['a', 'b']
  const data = { stacked: false, labels, min: 0, max: 9, series, format: String }
  const drawn = drawChart(canvas, { ...data, kind: 'line' }, readColours(document.body), true)
  const looks = Chart.getChart(canvas)!.data.datasets.map((set) => {
    const { borderDash, pointStyle } = set as { borderDash?: number[]; pointStyle?: unknown }
    return `${borderDash} ${String(pointStyle)}`
  })
  expect(new Set(looks).size).toBe(LINES.length)
  drawn.destroy()
  canvas.parentElement?.remove()
})

test.each([240, 320, 900])(
  'on an axis of irregular days no label touches another, at %i px, and a new year is named',
  (width) => {
    const frame = document.body.appendChild(document.createElement('div'))
    frame.style.cssText = `width: ${width}px; height: 200px`
    const canvas = frame.appendChild(document.createElement('canvas'))
    const isoDays = ['2025-01-31', '2025-11-30', '2025-12-14', '2026-01-02', '2026-06-30']
    const days = isoDays.map((iso) => fromIsoDay(iso)!)
    const drawn = drawChart(
      canvas,
      {
        kind: 'line',
        stacked: false,
        labels: isoDays,
        places: days,
        axisLabels: dayLabels(days),
        min: 0,
        max: 9,
        series: [{ name: 'Score', look: 'ink', values: [1, 2, 3, 4, 5] }],
        format: String,
      },
      readColours(document.body),
      true,
    )
    const axis = Chart.getChart(canvas)!.scales['x']!
    const labels = axis.ticks.flatMap(({ label, value }) => {
      const lines = [label ?? ''].flat().filter((line) => line !== '')
      const wide = Math.max(...lines.map((line) => axis.ctx.measureText(line).width))
      const at = axis.getPixelForValue(value)
      return lines.length > 0 ? [{ lines, from: at - wide / 2, to: at + wide / 2 }] : []
    })
    labels.forEach(({ from }, place) => {
      if (place > 0) expect(from).toBeGreaterThan(labels[place - 1]!.to)
    })
    expect(labels.map(({ lines }) => lines[1]).filter(Boolean)).toEqual(['2025', '2026'])
    drawn.destroy()
    frame.remove()
  },
)

test.each([240, 320, 900])('the labels that an axis was given all stand, at %i px', (width) => {
  const frame = document.body.appendChild(document.createElement('div'))
  frame.style.cssText = `width: ${width}px; height: 200px`
  const canvas = frame.appendChild(document.createElement('canvas'))
  const steps = Array.from({ length: 20 }, (_, step) => step * 5)
  const drawn = drawChart(
    canvas,
    {
      kind: 'bar',
      stacked: true,
      labels: steps.map(String),
      axisLabels: steps.map((from) => (from % 20 === 0 ? `${from}` : '')),
      min: 0,
      max: 9,
      series: [{ name: 'Accounts', look: 'ink', values: steps.map(() => 1) }],
      format: String,
    },
    readColours(document.body),
    true,
  )
  const { ticks } = Chart.getChart(canvas)!.scales['x']!
  expect(ticks.map(({ label }) => label).filter(Boolean)).toEqual(['0', '20', '40', '60', '80'])
  drawn.destroy()
  frame.remove()
})

test('below a histogram the ends of its bars are named where they are, to the last one', () => {
  const frame = document.body.appendChild(document.createElement('div'))
  frame.style.cssText = 'width: 412px; height: 200px'
  const canvas = frame.appendChild(document.createElement('canvas'))
  const drawn: [string, number][] = []
  const { fillText } = CanvasRenderingContext2D.prototype
  vi.spyOn(CanvasRenderingContext2D.prototype, 'fillText').mockImplementation(function (
    this: CanvasRenderingContext2D,
    ...words
  ) {
    drawn.push([words[0], words[1]])
    fillText.apply(this, words)
  })
  onTestFinished(() => {
    vi.restoreAllMocks()
    frame.remove()
  })
  const chart = drawChart(
    canvas,
    {
      kind: 'bar',
      stacked: true,
      labels: ['0–50', '50–100'],
      edges: ['0', '', '100'],
      min: 0,
      max: 9,
      series: [{ name: 'Accounts', look: 'ink', values: [1, 2] }],
      format: String,
    },
    readColours(document.body),
    true,
  )
  const { left, right } = Chart.getChart(canvas)!.chartArea
  const named = drawn.filter(([label, x]) => ['0', '100'].includes(label) && x >= left)
  expect(named.slice(-2)).toEqual([
    ['0', left],
    ['100', right],
  ])
  expect(right + 10).toBeLessThanOrEqual(412)
  chart.destroy()
})

test('in the other theme charts are drawn anew in its colours', async () => {
  const { theme } = await showApp('#/trends', { answers: trendAnswers() })
  const colours = () => {
    const canvas = document.querySelector('main canvas')
    const chart = canvas && Chart.getChart(canvas as HTMLCanvasElement)
    return chart?.data.datasets.map(({ borderColor, backgroundColor }) => [
      borderColor,
      backgroundColor,
    ])
  }
  theme.choose('light')
  await expect.poll(() => colours()?.length).toBe(3)
  const light = colours()
  theme.choose('dark')
  await expect.poll(() => JSON.stringify(colours())).not.toBe(JSON.stringify(light))
  theme.choose('system')
})

test('on a phone each row of a waterfall has room for a finger, and bars as tall as its words', async () => {
  await page.viewport(320, 800)
  const { screen } = await showApp('#/trends', { answers: trendAnswers() })
  const table = screen.getByRole('table', { name: 'Why the average moved' })
  await expect.element(table.getByRole('button').first()).toBeVisible()
  for (const button of table.getByRole('button').elements()) {
    expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    const row = button.closest('tr')!
    const bar = row.querySelector('td svg')!.getBoundingClientRect()
    expect(bar.height).toBeCloseTo(row.querySelector('td.bars')!.clientHeight, -1)
    const note = button.querySelector('small')
    const title = button.querySelector('span')!.getBoundingClientRect()
    if (note) expect(note.getBoundingClientRect().left).toBeCloseTo(title.left, 0)
  }
})
