import { alias, attribute, type Alias } from './alias.ts'

/** What describes an account, to divide or to leave out by. */
export const ATTRIBUTE_ALIASES: readonly Alias[] = [
  alias(
    attribute('billing'),
    'paymentmethod paperlessbilling billingmethod',
    'payment method, billing method, payment type, paperless',
  ),
  alias(
    attribute('segment'),
    'segment customersegment accountsegment tier customertier accounttier revenueband band',
    'segment, revenue band, size band',
  ),
  alias(
    attribute('plan'),
    'plan plantier planname planid product package subscriptionplan subscriptiontype edition tariffplan tariff license licensetype',
    'plan, edition, tariff, package',
  ),
  alias(attribute('industry'), 'industry sector vertical sicdesc', 'industry, sector, vertical'),
  alias(
    attribute('type'),
    'type accounttype customertype companytype recordtype relationshiptype',
    'account type, customer type, company type',
  ),
  alias(
    attribute('lifecycle'),
    'lifecyclestage lifecycle stage phase customerstage journeystage customerphase',
    'lifecycle, journey stage, customer stage',
  ),
  alias(attribute('active'), 'isactive active iscustomer', 'is active, is customer'),
  alias(
    attribute('status'),
    'status accountstatus customerstatus subscriptionstatus managedas',
    'account status, customer status, subscription status',
  ),
  alias(
    attribute('source'),
    'source referralsource leadsource accountsource channel',
    'source, channel, campaign, referral',
  ),
  alias(
    attribute('person'),
    'gender sex age customerage agegroup ageband birthdate birthday dob seniorcitizen maritalstatus married partner dependents children education ethnicity nationality occupation yearlyincome',
    'gender, customer age, age group, date of birth, birth date, senior citizen, marital, household, occupation, education',
  ),
  alias(
    attribute('other'),
    'istrial trial rating leadstatus upsellopportunity targetaccount ownership trendindicator',
    'trial, lead status, priority, trend indicator',
  ),
]
