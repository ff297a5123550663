import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

/** They hold answers, and derive nothing of them. */
const DERIVE_NOTHING = ['Answer', 'Newest']

const IMPORTED = /import \{([^}]*)\} from '[./]+\/state\/[^']+'/g

/** The states of `src/state` that a component makes for itself alone. */
function madeByComponents(): string[] {
  return readSources()
    .filter(({ path }) => path.startsWith('src/ui/') && path.endsWith('.svelte'))
    .flatMap(({ path, text }) => {
      const names = [...text.matchAll(IMPORTED)].flatMap(([, names = '']) => names.split(','))
      return names
        .map((name) => name.trim())
        .filter((name) => /^[A-Z]\w+$/.test(name) && !DERIVE_NOTHING.includes(name))
        .filter((name) => new RegExp(`(?<!lasting\\(\\(\\) => )\\bnew ${name}\\b`).test(text))
        .map((name) => `${path}: ${name}`)
    })
}

test('what a state derives outlives the component that made it: answers come after a page was left', () => {
  expect(madeByComponents()).toEqual([])
})
