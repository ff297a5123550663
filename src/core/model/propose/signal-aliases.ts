import { alias, aside, less, more, type Alias } from './alias.ts'

/** What says how an account is doing, and the dates that do not. */
export const SIGNAL_ALIASES: readonly Alias[] = [
  alias(
    more('relationship', 'tenure'),
    'tenure tenuremonths lifetimeinmonths customerlifetimeinmonths subscriptionlength accountage monthsascustomer',
    'tenure, lifetime in month, subscription length, account age',
  ),
  alias(
    more('relationship', 'tenure'),
    'customersince originalcontractdate ocd subscriptionstart subscriptionstartdate',
    'customer since, original contract date',
  ),
  alias(aside('future'), '', 'next activity, next meeting, next step, next call, due date'),
  alias(
    less('usage', 'date'),
    'lastseen companylastseen lastrequestat lastlogin lastlogindate lastactive lastactivedate lastused lastusage lastorder lastorderdate lastpurchase lastpurchasedate lastsession',
    'last seen, last login, last logged, last use, last used, last active, last request, last order, last purchase, last transaction, last booking, last shipment, last visit, last event, last session, last sign',
  ),
  alias(
    less('relationship', 'date'),
    'lastactivity lastactivitydate lastengagementdate lastcontacted lastcontactdate lastcontact lasttouchpoint lastmeeting lastbookedmeetingdate lastqbr lastebr',
    'last contact, last contacted, last touch, last touchpoint, last meeting, last activity, last engagement, last qbr, last ebr, last review, last call, last booked',
  ),
  alias(
    less('relationship', 'burden'),
    '',
    'since contact, since meeting, since touch, since touchpoint, since qbr, since ebr, since activity, since engagement',
  ),
  alias(less('usage', 'recency'), 'recency', ''),
  alias(
    less('usage', 'burden'),
    '',
    'day since, week since, month since, inactive day, inactivity',
  ),
  alias(
    aside('record-date'),
    'createddate createdate createdutc createdat created startdate signupdate signedup closedate firstseen',
    'created, create, modified, updated, update, modstamp, viewed, referenced, synced, imported, sign up, signup, started',
  ),
  alias(more('satisfaction', 'nps'), 'nps npsscore latestnpsscore', 'nps, promoter score'),
  alias(less('satisfaction', 'burden'), 'badratings', 'bad rating, negative rating, bad review'),
  alias(
    more('satisfaction', 'rating'),
    'csat csatscore satisfactionscore satisfaction',
    'csat, satisfaction, effort score, review score, review rating, customer rating, survey score, star rating',
  ),
  alias(
    more('satisfaction', 'sentiment'),
    'csmsentiment csmpulse pulse sentiment rag accounthealth health mood',
    'sentiment, pulse, csm health, rag status',
  ),
  alias(
    less('financial', 'burden'),
    'overdueinvoices pastdue delinquent daysoverdue dso',
    'overdue, past due, late payment, late invoice, unpaid, delinquent, failed payment, payment failure, missed payment, arrear, dunning, refund, refunded, dispute, chargeback, credit note',
  ),
  alias(less('financial', 'burden'), '', 'downgrade, downsell, contraction'),
  alias(more('financial', 'burden'), '', 'upgrade flag, auto renew, autorenew, auto renewal'),
  alias(more('financial', 'count'), 'paymentcount', 'payment count, on time payment, paid invoice'),
  alias(
    less('support', 'burden'),
    'opentickets opencases numberofopentickets tickets cases complains',
    'ticket, support case, open case, support call, support request, urgent case, priority case, urgent conversation, priority conversation, incident, escalation, escalated, complaint, complain, bug, defect, outage, downtime, error, failure, failed, sla breach',
  ),
  alias(
    less('support', 'burden'),
    '',
    'response time, resolution time, time to resolution, first reply, first response, response minutes, response hours, resolution hours, wait time, backlog',
  ),
  alias(
    more('relationship', 'term'),
    'contract contractterm contractlength contracttype contractduration term termlength commitment billingfrequency billingperiod billingcycle billinginterval',
    'contract term, contract length, contract duration, billing frequency, billing period',
  ),
  alias(
    more('relationship', 'count'),
    'timescontacted numberoftimescontacted',
    'time contacted, meeting, qbr, ebr, touchpoint, webinar, event attended, training, stakeholder, champion, sponsor, referenceable, advocate, community',
  ),
  alias(
    aside('seats'),
    'seats seatcount licensecount licenses licences licensecounts seatspurchased purchasedseats licensespurchased',
    'seat purchased, seat bought, seat paid, seat sold, seat contracted, seat available, license bought, licence bought, license owned, licence owned, seat count, licence count, license count, seat licensed',
  ),
  alias(
    more('usage', 'rate'),
    'adoption utilization utilisation stickiness',
    'adoption, utilization, utilisation, stickiness, penetration, usage rate, usage percent, login rate, seat use, license usage, usage trend, usage change, usage growth, login change, login trend',
  ),
  alias(
    more('usage', 'active-users'),
    'mau wau dau monthlyactiveusers weeklyactiveusers dailyactiveusers activeusers usercount users people numberofusers',
    'active user, active seat, seat used, licence used, license used, mau, wau, dau, user count',
  ),
  alias(
    more('usage', 'count'),
    'logins sessioncount websessions numberofsessions frequency usage',
    'login, logon, sign in, session, visit, pageview, page view, usage, active day, active month, action, api call, query, feature used, seconds of use, minute of use, hour of use, minute, frequency, data used, order, purchase, transaction, shipment, booking, message, sms, called number, call made, download, upload, report viewed, event',
  ),
]
