import { describe, expect, test } from 'vitest'
import { toDay, toDeliveryId } from '../../../src/core/brand.ts'
import { manifestsOf, type Delivered } from '../../../src/core/history/manifest.ts'

const delivery = (id: number, source: string, day: number, ...columns: string[]): Delivered => ({
  id: toDeliveryId(id),
  source,
  day: toDay(day),
  columns: columns.map((column, index) => ({ id: column, label: column, type: 'number', index })),
})

const summary = (deliveries: Delivered[]) =>
  manifestsOf(deliveries).map((manifest) => ({
    day: manifest.day,
    deliveries: manifest.deliveries,
    columns: manifest.columns.map(
      (column) => `${column.id} of ${column.delivery}, as of ${column.asOf}`,
    ),
  }))

describe('manifestsOf', () => {
  test('no deliveries make no snapshots', () => {
    expect(manifestsOf([])).toEqual([])
  })

  test('a snapshot exists for each day with a delivery, oldest first', () => {
    const days = manifestsOf([delivery(1, 'crm', 59), delivery(2, 'crm', 31)]).map(
      (manifest) => manifest.day,
    )
    expect(days).toEqual([31, 59])
  })

  test('a source that was not delivered for a day is seen as of its older day, and shared', () => {
    const made = summary([
      delivery(1, 'crm', 31, 'arr'),
      delivery(2, 'survey', 31, 'nps'),
      delivery(3, 'crm', 59, 'arr'),
    ])
    expect(made[1]).toEqual({
      day: 59,
      deliveries: [3, 2],
      columns: ['arr of 3, as of 59', 'nps of 2, as of 31'],
    })
  })

  test('a delivery for the same source and day corrects the one before', () => {
    const made = summary([delivery(1, 'crm', 31, 'arr'), delivery(2, 'crm', 31, 'arr')])
    expect(made).toEqual([{ day: 31, deliveries: [2], columns: ['arr of 2, as of 31'] }])
  })

  test('of two columns with one id the roster’s stands', () => {
    const made = summary([
      delivery(1, 'crm', 31, 'plan'),
      delivery(2, 'billing', 31, 'plan', 'mrr'),
    ])
    expect(made[0]?.columns).toEqual(['plan of 1, as of 31', 'mrr of 2, as of 31'])
  })

  test('earlier rosters are named, so that those who left can be told', () => {
    const made = manifestsOf([
      delivery(1, 'crm', 31),
      delivery(2, 'survey', 40),
      delivery(3, 'crm', 59),
    ])
    expect(made.map((manifest) => manifest.earlierRosters)).toEqual([[], [], [1]])
  })
})
