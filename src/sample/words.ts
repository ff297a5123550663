/** Company names are put together from these: 27 · 17 places that are on no map, and a trade. */
export const BEGINNINGS =
  'Ald Bram Carn Crom Dun Els Fenn Gar Hald Ing Jar Kel Lor Marl Nor Orm Pel Quen Rav Skel Thorn Ulv Vel Wen Yar Zel Brask'.split(
    ' ',
  )
export const ENDINGS =
  'wick holt ford mere stead by garth combe strand moor hurst vale beck dale march strøm èze'.split(
    ' ',
  )

export interface Industry {
  readonly name: string
  readonly trades: readonly string[]
  /** A person's logins in a usual month. */
  readonly logins: number
  /** What is left of them in August and in December. */
  readonly august: number
  readonly december: number
  /** Support tickets, 1 being usual. */
  readonly tickets: number
  readonly daysToPay: number
}

const industry = (
  name: string,
  trades: string,
  [logins, august, december, tickets, daysToPay]: readonly [number, number, number, number, number],
): Industry => ({
  name,
  trades: trades.split('|'),
  logins,
  august,
  december,
  tickets,
  daysToPay,
})

export const INDUSTRIES: readonly Industry[] = [
  industry('Logistics', 'Logistics|Freight|Haulage|Cold Chain', [19, 0.95, 1.02, 1.1, 41]),
  industry('Manufacturing', 'Tooling|Polymers|Castings|Drives', [14, 0.78, 0.8, 1.3, 46]),
  industry('Healthcare', 'Clinics|Health|Diagnostics|Care', [17, 0.92, 0.94, 1.2, 54]),
  industry('Retail', 'Outfitters|Foods|Home|Markets', [16, 0.93, 1.12, 1, 38]),
  industry('Financial services', 'Insurance|Mutual|Capital|Leasing', [13, 0.86, 0.84, 0.7, 27]),
  industry(
    'Professional services',
    ' & Partners| & Sons|, Lowe & Co|Advisory',
    [15, 0.8, 0.78, 0.6, 34],
  ),
  industry('Education', 'Schools|College|Learning|Press', [9, 0.62, 0.74, 0.8, 49]),
  industry('Energy', 'Energy|Water|Utilities|Wind', [12, 0.88, 0.88, 0.9, 43]),
]

export interface Region {
  readonly name: string
  readonly share: number
  readonly owners: readonly string[]
}

const region = (name: string, share: number, owners: string): Region => ({
  name,
  share,
  owners: owners.split('|'),
})

/** Of shares and of the people, who are invented, that look after it. */
export const REGIONS: readonly Region[] = [
  region('North America', 0.3, 'Maren Okafor|Theo Brandvik'),
  region('UK & Ireland', 0.2, 'Saoirse Hallam|Theo Brandvik'),
  region('DACH', 0.18, 'Jonas Eberlin|Lena Marchetti'),
  region('Nordics', 0.12, 'Priya Lindholm'),
  region('Southern Europe', 0.12, 'Lena Marchetti|Rui Castanho'),
  region('Asia Pacific', 0.08, 'Hana Whitlock'),
]

/** Small customers without a person of their own. */
export const POOLED = 'Success desk'
