import { answered, fallen, many, stopped, troubled } from './conditions.ts'
import { factor, held, SEAT_USE } from './factors.ts'
import type { Kit } from './kit.ts'
import type { NeedId } from './needs.ts'
import { USUAL_FLAGS } from './rules.ts'
import { neitherNoneNorTooMany } from './scales.ts'
import type { FlagRecipe, Template } from './template.ts'

interface Sign {
  readonly id: string
  readonly name: string
  readonly need: NeedId
  readonly when: (kit: Kit) => string
  readonly play: FlagRecipe['play']
}

const survey = (need: 'csat' | 'nps', id: string): Sign => ({
  id,
  name: need === 'csat' ? 'Low survey' : 'Low recommendation',
  need,
  when: (kit) => answered(kit, need, 'poor'),
  play: { name: 'Answer the survey', steps: ['Thank for the answer', 'Ask what would help'] },
})

/** What a person would tick off, each by itself; some of them together are worse than each. */
const SIGNS: readonly Sign[] = [
  {
    id: 'less_use',
    name: 'Reduced use of the major features',
    need: 'features',
    when: (kit) => fallen(kit, 'features'),
    play: {
      name: 'Win the use back',
      steps: ['Find out which feature', 'Offer a session'],
      dueDays: 7,
    },
  },
  {
    id: 'no_conversation',
    name: 'No support conversation any more',
    need: 'tickets',
    when: (kit) => stopped(kit, 'tickets', { average: 1, days: 92 }),
    play: { name: 'Say hello', steps: ['Ask how it goes'] },
  },
  {
    id: 'many_conversations',
    name: 'Too many support conversations',
    need: 'tickets',
    when: (kit) =>
      kit.type('tickets') === 'boolean' ? `${kit.id('tickets')} == true` : many(kit, 'tickets'),
    play: { name: 'Clear the queue', steps: ['Sort the tickets together', 'Name one contact'] },
  },
  survey('csat', 'low_survey'),
  survey('nps', 'low_recommendation'),
  {
    id: 'references_stopped',
    name: 'References or speaking engagements stopped',
    need: 'references',
    when: (kit) => stopped(kit, 'references', { average: 0.01, days: 366 }),
    play: { name: 'Ask why', steps: ['Call the speaker', 'Offer another way'] },
  },
  {
    id: 'overdue_invoice',
    name: 'Overdue invoices',
    need: 'overdue',
    when: (kit) => troubled(kit, 'overdue', 1),
    play: { name: 'Ask for the invoice', steps: ['Ask who pays', 'Tell finance'], dueDays: 7 },
  },
]

/** A mark for each sign that is there; a sign whose column is missing is none. */
const signsIn = (kit: Kit): string | null =>
  SIGNS.filter(({ need }) => kit.has(need))
    .map(({ when }) => `if(${when(kit)}, 1, 0)`)
    .join(' + ') || null

const SEVERAL_SIGNS: FlagRecipe = {
  id: 'several_signs',
  name: 'Several signs of risk at once',
  kind: 'risk',
  needs: [],
  reads: 'risk_signs',
  when: (kit) => `${kit.derived('risk_signs')} >= 2`,
  play: {
    name: 'Make a plan',
    steps: ['Go through the signs with the owner', 'Agree on one plan with the account'],
    dueDays: 5,
  },
}

export const atRiskChecklist: Template = {
  id: 'at-risk-checklist',
  name: 'At-risk checklist',
  about:
    'Reduced use of the major features, no or too many support conversations, low surveys, references that stopped, overdue invoices: each counts and raises a flag, and together they cap the score.',
  bands: { watch: 40, healthy: 70 },
  derived: [{ id: 'risk_signs', name: 'Signs of risk', needs: [], expression: signsIn }, SEAT_USE],
  models: [
    {
      id: 'main',
      name: 'All accounts',
      needs: [],
      groups: [
        {
          id: 'checklist',
          name: 'Checklist',
          weight: 1,
          factors: [
            factor('features'),
            [held('features')],
            factor('tickets', 2, neitherNoneNorTooMany),
            factor('csat'),
            factor('nps'),
            factor('references'),
            factor('overdue', 2),
          ],
        },
      ],
    },
  ],
  exceptions: [
    [
      {
        id: 'two_signs',
        name: 'Two signs of risk at once',
        needs: [],
        reads: 'risk_signs',
        when: (kit) => `${kit.derived('risk_signs')} >= 2`,
        best: 'watch',
      },
    ],
    [
      {
        id: 'three_signs',
        name: 'Three or more signs of risk at once',
        needs: [],
        reads: 'risk_signs',
        when: (kit) => `${kit.derived('risk_signs')} >= 3`,
        best: 'risk',
      },
    ],
    [
      {
        id: 'overdue',
        name: 'Invoices are overdue',
        needs: ['overdue'],
        when: (kit) => troubled(kit, 'overdue', 2),
        best: 'risk',
      },
    ],
  ],
  flags: [
    ...SIGNS.map(({ id, name, need, when, play }): [FlagRecipe] => [
      { id, name, kind: 'risk', needs: [need], when, play },
    ]),
    [SEVERAL_SIGNS],
    ...USUAL_FLAGS.filter(([{ kind }]) => kind !== 'risk'),
  ],
}
