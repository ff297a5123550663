import { describe, expect, test } from 'vitest'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'
import { factorIn, factorsOf, reasonIn, rolesOf } from '../build.ts'
import { foundColumns } from '../found.ts'
import { days, ids, names, oneOf, rows, spread } from '../made-columns.ts'

const propose = (columns: Parameters<typeof foundColumns>[0]) =>
  proposeConfiguration(foundColumns(columns))

describe('a list that a team kept by hand', () => {
  const proposal = propose({
    Customer: names,
    'Logins last month': spread(0, 400, 7),
    'Seats bought': spread(50, 90, 11),
    'Seats used': spread(1, 50, 13),
    'Days since last contact': spread(0, 90, 9),
    'Sentiment (RAG)': oneOf('R', 'A', 'G', 'G'),
    'Exec sponsor?': oneOf('Y', 'N', 'Y', 'Y', 'N'),
  })

  test('speaks of use, of seats in use, of contact, mood and sponsors', () => {
    expect(factorsOf(proposal)).toEqual([
      'usage logins_last_month higher',
      'usage seat_use higher',
      'satisfaction sentiment_rag categories',
      'relationship days_since_last_contact lower',
      'relationship exec_sponsor categories',
    ])
  })

  test('writes a mood by the first letter of its colour', () => {
    expect(factorIn(proposal, 'sentiment_rag')?.scale).toMatchObject({
      map: { R: 0, A: 50, G: 100 },
    })
  })

  test('writes yes and no by their first letters', () => {
    expect(factorIn(proposal, 'exec_sponsor')?.scale).toMatchObject({ map: { Y: 100, N: 0 } })
  })
})

test('letters beside other words are no colours of a traffic light', () => {
  const proposal = propose({
    id: ids('A'),
    Logins: spread(0, 400, 7),
    Sentiment: oneOf('R', 'A', 'enthusiastic'),
  })
  expect(reasonIn(proposal, 'sentiment')?.reason).toBe('Its values are not what its name promises.')
})

test('a German list speaks as an English one does', () => {
  const proposal = propose({
    Kundennummer: ids('K'),
    Firma: names,
    Branche: oneOf('Handel', 'Logistik'),
    Vertragswert: spread(1000, 9000, 17),
    'Letzter Login': days(3),
    'Anmeldungen (30 Tage)': spread(0, 400, 7),
    Nutzungsgrad: spread(1, 99, 11),
    Kundenzufriedenheit: spread(1, 5, 13),
    'Offene Tickets': spread(0, 9, 5),
    'Überfällige Rechnungen': spread(0, 4, 19),
    Ampel: oneOf('grün', 'gelb', 'rot'),
    Gekündigt: rows.map((row) => (row % 9 === 0 ? 'ja' : 'nein')),
  })
  expect(rolesOf(proposal)).toEqual({
    key: 'kundennummer',
    name: 'firma',
    value: 'vertragswert',
    outcome: 'gek_ndigt',
    segments: ['branche'],
  })
  expect(factorsOf(proposal)).toEqual([
    'usage letzter_login lower',
    'usage anmeldungen_30_tage higher',
    'usage nutzungsgrad higher',
    'satisfaction kundenzufriedenheit higher',
    'satisfaction ampel categories',
    'support offene_tickets lower',
    'financial berf_llige_rechnungen lower',
  ])
  expect(factorIn(proposal, 'ampel')?.scale).toMatchObject({ map: { grün: 100, gelb: 50, rot: 0 } })
})

describe('how long somebody has been a customer', () => {
  const columns = { id: ids('A'), 'Lifetime in months': spread(1, 60, 7), NPS: spread(0, 10, 9) }
  const leastCoverage = (more: Parameters<typeof foundColumns>[0]) =>
    propose({ ...columns, ...more }).configuration?.models[0]?.minCoverage

  test('is no score where the other signs are missing', () => {
    // Satisfaction 20 and Relationship 10: a third of the weight is the time alone.
    expect(leastCoverage({})).toBe(0.35)
  })

  test('needs no more than the usual coverage where it weighs little', () => {
    expect(leastCoverage({ Logins: spread(0, 400, 11) })).toBe(0.3)
  })
})
