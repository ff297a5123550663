import { expect, test } from 'vitest'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'
import { factorsOf, rolesOf } from '../build.ts'
import { foundColumns } from '../found.ts'
import { constant, days, ids, names, oneOf, spread } from '../made-columns.ts'

test('Salesforce: the type says who is a customer, annual revenue is theirs, the last activity is the one signal', () => {
  const proposal = proposeConfiguration(
    foundColumns({
      Id: ids('001A'),
      IsDeleted: constant('false'),
      Name: names,
      Type: oneOf(
        'Customer - Direct',
        'Prospect',
        'Customer - Channel',
        'Channel Partner / Reseller',
        'Other',
      ),
      ParentId: oneOf('', '001A1000'),
      BillingStreet: names.map((name) => `${name} Street`),
      BillingCountry: oneOf('USA', 'Germany', 'France'),
      Phone: ids('555-'),
      Industry: oneOf('Energy', 'Banking', 'Media', 'Retail'),
      AnnualRevenue: spread(1_000_000, 9_000_000, 7),
      NumberOfEmployees: spread(10, 9_000, 11),
      Rating: oneOf('Hot', 'Warm', 'Cold'),
      OwnerId: oneOf('0051', '0052', '0053'),
      CreatedDate: days(3),
      LastModifiedDate: days(9),
      LastActivityDate: days(13),
      CustomerPriority__c: oneOf('High', 'Low', 'Medium'),
      UpsellOpportunity__c: oneOf('Maybe', 'Yes', 'No', 'Later'),
    }),
  )
  expect(rolesOf(proposal)).toEqual({
    key: 'id',
    name: 'name',
    owner: 'ownerid',
    segments: [
      'industry',
      'billingcountry',
      'type',
      'rating',
      'customerpriority_c',
      'upsellopportunity_c',
    ],
    include: "type not in ['Channel Partner / Reseller', 'Prospect']",
  })
  expect(factorsOf(proposal)).toEqual(['relationship lastactivitydate lower'])
  expect(proposal.signals).toBe(1)
  expect(proposal.advice).toBe('too-few-signals')
})

test('HubSpot: customers only, the sentiment and the touches speak, its own score does not', () => {
  const proposal = proposeConfiguration(
    foundColumns({
      'Record ID': ids('9'),
      'Company name': names,
      'Company Domain Name': names.map((name) => `${name.replace(' ', '').toLowerCase()}.com`),
      'Company owner': oneOf('Kim', 'Ada', 'Lou'),
      'Create Date': days(3),
      'Lifecycle Stage': oneOf('Customer', 'Lead', 'Customer', 'Opportunity', 'Customer'),
      'Lead Status': oneOf('New', 'Open', 'Connected'),
      Industry: oneOf('Retail', 'Media', 'Energy', 'Banking'),
      'Annual Revenue': spread(1e6, 9e6, 11),
      'Total Revenue': spread(1_000, 90_000, 13),
      'Total open deal value': spread(0, 40_000, 17),
      'Number of Employees': spread(5, 900, 19),
      'Last Activity Date': days(7),
      'Number of times contacted': spread(0, 30, 21),
      'Number of Sessions': spread(0, 300, 23),
      'CSM Sentiment': oneOf('Positive', 'Neutral', 'Negative'),
      'HubSpot Score': spread(0, 100, 27),
    }),
  )
  expect(rolesOf(proposal)).toEqual({
    key: 'record_id',
    name: 'company_name',
    value: 'total_revenue',
    owner: 'company_owner',
    segments: ['industry', 'lead_status'],
    include: "lifecycle_stage == 'Customer'",
  })
  expect(factorsOf(proposal)).toEqual([
    'usage number_of_sessions higher',
    'satisfaction csm_sentiment categories',
    'relationship last_activity_date lower',
    'relationship number_of_times_contacted higher',
  ])
})

test('Gainsight: NPS speaks beside the length of the relation, its scores are kept out', () => {
  const proposal = proposeConfiguration(
    foundColumns({
      'Company Id': ids('1P'),
      'Customer Name': names,
      ASV: spread(1_000, 90_000, 3),
      MRR: spread(100, 9_000, 7),
      CSM: oneOf('Kim', 'Ada'),
      Churn: oneOf('No', 'No', 'Yes'),
      'Current Score': spread(0, 100, 9),
      'Previous Score': spread(0, 100, 11),
      'Customer Lifetime in Months': spread(1, 60, 13),
      Industry: oneOf('Retail', 'Media', 'Energy', 'Banking'),
      'Latest NPS® Score': spread(-80, 90, 17),
      OCD: days(3),
      'Renewal Date': days(7),
      'Revenue Band': oneOf('A', 'B', 'C'),
      Stage: oneOf('Onboarding', 'Adoption', 'Renewal'),
      Tag: oneOf('x', 'y'),
    }),
  )
  expect(rolesOf(proposal)).toEqual({
    key: 'company_id',
    name: 'customer_name',
    value: 'asv',
    renewal: 'renewal_date',
    owner: 'csm',
    outcome: 'churn',
    segments: ['revenue_band', 'industry', 'stage'],
  })
  expect(factorsOf(proposal)).toEqual([
    'satisfaction latest_nps_score higher',
    'relationship customer_lifetime_in_months higher',
  ])
  expect(proposal.configuration?.models[0]?.groups[0]?.factors[0]?.scale).toEqual({
    type: 'linear',
    from: -100,
    to: 100,
  })
  expect([proposal.signals, proposal.advice]).toEqual([1, 'too-few-signals'])
})

test('ChurnZero accounts have contracts and no behaviour: nothing is proposed, roles are', () => {
  const proposal = proposeConfiguration(
    foundColumns({
      accountExternalId: ids('A'),
      name: names,
      nextRenewalDate: days(3),
      totalContractAmount: spread(1_000, 90_000, 7),
      isActive: oneOf(true, true, false),
      billingAddressCity: oneOf('Rome', 'Paris', 'Oslo'),
      startDate: days(9),
      LicenseCount: spread(1, 200, 11),
      OwnerUserAccount: oneOf('kim@example.com', 'ada@example.com'),
    }),
  )
  expect(proposal.configuration).toBe(null)
  expect(proposal.roles).toEqual({
    key: 'accountexternalid',
    name: 'name',
    value: 'totalcontractamount',
    renewal: 'nextrenewaldate',
    owner: 'owneruseraccount',
    segments: ['billingaddresscity'],
    include: 'isactive',
  })
  expect([proposal.signals, proposal.advice]).toEqual([0, 'too-few-signals'])
})
