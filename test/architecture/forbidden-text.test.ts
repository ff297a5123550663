import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

const behindThePage = /^(src\/(core|store)|workers)\//

const rules: readonly { name: string; text: RegExp; where?: RegExp; example: string }[] = [
  { name: 'raw markup', text: /\{@html\b/, example: '{@html name}' },
  {
    name: 'markup made from text',
    text: /\b(inner|outer)HTML\b|\binsertAdjacentHTML\b/,
    example: 'e.innerHTML = name',
  },
  { name: 'code made from text', text: /\beval\s*\(|\bnew Function\b/, example: 'eval (text)' },
  {
    name: 'a static style attribute, which the policy refuses',
    text: /<[a-z][^<>]*\sstyle=["']/i,
    where: /\.svelte$/,
    example: '<p class="a"\n  style="color: red">',
  },
  {
    name: 'localStorage outside the page',
    text: /\b(local|session)Storage\b/,
    where: behindThePage,
    example: 'localStorage.x',
  },
]

test.each(rules)('no source has $name', ({ text, where, example }) => {
  const found = readSources().filter((source) => !where || where.test(source.path))
  expect(example).toMatch(text)
  expect(found.filter((source) => text.test(source.text)).map(({ path }) => path)).toEqual([])
})
