import { expect, test } from 'vitest'
import { subjectsOf } from '../../../src/ui/words/subjects.ts'
import { configuration } from '../../support/portfolio.ts'

test('groups and factors are offered by their names, apart from columns of the same name, and written by their ids', () => {
  const offered = subjectsOf({ configuration, columns: [], days: null })
  const named = (topic: string) =>
    offered.filter((subject) => subject.topic === topic).map(({ text, label }) => [text, label])
  const { groups } = configuration.models[0]!
  expect(named('Groups')).toEqual(
    groups.map(({ id, name }) => [`group('${id}')`, `${name}, score`]),
  )
  expect(named('Factors')).toEqual(
    groups
      .flatMap(({ factors }) => factors)
      .map(({ id, name }) => [`factor('${id}')`, `${name}, score`]),
  )
})
