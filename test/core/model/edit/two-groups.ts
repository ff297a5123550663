import { configurationOf, factorOf, groupOf, modelOf } from '../../score/build.ts'

/** Logins and seats under `usage`, csat under `satisfaction`. */
export const twoGroups = configurationOf([
  modelOf([
    groupOf([factorOf('logins', { weight: 60 }), factorOf('seats', { weight: 40 })], {
      id: 'usage',
      weight: 50,
    }),
    groupOf([factorOf('csat')], { id: 'satisfaction', weight: 30 }),
  ]),
])
