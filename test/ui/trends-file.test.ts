import { expect, test } from 'vitest'
import { trendsFile } from '../../src/ui/trends/trends-file.ts'
import { trends } from '../support/more-answers.ts'
import { configuration } from '../support/portfolio.ts'

const { bands } = configuration
const named = { bands, segments: [], value: 'ARR', name: ['Northwind', null, 'recorded'] }

test('what Trends draws is one line a snapshot, the oldest first, with all digits', async () => {
  const point = trends().points.at(-1)
  const points = [
    { ...point!, bands: [1, 0, 2], values: [10, 0, 20.5, 0], average: 66.666, coverage: null },
    {
      ...point!,
      bands: [0, 0, 0],
      values: [0, 0, 0, 0],
      average: null,
      segments: [{ average: 61.5, coverage: 0.75 }],
    },
  ]
  const { blob, fileName } = trendsFile(points, { ...named, segments: ['=Pro'] })
  expect(fileName).toBe('northwind-recorded-trends-2026-10-31.csv')
  const [head, first, second] = (await blob.text()).split('\r\n').map((line) => line.split(','))
  const cell = (line: string[] | undefined, name: string) => line?.[head!.indexOf(name)]
  expect(head).toHaveLength(6 + 3 * 3 + 2)
  expect(first?.slice(0, 6)).toEqual(['2026-10-31', '4', '211', '8', '66.666', ''])
  expect(cell(first, 'Healthy')).toBe('2')
  expect(head?.slice(-2)).toEqual(["'=Pro average score", "'=Pro coverage"])
  expect(second?.slice(-2)).toEqual(['61.5', '0.75'])
})
