import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { ColumnReview } from '../../workers/protocol/review.ts'

/** What a reading of the file of import-data.ts finds in its columns. */
const shapes: Readonly<Record<string, Partial<ColumnReview>>> = {
  account_id: { type: 'text', distinct: 4_793, shape: { kind: 'unique', examples: ['004417'] } },
  account_name: {
    type: 'text',
    distinct: 4_788,
    shape: { kind: 'unique', examples: ['Brontë Foods'] },
  },
  arr: {
    type: 'number',
    unreadable: 12,
    unreadableExamples: [
      { line: 4, text: 'TBC' },
      { line: 90, text: '48k' },
    ],
    shape: {
      kind: 'histogram',
      from: 0,
      to: 184_200,
      counts: [150, 320, 440, 460, 380, 300, 220, 170, 125, 95, 65, 45, 35, 25, 15, 13],
    },
  },
  renewal_date: {
    type: 'date',
    certain: false,
    shape: {
      kind: 'histogram',
      from: 20_454,
      to: 20_819,
      counts: [200, 220, 190, 260, 245, 305, 330, 290, 235, 210, 195, 255],
    },
  },
  owner: {
    type: 'text',
    distinct: 14,
    present: 4_774,
    shape: {
      kind: 'top',
      values: [
        { label: 'Kim', count: 612 },
        { label: 'Dara', count: 588 },
        { label: 'Ravi', count: 571 },
      ],
    },
  },
  type: {
    type: 'text',
    distinct: 3,
    shape: {
      kind: 'top',
      values: [
        { label: 'Customer', count: 4_641 },
        { label: 'Prospect', count: 109 },
        { label: 'Partner', count: 43 },
      ],
    },
  },
  logins_30d: {
    type: 'number',
    present: 4_751,
    shape: {
      kind: 'histogram',
      from: 0,
      to: 2_914,
      counts: [900, 660, 540, 440, 365, 310, 245, 206, 160, 131, 103, 83, 56, 47, 28, 26],
    },
  },
  fax: { type: null, present: 0, distinct: 0, shape: { kind: 'empty' } },
}

export const someColumns = (plan: ReadingPlan): readonly ColumnReview[] =>
  plan.columns.map(({ index, header, id, ignore }) => ({
    index,
    header,
    id,
    ignore,
    type: 'text',
    certain: true,
    present: 4_812,
    distinct: 4_812,
    unreadable: 0,
    unreadableExamples: [],
    shape: { kind: 'empty' },
    ...shapes[header],
  }))
