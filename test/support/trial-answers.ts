import { success, type Result } from '../../src/core/problem.ts'
import type { CompareQuestion, Comparison } from '../../workers/protocol/compare.ts'
import type { DraftTopic, DraftTopics } from '../../workers/protocol/draft.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import type { RecordQuestion, RecordTrace } from '../../workers/protocol/record.ts'
import type { TemplateQuestion } from '../../workers/protocol/templates.ts'
import { draftAnswer } from './draft-answers.ts'
import { moreAnswers } from './more-answers.ts'
import { accountRows, configuration } from './portfolio.ts'

interface Asked {
  readonly topic: DraftTopic
  readonly asked: unknown
}

/** Answers for templates, comparisons and records, and what was asked of them. */
export function trialAnswers(): { answers: Partial<Engine>; asked: Asked[] } {
  const asked: Asked[] = []
  const draft = <Topic extends DraftTopic>(topic: Topic, question: DraftTopics[Topic]['asked']) => {
    asked.push({ topic, asked: question })
    const answered = answerOf(topic, question)
    return answered as Promise<Result<DraftTopics[Topic]['answer']>>
  }
  return { answers: { ...moreAnswers(), draft }, asked }
}

function answerOf(topic: DraftTopic, question: unknown): Promise<unknown> {
  const answer = (value: unknown) => Promise.resolve(success(value))
  if (topic === 'template') return answer(filled(question as TemplateQuestion))
  if (topic === 'compare') return answer(comparison(question as CompareQuestion))
  if (topic === 'record') return answer(trace(question as RecordQuestion))
  return draftAnswer(topic, question)
}

const filled = ({ template, mapping }: TemplateQuestion): unknown => ({
  configuration: Object.keys(mapping).length > 0 ? { ...configuration, name: template } : null,
  leftOut: [{ part: 'factor', name: 'Last use', needs: ['last_use'], why: 'not-mapped' }],
  waiting: [
    { part: 'flag', name: 'Gone quiet', isJudgedMeanwhile: true },
    { part: 'flag', name: 'Falling fast', isJudgedMeanwhile: false },
  ],
})

const DIFFERING = 120

function comparison({ configurations, from, count }: CompareQuestion): Comparison {
  const driver = {
    kind: 'exception',
    reason: 'Two overdue invoices',
    points: -20,
    effect: 'cap',
    amount: 39,
  } as const
  return {
    accounts: 215,
    sides: configurations.map(() => ({
      counts: [31, 62, 113, 9],
      leftOut: 3,
      average: 61.2,
      valueAtRisk: 1_200_000,
      distribution: { step: 5, counts: Array.from({ length: 20 }, () => [1, 0, 2]) },
    })),
    agreements: configurations.flatMap((_, a) =>
      configurations.slice(a + 1).map((__, i) => ({ a, b: a + 1 + i, tau: 0.74, accounts: 206 })),
    ),
    differing: DIFFERING,
    rows: accountRows(DIFFERING)
      .slice(from, from + count)
      .map(({ account, key, name, value }) => ({
        account,
        key,
        name,
        value,
        sides: configurations.map((__, at) => ({
          score: at === 0 ? 39 : 82,
          band: at === 0 ? 0 : 2,
          included: true,
          driver: at === 0 ? driver : null,
          model: 0,
        })),
      })),
  }
}

function trace({ record }: RecordQuestion): RecordTrace {
  const values = record.kind === 'values' ? record.values : { logins_30d: 80, overdue: 2 }
  const score = Number(values['logins_30d'])
  return {
    name: record.kind === 'account' ? 'Northwind Freight' : null,
    columns: [
      { id: 'logins_30d', label: 'Logins 30d', type: 'number' },
      { id: 'overdue', label: 'Overdue', type: 'number' },
    ],
    values,
    included: true,
    model: 0,
    coverage: 1,
    groups: [
      {
        id: 'usage',
        name: 'Usage',
        score,
        share: 1,
        points: score,
        pointsLost: 100 - score,
        rollup: 'mean',
        factors: [
          {
            id: 'logins',
            name: 'Logins',
            input: { type: 'number', value: score },
            inputFormula: 'logins_30d',
            origin: 'data',
            carriedFrom: null,
            score,
            share: 1,
            points: score,
            pointsLost: 100 - score,
          },
        ],
      },
    ],
    raw: score,
    rawPrinted: score,
    exceptions: [
      {
        id: 'overdue',
        reason: 'Two or more overdue invoices',
        effect: 'cap',
        amount: 39,
        when: 'overdue >= 2',
        holds: values['overdue'] === 2,
        before: score,
        after: values['overdue'] === 2 ? 39 : score,
      },
    ],
    final: values['overdue'] === 2 ? 39 : score,
    shown: values['overdue'] === 2 ? 39 : score,
    band: values['overdue'] === 2 ? 0 : 2,
    asExample: { score: values['overdue'] === 2 ? 39 : score, band: 'red' },
  }
}
