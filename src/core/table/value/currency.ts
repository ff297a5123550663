/** ISO 4217; `TOP` is left out, since ranks are written like it. */
const CODES =
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNH CNY ' +
  'COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD ' +
  'IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN ' +
  'MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP ' +
  'STN SVC SYP SZL THB TJS TMT TND TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL'

/** Signs that stand for one currency, by its code. Others, such as `$`, `¥` and `kr`, stand for themselves. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₺': 'TRY',
  '₪': 'ILS',
  '₩': 'KRW',
  '₽': 'RUB',
  '₴': 'UAH',
  '₫': 'VND',
  '฿': 'THB',
  '₦': 'NGN',
  '₱': 'PHP',
  '₸': 'KZT',
  US$: 'USD',
  A$: 'AUD',
  AU$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  NZ$: 'NZD',
  HK$: 'HKD',
  NT$: 'TWD',
  S$: 'SGD',
  R$: 'BRL',
  MX$: 'MXN',
  'CN¥': 'CNY',
  'JP¥': 'JPY',
  '￥': '¥',
  元: 'CNY',
  人民币: 'CNY',
  円: 'JPY',
  원: 'KRW',
  zł: 'PLN',
  Kč: 'CZK',
  Ft: 'HUF',
  lei: 'RON',
  'лв.': 'BGN',
  лв: 'BGN',
  'руб.': 'RUB',
  руб: 'RUB',
  'грн.': 'UAH',
  грн: 'UAH',
  'ден.': 'MKD',
  'дин.': 'RSD',
  'din.': 'RSD',
  TL: 'TRY',
  'SFr.': 'CHF',
  'Fr.': 'CHF',
  R: 'ZAR',
  RM: 'MYR',
  Rp: 'IDR',
  'S/.': 'PEN',
  'S/': 'PEN',
  '₵': 'GHS',
  'GH₵': 'GHS',
  'ج.م.': 'EGP',
  'د.إ.': 'AED',
  'ر.س.': 'SAR',
  'د.ك.': 'KWD',
  'ر.ق.': 'QAR',
  'د.م.': 'MAD',
  'د.ت.': 'TND',
  'د.ج.': 'DZD',
  'د.أ.': 'JOD',
  ریال: 'IRR',
  'F CFA': 'XOF',
  FCFA: 'XAF',
  'kr.': 'kr',
  'Rs.': 'Rs',
}
const PLAIN_SIGNS = ['kr', 'Kr', 'Rs', 'Bs']

const codes: ReadonlySet<string> = new Set(CODES.split(' '))
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries(SIGNS).map(([sign, code]) => [sign.toUpperCase(), code]),
)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** What may stand beside an amount, as the source of a regular expression without groups; longer ones first. */
export const CURRENCY: string = [
  ...[...Object.keys(SIGNS), ...PLAIN_SIGNS].sort((a, b) => b.length - a.length).map(escaped),
  ...codes,
  String.raw`\p{Sc}`,
].join('|')

/** The one name of a currency that is written in several ways: `€` and `eur` are EUR. `$` stays, for it may be any of twenty. */
export function currencyOf(sign: string): string {
  const upper = sign.toUpperCase()
  return codes.has(upper) ? upper : (signs.get(upper) ?? signs.get(`${upper}.`) ?? sign)
}

export const isCurrencyCode = (sign: string): boolean => codes.has(sign.toUpperCase())
