import { expect, test } from 'vitest'
import { toColumnIds } from '../../../../src/core/file/column-ids.ts'
import { proposeConfiguration } from '../../../../src/core/model/propose/propose.ts'
import { factorsOf, rolesOf } from '../build.ts'
import { foundColumns } from '../found.ts'
import { constant, days, ids, names, oneOf, spread } from '../made-columns.ts'

test('Stripe customers: payments that fail, come back or are disputed speak', () => {
  const proposal = proposeConfiguration(
    foundColumns({
      id: ids('cus_'),
      Description: names,
      Email: names.map((name) => `${name.replace(' ', '')}@example.com`),
      Name: names,
      'Created (UTC)': days(3),
      Delinquent: oneOf('false', 'false', 'true'),
      Plan: oneOf('basic', 'pro'),
      Status: oneOf('active', 'active', 'past_due', 'canceled', 'trialing'),
      'Total Spend': spread(10, 9_000, 7),
      'Payment Count': spread(1, 40, 9),
      'Refunded Volume': spread(0, 400, 11),
      'Dispute Losses': spread(0, 90, 13),
      'account_id (metadata)': ids('A-'),
    }),
  )
  expect(rolesOf(proposal)).toEqual({
    key: 'id',
    name: 'name',
    value: 'total_spend',
    segments: ['plan', 'status'],
    include: "status not in ['canceled']",
  })
  expect(factorsOf(proposal)).toEqual([
    'financial delinquent categories',
    'financial payment_count higher',
    'financial refunded_volume lower',
    'financial dispute_losses lower',
  ])
})

test('Zendesk organizations say nothing about health', () => {
  const proposal = proposeConfiguration(
    foundColumns({
      id: ids('36'),
      name: names,
      domain_names: names.map((name) => `${name.replace(' ', '').toLowerCase()}.com`),
      external_id: ids('E'),
      created_at: days(3),
      updated_at: days(7),
      tags: oneOf('vip', 'smb', ''),
    }),
  )
  expect(proposal.configuration).toBe(null)
  expect(proposal.roles).toEqual({ key: 'id', name: 'name' })
  expect([proposal.signals, proposal.advice]).toEqual([0, 'too-few-signals'])
})

test('Intercom companies: sessions, people and the last request are usage', () => {
  const proposal = proposeConfiguration(
    foundColumns(
      {
        type: constant('company'),
        id: ids('5f'),
        company_id: ids('C'),
        name: names,
        plan: oneOf('basic', 'pro'),
        size: spread(1, 500, 3),
        website: names.map((name) => `https://${name.replace(' ', '')}.com`),
        industry: oneOf('Retail', 'Media', 'Energy', 'Banking'),
        monthly_spend: spread(10, 900, 7),
        session_count: spread(0, 900, 9),
        user_count: spread(1, 90, 11),
        created_at: days(3),
        updated_at: days(17),
        last_request_at: days(13),
      },
      { key: 'company_id' },
    ),
  )
  expect(rolesOf(proposal)).toEqual({
    key: 'company_id',
    name: 'name',
    value: 'monthly_spend',
    segments: ['plan', 'industry'],
  })
  expect(factorsOf(proposal)).toEqual([
    'usage session_count higher',
    'usage user_count higher',
    'usage last_request_at lower',
  ])
})

test('a SaaS table: seats are set against users, invoices cap the score', () => {
  const proposal = proposeConfiguration(
    foundColumns({
      account_id: ids('A'),
      account_name: names,
      arr: spread(1_000, 90_000, 3),
      renewal_date: days(7),
      owner: oneOf('Kim', 'Ada'),
      segment: oneOf('SMB', 'Enterprise'),
      lifecycle_stage: oneOf('Adoption', 'Onboarding', 'Renewal'),
      active_users: spread(1, 90, 9),
      seats: spread(90, 120, 11),
      logins_30d: spread(0, 400, 13),
      feature_adoption: spread(0, 100, 17).map((percent) => percent / 100),
      nps: spread(-80, 90, 19),
      csat: spread(1, 5, 21),
      tickets_90d: spread(0, 12, 23),
      overdue_invoices: oneOf(0, 0, 1, 3),
      last_contact: days(27),
    }),
  )
  expect(factorsOf(proposal)).toEqual([
    'usage seat_use higher',
    'usage logins_30d higher',
    'usage feature_adoption higher',
    'satisfaction nps higher',
    'satisfaction csat higher',
    'support tickets_90d lower',
    'financial overdue_invoices lower',
    'relationship last_contact lower',
  ])
  expect(rolesOf(proposal)).toEqual({
    key: 'account_id',
    name: 'account_name',
    value: 'arr',
    renewal: 'renewal_date',
    owner: 'owner',
    segments: ['segment', 'lifecycle_stage'],
  })
  expect(proposal.configuration?.derived).toEqual([
    { id: 'seat_use', name: 'Seat use', expression: 'active_users / seats' },
  ])
  expect(proposal.configuration?.models[0]?.exceptions).toEqual([
    {
      id: 'overdue',
      when: 'overdue_invoices >= 2',
      then: { cap: 39 },
      reason: 'Two or more overdue invoices',
    },
  ])
})

test.each([
  ['German', 'Kundennummer', 'Firma', 'Betreuer', 'Umsatz', 'Vertragsende'],
  ['French', 'N° client', 'Société', 'Responsable', 'Valeur du contrat', 'Date de renouvellement'],
  ['Spanish', 'Código de cliente', 'Razón social', 'Gestor', 'Ingresos', 'Fecha de renovación'],
  ['Portuguese', 'Código do cliente', 'Razão Social', 'Responsável', 'Receita', 'Fim do contrato'],
  ['Italian', 'Codice cliente', 'Ragione sociale', 'Responsabile', 'Fatturato', 'Data di rinnovo'],
  ['Dutch', 'Klantnummer', 'Bedrijfsnaam', 'Accountbeheerder', 'Omzet', 'Verlengingsdatum'],
  ['Polish', 'Nr klienta', 'Nazwa firmy', 'Opiekun', 'Wartość umowy', 'Koniec umowy'],
  ['Russian', 'Номер клиента', 'Название', 'Менеджер', 'Выручка', 'Дата продления'],
  ['Japanese', '顧客番号', '会社名', '担当者', '契約金額', '契約終了日'],
  ['Chinese', '客户编号', '客户名称', '负责人', '合同金额', '合同到期日'],
  ['Korean', '고객번호', '회사명', '담당자', '계약금액', '계약종료일'],
])('headers in %s play the parts that they name', (_, ...headers) => {
  const [key, name, owner, value, renewal] = headers
  const { roles } = proposeConfiguration(
    foundColumns({
      [key]: ids('K-'),
      [name]: names,
      [owner]: oneOf('Kim', 'Lee', 'Ana'),
      [value]: spread(100, 9_000, 7),
      [renewal]: days(-40),
    }),
  )
  const [, nameId, ownerId, valueId, renewalId] = toColumnIds(headers)
  expect(roles).toMatchObject({ name: nameId, owner: ownerId, value: valueId, renewal: renewalId })
})
