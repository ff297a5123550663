import { describe, expect, test } from 'vitest'
import { TEMPLATE_IDS } from '../../../../src/core/model/templates/template.ts'
import { hasShared, withoutShared } from '../../../shared.ts'
import { foundFile } from '../found.ts'
import { bandCounts, fill, guess, landedCaps, scoredBy } from './filled.ts'

// The mapping is what a person who knows the file would choose; what Hale guesses of it is part of the law.
describe.skipIf(!hasShared)(`real exports${hasShared ? '' : ` (${withoutShared})`}`, () => {
  test('Iranian telecom: use and complaints are guessed, and every template scores all customers', () => {
    const input = foundFile('iranian_churn.csv', { key: 'row' })
    expect(guess('at-risk-checklist', input)).toEqual({
      logins: 'frequency_of_use',
      features: 'distinct_called_numbers',
      tickets: 'complains',
    })
    for (const id of TEMPLATE_IDS) {
      const { configuration } = fill(id, input)
      const { bands, notScored } = bandCounts(configuration, [input])
      expect(notScored, id).toBe(0)
      expect(bands.filter((count) => count > 0).length, id).toBeGreaterThan(1)
    }
  })

  test.each(TEMPLATE_IDS)(
    'Iranian telecom, %s: every kind of flag is raised on some and has a play, caps land where they say',
    (id) => {
      const input = foundFile('iranian_churn.csv', { key: 'row' })
      const { configuration, waiting } = fill(id, input, guess(id, input), { earlier: [] })
      const { sheet } = scoredBy(configuration, [input])
      const asleep = new Set(waiting.filter((one) => !one.isJudgedMeanwhile).map((one) => one.name))
      const flags = (configuration?.flags ?? []).map(({ name, kind, play }, i) => ({
        name: name ?? '',
        kind,
        steps: play?.steps?.length ?? 0,
        share: sheet.flags[i]!.filter(Boolean).length / input.rows,
      }))
      expect(new Set(flags.map(({ kind }) => kind))).toEqual(
        new Set(['risk', 'opportunity', 'advocate']),
      )
      for (const { name, steps, share } of flags) {
        expect(steps, name).toBeGreaterThan(0)
        if (asleep.has(name)) expect(share, name).toBe(0)
        else expect(share, name).toBeLessThan(0.5)
      }
      expect(flags.filter(({ share }) => share > 0).length).toBeGreaterThanOrEqual(3)
      landedCaps(configuration!, [input])
    },
  )

  test('with one snapshot what looks back is named; where it can be judged by today alone, it is', () => {
    const input = foundFile('iranian_churn.csv', { key: 'row' })
    const of = (earlier: readonly number[]) =>
      fill('at-risk-checklist', input, guess('at-risk-checklist', input), { earlier })
    const raised = ({ configuration }: ReturnType<typeof of>) => {
      const { sheet } = scoredBy(configuration, [input])
      const place = configuration!.flags!.findIndex((flag) => flag.id === 'less_use')
      return sheet.flags[place]!.filter(Boolean).length
    }
    const alone = of([])
    expect(alone.waiting).toContainEqual({
      part: 'flag',
      name: 'Reduced use of the major features',
      isJudgedMeanwhile: true,
    })
    expect(alone.waiting).toContainEqual({
      part: 'flag',
      name: 'No support conversation any more',
      isJudgedMeanwhile: false,
    })
    expect(raised(alone)).toBeGreaterThan(100)
    expect([of([30]).waiting, raised(of([30]))]).toEqual([[], 0])
  })

  test('Telco: contract and tenure are guessed, and what is left of a template scores by them', () => {
    const input = foundFile('telco_churn_ibm.csv', { key: 'customerid' })
    expect(guess('product-relationship', input)).toEqual({ term: 'contract', tenure: 'tenure' })
    const { configuration, leftOut } = fill('product-relationship', input)
    expect(bandCounts(configuration, [input])).toEqual({
      bands: expect.arrayContaining([expect.any(Number)]) as number[],
      notScored: 0,
    })
    expect(leftOut.filter(({ part }) => part === 'group')).toEqual([
      { part: 'group', name: 'Product', needs: [], why: 'not-mapped' },
    ])
    expect(fill('usage-rank', input).configuration).toBe(null)
    // A person may know better: charges are as good a measure of use as this file has.
    const mapped = fill('usage-rank', input, { logins: 'monthlycharges' })
    const { bands, notScored } = bandCounts(mapped.configuration, [input])
    expect(notScored).toBe(0)
    expect(Math.min(...bands)).toBeGreaterThan(1000)
  })

  test('RavenStack subscriptions: the length of the contract tells the stage, money stands for use', () => {
    const input = foundFile('ravenstack_dmy_subscriptions.csv', {
      key: 'subscription_id',
      day: '2024-12-31',
    })
    const mapping = { ...guess('journey-stage', input), logins: 'mrr_amount' }
    const { configuration, leftOut } = fill('journey-stage', input, mapping)
    expect(configuration?.models.map(({ id, appliesTo }) => [id, appliesTo])).toEqual([
      ['onboarding', 'days_since(start_date) <= 90'],
      ['renewal', 'days_until(end_date) >= 0 and days_until(end_date) <= 90'],
      ['adoption_large', 'seats >= 24'],
      ['adoption', undefined],
    ])
    // Who tries it pays nothing.
    expect(leftOut).toContainEqual({ part: 'model', name: 'Trial', needs: [], why: 'empty' })
    expect(leftOut).toContainEqual({
      part: 'factor',
      name: 'Logins or use',
      needs: [],
      why: 'constant',
    })
    const { bands, notScored } = bandCounts(configuration, [input])
    expect([bands.length, notScored]).toEqual([3, 0])
  })

  test('RavenStack tickets: surveys and escalations are read, empty answers are no zeros', () => {
    const input = foundFile('ravenstack_dmy_support_tickets.csv', {
      key: 'ticket_id',
      day: '2024-12-31',
    })
    expect(guess('weighted-components', input)).toEqual({
      csat: 'satisfaction_score',
      urgent: 'escalation_flag',
    })
    const { configuration } = fill('weighted-components', input)
    const { notScored } = bandCounts(configuration, [input])
    const csat = input.columns.find(({ id }) => id === 'satisfaction_score')
    expect(notScored).toBe(input.rows - (csat?.present ?? 0))
  })

  test('CDNOW: frequency is use, and the best 5 % of buyers get 100', () => {
    const input = foundFile('cdnow_summary.csv', { key: 'id' })
    const { configuration } = fill('usage-rank', input)
    const { bands, notScored } = bandCounts(configuration, [input])
    expect(notScored).toBe(0)
    expect(bands.every((count) => count > 0)).toBe(true)
  })
})
