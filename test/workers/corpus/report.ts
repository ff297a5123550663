import type { Judged, Verdict } from './judge.ts'
import { reasonOf } from './reasons.ts'

const COLUMNS: readonly (readonly [Verdict, string])[] = [
  ['same', 'as stated'],
  ['told', 'when told'],
  ['different', 'different'],
  ['refused', 'refused'],
]

/** The table of collections, and each case that is not as stated with the reason. */
export function corpusReport(judged: readonly Judged[]): string {
  const groups = new Map<string, Judged[]>()
  for (const one of judged) {
    const group = `${one.collection} | ${one.by}`
    groups.set(group, [...(groups.get(group) ?? []), one])
  }
  const head = ['collection', 'says who', 'cases', ...COLUMNS.map(([, title]) => title)]
  const rows = [...groups].map(([group, cases]) => [
    group,
    String(cases.length),
    ...COLUMNS.map(([verdict]) => String(countOf(cases, verdict))),
  ])
  const total = [
    'all',
    '',
    String(judged.length),
    ...COLUMNS.map(([v]) => String(countOf(judged, v))),
  ]
  return [table([head, head.map(() => '---'), ...rows, total]), '', ...differences(judged)].join(
    '\n',
  )
}

const countOf = (cases: readonly Judged[], verdict: Verdict): number =>
  cases.filter((one) => one.verdict === verdict).length

const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')

function differences(judged: readonly Judged[]): string[] {
  const others = judged.filter(({ verdict }) => verdict === 'different' || verdict === 'refused')
  return others.map(({ id, verdict, detail }) => {
    const reason = reasonOf(id) ?? `NO REASON: ${detail}`
    return `- \`${id}\`: ${verdict === 'refused' ? `refused (\`${detail}\`)` : 'different'}, ${reason}`
  })
}
