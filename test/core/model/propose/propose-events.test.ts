import { describe, expect, test } from 'vitest'
import { eventsProposed as proposed } from './events-proposed.ts'

// Written down from the headers of these tools before there was anything that proposes.
describe('what events of known tools come to', () => {
  test('Zendesk tickets: how many, how many open, how grave, how content', () => {
    const text = `id|organization_id|requester_id|subject|status|priority|created_at|updated_at|satisfaction_score
      1|o1|r1|Login|open|high|2026-01-02|2026-01-09|4
      2|o1|r2|Bill|solved|low|2026-01-03|2026-01-04|5`
    const known = { key: 'organization_id', id: 'id', source: 'zendesk tickets', taken: [] }
    expect(proposed(text, known)).toEqual({
      date: 'created_at',
      sums: [
        'tickets_90d: count 90',
        "open_tickets: count status not in ['solved']",
        "open_high_priority_tickets: count priority in ['high'] and (status not in ['solved'])",
        'satisfaction_score_180d: mean satisfaction_score 180',
      ],
    })
  })

  test('how long a first response took is averaged, though it is counted in minutes', () => {
    const text = `ticket_id|account_id|created_at|first_response_minutes
      1|a|2026-01-02|30
      2|a|2026-01-03|45`
    expect(proposed(text, { key: 'account_id', id: 'ticket_id', taken: [] }).sums).toEqual([
      'tickets_90d: count 90',
      'first_response_minutes_180d: mean first_response_minutes 180',
    ])
  })

  test('a view of tickets that its name does not tell: they are told by what their columns speak of', () => {
    const text = `Id|Requester|Organization|Status|Priority|Ticket type|Created at|Solved at
      1|Jo|Acme|Open|High|Question|2026-01-02|
      2|Al|Acme|Solved|Low|Problem|2026-01-03|2026-01-04`
    const sums = [
      'tickets_90d: count 90',
      'open_tickets: count is_missing(solved_at) or days_until(solved_at) > 0',
      "open_high_priority_tickets: count priority in ['High'] and (is_missing(solved_at) or days_until(solved_at) > 0)",
    ]
    expect(proposed(text, { key: 'organization', id: 'id', taken: [] })).toEqual({
      date: 'created_at',
      sums,
    })
    const untyped = text.replace('|Ticket type', '|Kind')
    expect(proposed(untyped, { key: 'organization', id: 'id', taken: [] }).sums).toEqual(sums)
  })

  test('Stripe payments: how much was paid in a year, what was refunded', () => {
    const text = `id|Description|Created (UTC)|Amount|Amount Refunded|Currency|Status|Customer ID|Customer Email
      p1|x|2026-01-02|10.5|0|usd|Paid|c1|a@a.example
      p2|y|2026-01-03|20|20|usd|Refunded|c1|a@a.example`
    const known = { key: 'customer_id', id: 'id', source: 'payments', taken: [] }
    expect(proposed(text, known)).toEqual({
      date: 'created_utc',
      sums: [
        'payments_90d: count 90',
        'amount_refunded_90d: sum amount_refunded 90',
        'total_spend_365d: sum amount 365',
      ],
    })
  })

  test('invoices: those that are overdue by their state', () => {
    const text = `Invoice Number|Customer ID|Invoice Date|Due Date|Amount|Status
      I1|c1|2026-01-02|2026-02-02|10|paid
      I2|c1|2026-01-03|2026-02-03|20|overdue`
    const known = { key: 'customer_id', id: 'invoice_number', taken: [] }
    expect(proposed(text, known)).toEqual({
      date: 'invoice_date',
      sums: [
        'invoices_90d: count 90',
        "open_invoices: count status not in ['paid']",
        "overdue_invoices: count status in ['overdue']",
        'total_spend_365d: sum amount 365',
      ],
    })
  })

  test('Intercom conversations: open by when they were closed', () => {
    const text = `conversation_id|company_id|conversation_created_at|conversation_closed_at
      1|k1|2026-01-02|2026-01-03
      2|k1|2026-01-05|`
    expect(proposed(text, { key: 'company_id', id: 'conversation_id', taken: [] })).toEqual({
      date: 'conversation_created_at',
      sums: [
        'conversations_90d: count 90',
        'open_conversations: count is_missing(conversation_closed_at) or days_until(conversation_closed_at) > 0',
      ],
    })
  })

  test('contacts have no day of their own: all of them count', () => {
    const text = `Contact ID|Account ID|Email
      1|a|x@a.example
      2|a|y@a.example`
    expect(proposed(text, { key: 'account_id', id: 'contact_id', taken: [] })).toEqual({
      date: null,
      sums: ['contacts: count'],
    })
  })
})

test('what describes the account is the newest row’s, where no list of accounts says it', () => {
  const text = `order_id|customer_id|order_date|customer_name|region
    1|c1|2026-01-02|Ana|North
    2|c2|2026-01-03|Bo|South`
  const known = { key: 'customer_id', id: 'order_id' }
  expect(proposed(text, known).sums).toEqual([
    'orders_90d: count 90',
    'last_order: max order_date',
    'customer_name: last customer_name',
    'region: last region',
  ])
  expect(proposed(text, { ...known, taken: [] }).sums).toEqual([
    'orders_90d: count 90',
    'last_order: max order_date',
  ])
})

test('a column that a list of accounts has is told apart by what the rows are', () => {
  const text = `subscription_id|account_id|start_date|end_date|seats
    1|a|2026-01-02||5
    2|a|2026-01-03|2026-02-01|6`
  const held = 'is_missing(end_date) or days_until(end_date) > 0'
  expect(
    proposed(text, { key: 'account_id', id: 'subscription_id', taken: ['seats'] }).sums,
  ).toEqual([`active_subscriptions: count ${held}`, `subscription_seats: sum seats ${held}`])
})

test('events that ended an account are counted, and nothing else of them is told', () => {
  const text = `churn_event_id|account_id|churn_date|refund_amount_usd
    1|a|2026-01-02|5
    2|b|2026-01-03|6`
  expect(proposed(text, { key: 'account_id', id: 'churn_event_id', taken: [] }).sums).toEqual([
    'churn_events: count',
  ])
})
