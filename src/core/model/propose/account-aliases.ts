import {
  KEY_HEADERS,
  NAME_HEADERS,
  OWNER_HEADERS,
  RENEWAL_HEADERS,
  VALUE_HEADERS,
} from '../../source/known-names.ts'
import { alias, aside, attribute, role, type Alias, type Meaning } from './alias.ts'

const named = (meaning: Meaning, names: readonly string[]): Alias => ({
  meaning,
  names,
  phrases: [],
})

/** Who an account is, what it is worth, how it ended, and what is no concern of a score. */
export const ACCOUNT_ALIASES: readonly Alias[] = [
  alias(
    aside('imported-score'),
    'currentscore previousscore overallscore healthscore healthrank hubspotscore score churnscore leadscore engagementscore',
    'health score, churn score, churn risk, churn probability, risk score, overall score, current score, previous score, lead score, predictive score, engagement score, predicted',
  ),
  alias(
    role('outcome'),
    'churn churned ischurned haschurned churnflag churnvalue churnlabel churnstatus customerchurn attrition attritionflag exited outcome renewed didrenew cancelled canceled iscancelled iscanceled terminated isterminated',
    'churn flag, churned',
  ),
  alias(
    aside('after-outcome'),
    '',
    'churn, cancellation, cancel date, canceled at, cancelled at, termination, attrition, lost reason, exit reason, exit date, reactivation',
  ),
  alias(
    role('owner'),
    'csm csmname customersuccessmanager successmanager accountmanager accountowner companyowner owner ownername owneremail owneruseraccount ownerid hubspotownerid',
    'account owner, success manager, account manager, company owner',
  ),
  alias(
    role('name'),
    'accountname companyname customername organizationname organisationname clientname name displayname account company customer client organization organisation',
  ),
  alias(
    aside('identity'),
    'id accountid recordid companyid gsid customerid accountexternalid externalid sfdcaccountid accountnumber clientnumber parentid parentcompany parentaccount dunsnumber naicscode sic',
    'account number, customer number, client number, invoice number, order number, tax number, duns, naics, guid, uuid, parent',
  ),
  alias(
    attribute('place'),
    'country region state stateregion countryregion billingcountry billingstate city territory market location geo timezone currency language',
    'country, region, territory, city, province, continent, time zone',
  ),
  alias(
    aside('contact'),
    'domain website websiteurl phone email fax mobile address',
    'email, phone, fax, mobile, street, address, latitude, longitude, zip, postal code, website, url, domain, linkedin, twitter, ip address, photo, logo',
  ),
  alias(
    aside('note'),
    'description notes note comment comments tags tag title',
    'description, note, comment, tag',
  ),
  alias(
    role('value'),
    'arr annualrecurringrevenue arramount arrusd currentarr totalarr asv',
    'arr, annual recurring',
  ),
  alias(
    role('value'),
    'acv annualcontractvalue contractvalue totalcontractamount totalcontractvalue tcv',
    'contract value, contract amount',
  ),
  alias(
    role('value'),
    'mrr monthlyrecurringrevenue mrramount monthlyspend monthlycharges monthlycharge monthlyrevenue',
    'mrr, monthly recurring, monthly spend, monthly charge, monthly fee',
  ),
  alias(
    role('value'),
    'customervalue ltv clv cltv lifetimevalue monetaryvalue monetary',
    'customer value, lifetime value',
  ),
  alias(
    role('value'),
    'totalspend totalrevenue totalcharges totalsales spend revenue sales chargeamount onetimerevenue',
    'total spend, total revenue, total charge, charge amount, onetime revenue',
  ),
  alias(
    aside('company-size'),
    'annualrevenue companyrevenue numberofemployees employees employeecount size companysize headcount yearstarted yearfounded',
    'employee, annual revenue, company size, year founded, founded',
  ),
  alias(aside('prospective'), '', 'open deal, deal amount, deal, opportunity, pipeline, quote'),
  alias(
    role('renewal'),
    'renewaldate nextrenewaldate renewal contractenddate contractend enddate subscriptionenddate subscriptionend termend expirydate expirationdate',
    'renewal date, next renewal, contract end, subscription end, expiry, expiration',
  ),
  // Of many languages; what is said above of a name stands.
  named(role('owner'), OWNER_HEADERS),
  named(aside('identity'), KEY_HEADERS),
  named(role('name'), NAME_HEADERS),
  named(role('renewal'), RENEWAL_HEADERS),
  named(role('value'), VALUE_HEADERS),
]
