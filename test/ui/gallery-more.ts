// The import review and the pages about model and data, from plain data: `npx vite`, then /test/ui/gallery-more.html#/import.
// ?ask raises the date question, ?first is the first import, ?slow reads for ever, ?refuse has a key that collides.
import { success } from '../../src/core/problem.ts'
import { createFakeEngine } from '../support/fake-engine.ts'
import { aFile, FakeImporter, refused } from '../support/fake-importer.ts'
import { aReview } from '../support/import-data.ts'
import { configurationReading, moreAnswers } from '../support/more-answers.ts'
import { configuration, nothingOpened, opened } from '../support/portfolio.ts'
import { mountGallery } from './gallery-mount.ts'

const asked = new URLSearchParams(location.search)

function spawnImporter() {
  const importer = new FakeImporter()
  const questions = asked.has('ask')
    ? [
        {
          kind: 'date-order' as const,
          column: 3,
          example: '03/04/2026',
          past: { dmy: 0, mdy: 1_106 },
        },
      ]
    : []
  importer.review = (plan, roles) => success(aReview({ plan, roles, questions }))
  if (asked.has('refuse'))
    importer.review = () =>
      refused({ code: 'keys-collide', rule: 'trim-case', keys: ['ACME', 'acme'] })
  if (asked.has('slow')) importer.holds = ['stage']
  return importer.job
}

const session = await mountGallery({
  engine: createFakeEngine({
    opened: asked.has('first') ? nothingOpened() : opened(),
    answers: {
      ...moreAnswers(),
      readConfiguration: () =>
        Promise.resolve(success(configurationReading({ configuration: { ...configuration } }))),
    },
  }),
  spawnImporter,
})
if (session.route.page === 'import') session.files = [aFile()]
if (session.route.page === 'configuration')
  session.configurationFile = new File(['{}'], 'team.json')
