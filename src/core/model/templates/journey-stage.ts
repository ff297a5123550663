import { occurs } from './conditions.ts'
import { factor, isLarge, milestone, SEAT_USE, seatUse } from './factors.ts'
import { USUAL_EXCEPTIONS, USUAL_FLAGS } from './rules.ts'
import { inStage } from './stages.ts'
import type { GroupRecipe, ModelRecipe, Template } from './template.ts'

const milestones = (weight: number): GroupRecipe => ({
  id: 'milestones',
  name: 'Return on investment',
  weight,
  factors: [milestone('first_invite'), milestone('first_value', 2), factor('email_opens')],
})

/** Whoever begins cannot have much: half of the usual is enough. */
const activation = (weight: number): GroupRecipe => ({
  id: 'activation',
  name: 'Activation',
  weight,
  factors: [
    seatUse(2, { type: 'linear', from: 0, to: 0.45 }),
    factor('logins'),
    factor('features'),
  ],
})

const usage = (weight: number): GroupRecipe => ({
  id: 'usage',
  name: 'Usage',
  weight,
  factors: [seatUse(), factor('logins'), factor('features'), factor('last_use')],
})

const satisfaction = (weight: number): GroupRecipe => ({
  id: 'satisfaction',
  name: 'Satisfaction',
  weight,
  factors: [factor('csat'), factor('nps'), factor('sentiment')],
})

const relationship = (weight: number): GroupRecipe => ({
  id: 'relationship',
  name: 'Relationship',
  weight,
  factors: [factor('champion'), factor('last_contact'), factor('tenure')],
})

const attention = (weight: number): GroupRecipe => ({
  id: 'attention',
  name: 'Attention',
  weight,
  factors: [factor('champion'), factor('last_contact')],
})

const financial = (weight: number): GroupRecipe => ({
  id: 'financial',
  name: 'Financial',
  weight,
  factors: [factor('overdue'), factor('days_to_pay'), factor('term')],
})

const support = (weight: number): GroupRecipe => ({
  id: 'support',
  name: 'Support',
  weight,
  factors: [factor('tickets'), factor('urgent')],
})

const MODELS: readonly ModelRecipe[] = [
  {
    id: 'trial',
    name: 'Trial',
    needs: [],
    appliesTo: [
      { needs: ['stage'], when: (kit) => inStage(kit, 'trial') },
      {
        needs: ['trial'],
        when: (kit) => (occurs(kit, 'trial') ? `${kit.id('trial')} == true` : null),
      },
    ],
    groups: [milestones(60), activation(40)],
  },
  {
    id: 'onboarding',
    name: 'Onboarding',
    needs: [],
    appliesTo: [
      { needs: ['stage'], when: (kit) => inStage(kit, 'onboarding') },
      { needs: ['since'], when: (kit) => `days_since(${kit.id('since')}) <= 90` },
    ],
    groups: [milestones(30), activation(50), attention(20)],
  },
  {
    id: 'renewal',
    name: 'Renewal',
    needs: [],
    appliesTo: [
      { needs: ['stage'], when: (kit) => inStage(kit, 'renewal') },
      {
        needs: ['renewal'],
        when: (kit) =>
          `days_until(${kit.id('renewal')}) >= 0 and days_until(${kit.id('renewal')}) <= 90`,
      },
    ],
    groups: [usage(30), relationship(25), satisfaction(25), financial(20)],
  },
  {
    id: 'adoption_large',
    name: 'Adoption, large accounts',
    needs: ['size'],
    appliesTo: [{ needs: ['size'], when: isLarge }],
    groups: [usage(35), satisfaction(20), relationship(20), support(10), financial(15)],
  },
  {
    id: 'adoption',
    name: 'Adoption',
    needs: [],
    groups: [usage(50), satisfaction(20), support(15), financial(15)],
  },
]

export const journeyStage: Template = {
  id: 'journey-stage',
  name: 'By journey stage',
  about:
    'A model each for trial, onboarding, renewal and adoption, the last by size: those who begin are judged by their first invite, first value and the messages they open, the others by use, satisfaction and bonds.',
  bands: { watch: 40, healthy: 70 },
  derived: [SEAT_USE],
  models: MODELS,
  exceptions: USUAL_EXCEPTIONS,
  flags: USUAL_FLAGS,
}
