import { describe, expect, test } from 'vitest'
import { hasShared, withoutShared } from '../../../shared.ts'
import { factorsOf, rolesOf } from '../build.ts'
import { foundFile } from '../found.ts'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'

// What is expected was written down from reading the files, before there was anything that proposes.
describe.skipIf(!hasShared)(`real exports${hasShared ? '' : ` (${withoutShared})`}`, () => {
  test('Telco: tenure and contract speak, services are counted, people and money do not, churn is the outcome', () => {
    const proposal = proposeConfiguration(foundFile('telco_churn_ibm.csv', { key: 'customerid' }))
    expect(rolesOf(proposal)).toEqual({
      key: 'customerid',
      value: 'monthlycharges',
      outcome: 'churn',
      segments: [
        'contract',
        'paperlessbilling',
        'paymentmethod',
        'internetservice',
        'gender',
        'seniorcitizen',
        'partner',
        'dependents',
      ],
    })
    expect(factorsOf(proposal)).toEqual([
      'relationship tenure higher',
      'relationship services_taken higher',
      'relationship contract categories',
    ])
    expect(proposal.signals).toBe(2)
    expect(proposal.advice).toBe(null)
  })

  test('Iranian telecom: calls and messages are usage, failures and complaints are support', () => {
    const proposal = proposeConfiguration(foundFile('iranian_churn.csv', { key: 'row' }))
    expect(rolesOf(proposal)).toEqual({
      key: 'row',
      value: 'customer_value',
      outcome: 'churn',
      segments: ['tariff_plan', 'status', 'age_group', 'age'],
    })
    expect(factorsOf(proposal)).toEqual([
      'usage seconds_of_use higher',
      'usage frequency_of_use higher',
      'usage frequency_of_sms higher',
      'usage distinct_called_numbers higher',
      'support call_failure lower',
      'support complains lower',
      'relationship subscription_length higher',
    ])
    expect(proposal.signals).toBe(6)
  })

  test('RavenStack accounts say who the customers are, not how they are: there is nothing to score', () => {
    const proposal = proposeConfiguration(
      foundFile('ravenstack_dmy_accounts.csv', { key: 'account_id', day: '2024-12-31' }),
    )
    expect(proposal.configuration).toBe(null)
    expect(proposal.signals).toBe(0)
    expect(proposal.advice).toBe('too-few-signals')
    expect(proposal.roles).toEqual({
      key: 'account_id',
      name: 'account_name',
      outcome: 'churn_flag',
      segments: ['plan_tier', 'industry', 'country', 'referral_source', 'is_trial'],
    })
  })

  test('CDNOW: purchases, and the time since the last one where recency is counted from the first', () => {
    const proposal = proposeConfiguration(foundFile('cdnow_summary.csv', { key: 'id' }))
    expect(rolesOf(proposal)).toEqual({ key: 'id' })
    expect(factorsOf(proposal)).toEqual([
      'usage frequency higher',
      'usage since_last_purchase lower',
    ])
    expect(proposal.configuration?.derived).toEqual([
      { id: 'since_last_purchase', name: 'Since last purchase', expression: 't - recency' },
    ])
  })

  test('CDNOW’s transactions say when, and nothing that could be better or worse', () => {
    const proposal = proposeConfiguration(
      foundFile('cdnow_example_transactions.csv', { key: 'id', day: '2014-12-31' }),
    )
    expect(proposal.configuration).toBe(null)
    expect(proposal.roles).toEqual({ key: 'id' })
  })

  test('a help desk’s tickets: how content they were is the one sign, how old somebody is none', () => {
    const proposal = proposeConfiguration(
      foundFile('customer_support_tickets.csv', { key: 'ticket_id' }),
    )
    expect(rolesOf(proposal)).toEqual({
      key: 'ticket_id',
      name: 'customer_name',
      segments: ['customer_gender'],
    })
    expect(factorsOf(proposal)).toEqual(['satisfaction customer_satisfaction_rating higher'])
    expect(proposal.advice).toBe('too-few-signals')
  })

  test('RavenStack subscriptions: what is billed is the value, an end date is when somebody went, not a renewal', () => {
    const proposal = proposeConfiguration(
      foundFile('ravenstack_dmy_subscriptions.csv', { key: 'subscription_id', day: '2024-12-31' }),
    )
    expect(rolesOf(proposal)).toEqual({
      key: 'subscription_id',
      value: 'arr_amount',
      outcome: 'churn_flag',
      segments: ['plan_tier', 'billing_frequency', 'is_trial'],
    })
    expect(factorsOf(proposal)).toEqual([
      'financial upgrade_flag categories',
      'financial downgrade_flag categories',
      'financial auto_renew_flag categories',
      'relationship billing_frequency categories',
    ])
  })

  test('RavenStack support tickets: waiting, solving and escalating count against, satisfaction for', () => {
    const proposal = proposeConfiguration(
      foundFile('ravenstack_dmy_support_tickets.csv', { key: 'ticket_id', day: '2024-12-31' }),
    )
    expect(rolesOf(proposal)).toEqual({ key: 'ticket_id', segments: ['priority'] })
    expect(factorsOf(proposal)).toEqual([
      'satisfaction satisfaction_score higher',
      'support resolution_time_hours lower',
      'support first_response_time_minutes lower',
      'support escalation_flag categories',
    ])
  })

  test('RavenStack usage: use counts for, errors against', () => {
    const proposal = proposeConfiguration(
      foundFile('ravenstack_dmy_feature_usage.csv', { key: 'usage_id', day: '2024-12-31' }),
    )
    expect(rolesOf(proposal)).toEqual({ key: 'usage_id' })
    expect(factorsOf(proposal)).toEqual([
      'usage usage_count higher',
      'usage usage_duration_secs higher',
      'support error_count lower',
    ])
  })

  test('RavenStack churn events: when and why somebody went are known too late to score by', () => {
    const proposal = proposeConfiguration(
      foundFile('ravenstack_dmy_churn_events.csv', { key: 'churn_event_id', day: '2024-12-31' }),
    )
    expect(rolesOf(proposal)).toEqual({ key: 'churn_event_id', segments: ['feedback_text'] })
    expect(factorsOf(proposal)).toEqual([
      'financial refund_amount_usd lower',
      'financial preceding_upgrade_flag categories',
      'financial preceding_downgrade_flag categories',
    ])
  })

  test.each([
    ['adventureworks_productreview.csv', 'column_1'],
    ['adventureworks_store.csv', 'column_1'],
    ['adventureworks_dimreseller.csv', 'column_3'],
    ['adventureworks_prospectivebuyer.csv', 'column_1'],
    ['adventureworks_dimgeography.csv', 'column_1'],
  ])('%s has no header, so nothing tells what its columns mean', (name, key) => {
    const proposal = proposeConfiguration(foundFile(name, { key, header: false }))
    expect(proposal.configuration).toBe(null)
    expect(proposal.advice).toBe('too-few-signals')
  })
})
