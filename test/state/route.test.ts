import { afterEach, expect, test } from 'vitest'
import { readPlace, Route } from '../../src/state/route.svelte.ts'

const routes: Route[] = []

function routeAt(hash: string): Route {
  history.replaceState(null, '', hash || location.pathname + location.search)
  const route = new Route(window)
  routes.push(route)
  return route
}

const nextHashChange = () =>
  new Promise((done) => window.addEventListener('hashchange', done, { once: true }))

afterEach(() => routes.splice(0).forEach((route) => route.close()))

test('an empty and an unknown address show the overview', () => {
  expect(readPlace('').page).toBe('overview')
  expect(readPlace('#/elsewhere?q=x')).toEqual({ page: 'overview', part: '', query: new Map() })
})

test('an address names page, part and query', () => {
  expect(readPlace('#/account/17?q=north%20%26%20south')).toEqual({
    page: 'account',
    part: '17',
    query: new Map([['q', 'north & south']]),
  })
})

test('names such as __proto__ are only names in an address', () => {
  const { query } = readPlace('#/accounts?__proto__=1&constructor=2')
  expect([...query.keys()]).toEqual(['__proto__', 'constructor'])
})

test('a mangled address is read as it stands', () => {
  expect(readPlace('#/account/%E0%A4%A').part).toBe('%E0%A4%A')
})

test('the chosen snapshot goes along from page to page', () => {
  const route = routeAt('#/overview?day=2026-09-30')
  expect(route.href('accounts', { q: 'north' })).toBe('#/accounts?day=2026-09-30&q=north')
  expect(route.href('accounts', { day: null })).toBe('#/accounts')
})

test('Back returns to what was shown before', async () => {
  const route = routeAt('#/accounts')
  const shown = nextHashChange()
  route.show({ band: 'red' })
  expect(route.query('band')).toBe('red')
  await shown
  const returned = nextHashChange()
  history.back()
  await returned
  expect(route.query('band')).toBe('')
})

test('typing does not fill the history letter by letter', () => {
  const route = routeAt('#/accounts')
  const before = history.length
  for (const text of ['n', 'no', 'nor']) route.show({ q: text }, { replace: true })
  expect({ query: route.query('q'), added: history.length - before }).toEqual({
    query: 'nor',
    added: 0,
  })
})

test('a visit has moved once it is on another page, not when only the view changes', () => {
  const route = routeAt('#/accounts')
  route.show({ sort: 'name' })
  expect(route.hasMoved).toBe(false)
  route.go('model')
  expect(route.hasMoved).toBe(true)
})
