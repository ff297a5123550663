/** The scores of model.ts, said again for a database: a second method. */

const GROUPS = [
  {
    name: 'usage',
    factors: [
      [3, linear('"Logins 30d"', 0, 2000)],
      [2, linear('"Active Users" / "Seats"', 0, 1)],
      [2, linear('"Feature Use"', 0, 1)],
      [
        1,
        `case when "Active Users" >= 300 then 100 when "Active Users" >= 100 then 70
          when "Active Users" >= 10 then 40 when "Active Users" is not null then 0 end`,
      ],
    ],
  },
  {
    name: 'support',
    factors: [
      [2, linear('"Tickets 90d"', 30, 0)],
      [2, linear('"CSAT"', 1, 5)],
      [
        1,
        `case when "NPS" between 8 and 10 then 100 when "NPS" <= 0 or "NPS" >= 12 then 0
          when "NPS" < 8 then 100.0::double * "NPS" / 8 else 100.0::double * (12 - "NPS") / 2 end`,
      ],
    ],
  },
  {
    name: 'commercial',
    factors: [
      [2, '100.0::double * least(1, pow(0.5::double, "Overdue Invoices"))'],
      [1, linear('"MRR"', 0, 20000)],
      [
        1,
        `case when "ARR" >= 100000 then 100 when "ARR" >= 20000 then 60
          when "ARR" is not null then 30 end`,
      ],
    ],
  },
  {
    name: 'relationship',
    factors: [
      [2, `case "Plan" when 'Basic' then 40 when 'Pro' then 70 when 'Team' then 80 else 100 end`],
      [
        1,
        `case "Lifecycle Stage" when 'Onboarding' then 50 when 'Adopting' then 70
          when 'Established' then 90 when 'Renewing' then 60 end`,
      ],
    ],
  },
] as const

const READ = `delim = ',', header = true, nullstr = ['', 'N/A']`

/** Takes a file in under a name that was registered. */
export const readTable = (file: string): string =>
  `create or replace table accounts as select * from read_csv('${file}', ${READ})`

/** Gives account, segment, arr and score of all, in the order of the file. */
export function scores(usage: number): string {
  const weights = { usage, support: 2, commercial: 3, relationship: 1 }
  const means = GROUPS.map(({ name, factors }) => `${mean(factors)} as ${name}`)
  const raw = mean(GROUPS.map(({ name }) => [weights[name], name] as const))
  return `select "Account ID" as account, "Segment" as segment, "ARR" as arr,
      case when "Overdue Invoices" >= 3 then least(40, raw) else raw end as score
    from (select *, ${raw} as raw from (select *, ${means.join(', ')} from accounts))`
}

export const whatIf = (usage: number): readonly string[] => [
  `create or replace temp table scored as select *,
    case when round(score, 1) >= 70 then 2 when round(score, 1) >= 40 then 1 else 0 end as band
    from (${scores(usage)})`,
  'select segment, count(*), avg(score), sum(case when band = 0 then arr end) from scored group by 1',
  'select account, score from scored order by score nulls last, account limit 50',
]

export const FILTERED = `select rowid from accounts
  where "ARR" > 100000 and "Seats" >= 50 and "Plan" in ('Pro', 'Team')`

export const sorted = (usage: number): string =>
  `select account, score from (${scores(usage)}) where account in (select "Account ID" from accounts
    where "ARR" > 100000 and "Seats" >= 50 and "Plan" in ('Pro', 'Team')) order by score, account`

function linear(value: string, from: number, to: number): string {
  const share = `(${value} - ${from}::double) / ${to - from}`
  return `case when ${value} is not null then 100 * greatest(0, least(1, ${share})) end`
}

/** Weighted over what is there. */
function mean(parts: readonly (readonly [number, string])[]): string {
  const sum = parts.map(([weight, value]) => `coalesce(${weight} * (${value}), 0)`)
  const weights = parts.map(
    ([weight, value]) => `case when (${value}) is not null then ${weight} else 0 end`,
  )
  return `(${sum.join(' + ')})::double / nullif(${weights.join(' + ')}, 0)`
}
