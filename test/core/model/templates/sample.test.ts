import { describe, expect, test } from 'vitest'
import { differenceOf } from '../../../../src/core/model/difference.ts'
import type { Configuration } from '../../../../src/core/model/configuration.ts'
import { TEMPLATE_IDS } from '../../../../src/core/model/templates/template.ts'
import { lintConfiguration } from '../../../../src/core/score/lint/lint.ts'
import { sampleConfiguration } from '../../../../src/sample/configuration.ts'
import { bandCounts, fill, landedCaps, sampleInputs, scoredBy } from './filled.ts'

const inputs = sampleInputs()
const newest = inputs.at(-1)!
const base = sampleConfiguration()
const made = (id: (typeof TEMPLATE_IDS)[number]) =>
  fill(id, newest, undefined, { base }).configuration as Configuration

describe.each(TEMPLATE_IDS)('%s on the sample', (id) => {
  const configuration = made(id)
  const { bands, notScored } = bandCounts(configuration, inputs)
  const accounts = bands.reduce((sum, count) => sum + count, notScored)

  test('every band has accounts, none has nearly all, and hardly anybody is not scored', () => {
    for (const count of bands) {
      expect(count / accounts).toBeGreaterThan(0.03)
      expect(count / accounts).toBeLessThan(0.75)
    }
    expect(notScored / accounts).toBeLessThan(0.05)
  })

  test('the average lies between the ends at each of the last three month ends', () => {
    const { scorer } = scoredBy(configuration, inputs)
    const averages = inputs.slice(-3).map((_, i) => {
      const { shown, included } = scorer.sheet(inputs.length - 3 + i)
      const scores = shown.filter((score, row) => included[row] === 1 && !Number.isNaN(score))
      return scores.reduce((sum, score) => sum + score, 0) / scores.length
    })
    for (const average of averages) {
      expect(average).toBeGreaterThan(40)
      expect(average).toBeLessThan(80)
    }
  })

  test('a cap leaves its accounts in the band that its sentence names, or below', () => {
    const capped = landedCaps(configuration, inputs)
    expect(capped).toBeGreaterThan(0)
  })

  test('lint agrees: no cap reaches the band above, and nothing is without effect', () => {
    const { scorer, at } = scoredBy(configuration, inputs)
    const codes = lintConfiguration(scorer, at).map(({ code }) => code)
    expect(codes.filter((code) => code !== 'same-score-for-most')).toEqual([])
  })

  test('risk, upsell, cross-sell and advocacy have their flags, each with a play, and each raised on some', () => {
    const { sheet } = scoredBy(configuration, inputs)
    const raised = new Map(
      configuration.flags?.map(({ id: flag, kind, play }, i) => [
        flag,
        { kind, steps: play?.steps?.length ?? 0, accounts: sheet.flags[i]!.filter(Boolean).length },
      ]),
    )
    expect([...raised.values()].some(({ kind }) => kind === 'risk')).toBe(true)
    for (const flag of ['upsell', 'cross_sell', 'advocate']) {
      expect(raised.get(flag)?.steps).toBeGreaterThan(0)
      expect(raised.get(flag)?.accounts, flag).toBeGreaterThan(0)
      expect(raised.get(flag)?.accounts, flag).toBeLessThan(accounts / 5)
    }
  })

  test('ranks are frozen: the file scores the same whoever else is in it', () => {
    const scales = configuration.models.flatMap(({ groups }) =>
      groups.flatMap(({ factors }) => factors.map(({ scale }) => scale)),
    )
    for (const scale of scales) {
      expect(scale.type).not.toBe('quantiles')
      if (scale.type === 'percentile') expect(scale.reference).toHaveLength(101)
    }
  })

  test('who is a customer, where columns come from and what is calculated stay as they were', () => {
    const { account, sources, derived, attention } = configuration
    expect({ account, sources, attention }).toEqual({
      account: base.account,
      sources: base.sources,
      attention: base.attention,
    })
    expect(derived?.slice(0, base.derived?.length)).toEqual(base.derived)
    expect(differenceOf(base, configuration).length).toBeGreaterThan(0)
  })
})

test('a saved view stays where its flag does, and goes where it is no more', () => {
  const asking = (flag: string) => ({ id: flag, filter: `has_flag('${flag}')` })
  const views = [asking('upsell'), asking('sponsor_lost')]
  const { configuration } = fill('usage-rank', newest, undefined, {
    base: { ...base, views },
  })
  expect(configuration?.views).toEqual([asking('upsell')])
})

test('the stages of the sample become models of their own, adoption by size', () => {
  const { models } = made('journey-stage')
  expect(models.map(({ id, appliesTo }) => [id, appliesTo])).toEqual([
    ['onboarding', "lifecycle_stage == 'Onboarding'"],
    ['renewal', "lifecycle_stage == 'Renewing'"],
    ['adoption_large', 'seats >= 36'],
    ['adoption', undefined],
  ])
})
