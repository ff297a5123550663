// What is looked at: scenes with storage of their own, each with the states that are reached in it.
import * as files from './files.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {readonly [name: string, go: (page: Page) => Promise<void>]} Shot */
/** @typedef {{ name: string, prepare: (page: Page) => Promise<void>, shots: readonly Shot[] }} Scene */

/** Loads the page anew: what was on its way in is forgotten. @param {Page} page @param {string} hash */
async function open(page, hash = '') {
  await page.goto('about:blank')
  await page.goto(`./${hash}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** @param {string} hash @returns {(page: Page) => Promise<void>} */
const at = (hash) => (page) => open(page, hash)

/** @param {Page} page @param {files.ChosenFile} file */
const choose = (page, file) =>
  page.getByLabel('Choose files').setInputFiles(/** @type {any} */ (file))

/** @param {Page} page @param {files.ChosenFile} file */
async function review(page, file) {
  await open(page)
  await choose(page, file)
  await page
    .getByText('The file is read', { exact: true })
    .or(page.getByText('needed').first())
    .first()
    .waitFor({ state: 'attached' })
}

/** @param {Page} page @param {files.ChosenFile} file */
async function bring(page, file) {
  await review(page, file)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor({ timeout: 120_000 })
}

/** @param {Page} page @param {files.ChosenFile} file */
async function configuration(page, file) {
  await open(page)
  await choose(page, file)
  await page
    .getByRole('button', { name: /Apply|Close/ })
    .first()
    .waitFor()
}

/** @param {Page} page */
async function openSample(page) {
  await page.goto('./?demo')
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor({ timeout: 60_000 })
}

/** Opens the first account of a list. @param {string} query @returns {(page: Page) => Promise<void>} */
const firstAccount = (query) => async (page) => {
  await open(page, `#/accounts?${query}`)
  await page.locator('tbody th a').first().click()
  await page.getByRole('heading', { name: /^Why/ }).waitFor()
}

/** @type {Shot[]} */
const pages = ['overview', 'accounts', 'segments', 'trends', 'model', 'data'].map((name) => [
  name,
  at(`#/${name}`),
])

/** @param {string} name @param {string} path @returns {Shot[]} */
function sharedReview(name, path) {
  const file = files.sharedFile(path)
  return file ? [[name, (page) => review(page, file)]] : []
}

/** Every page over a large export, where it is here. @param {string} name @param {string} path @param {string} split @returns {Scene[]} */
function sharedScene(name, path, split) {
  const file = files.sharedFile(path)
  if (!file) return []
  const shots = /** @type {Shot[]} */ ([
    ...pages,
    ['segments-crossed', at(`#/segments?${split}`)],
    ['account', firstAccount('')],
  ])
  return [{ name, prepare: (page) => bring(page, file), shots }]
}

/** @type {Scene[]} */
export const scenes = [
  {
    name: 'start',
    prepare: at(''),
    shots: [
      ['start', at('')],
      [
        'how-to-check',
        async (page) => {
          await open(page)
          await page.getByText('How to check').click()
        },
      ],
      ...sharedReview('import-telco', 'data/telco_churn_ibm.csv'),
      ...sharedReview('import-ravenstack', 'data/ravenstack_dmy_accounts.csv'),
      ['import-ambiguous', (page) => review(page, files.ambiguous)],
      ['import-rejected', (page) => review(page, files.rejected)],
      [
        'import-rejected-rows',
        async (page) => {
          await review(page, files.rejected)
          await page.getByRole('button', { name: '2 rejected', exact: true }).click()
        },
      ],
      ['import-long-names', (page) => review(page, files.longNames)],
      [
        'import-refused',
        async (page) => {
          await open(page)
          await choose(page, files.picture)
          await page.getByRole('alert').waitFor()
        },
      ],
      ['import-none', at('#/import')],
      ['configuration-warnings', (page) => configuration(page, files.withWarnings)],
      ['configuration-errors', (page) => configuration(page, files.withErrors)],
      ['model', at('#/model')],
      ['data', at('#/data')],
      ['restore', at('#/restore')],
    ],
  },
  {
    name: 'sample',
    prepare: openSample,
    shots: [
      ...pages,
      ['segments-crossed', at('#/segments?by=plan&across=arr')],
      ['segments-crossed-table', at('#/segments?by=plan&across=arr&show=table')],
      ['segment-why', at(`#/segments?why=${encodeURIComponent("segment == 'Enterprise'")}`)],
      ['account', firstAccount('sort=-triage')],
      ['account-best', firstAccount('sort=-score')],
      ['account-not-scored', firstAccount(`filter=${encodeURIComponent('is_missing(band)')}`)],
      ['account-unknown', at('#/account/99999')],
      [
        'accounts-filtered',
        at(`#/accounts?filter=${encodeURIComponent("band == 'red'")}&sort=name`),
      ],
      ['accounts-none', at('#/accounts?q=zzzz')],
      [
        'accounts-as-pages',
        async (page) => {
          await open(page, '#/accounts')
          await page.getByRole('button', { name: 'Show as pages' }).click()
        },
      ],
      [
        'accounts-as-list',
        async (page) => {
          await open(page, '#/accounts')
          await page.getByRole('button', { name: 'Show as one list' }).click()
        },
      ],
      [
        'shortcuts',
        async (page) => {
          await open(page, '#/overview')
          await page.keyboard.press('?')
        },
      ],
      ['how', at('#/how')],
      ['templates', at('#/model?view=templates')],
      ['template-chosen', at('#/model?view=templates&template=at-risk-checklist')],
      ['side-by-side', at('#/model?view=compare&sides=now+t%3Ausage-rank')],
      [
        'side-by-side-four',
        at(
          '#/model?view=compare&sides=now+t%3Ausage-rank+t%3Aweighted-components+t%3Ajourney-stage',
        ),
      ],
      ['test-record', at('#/model?view=test')],
      ['first-snapshot', at('#/overview?day=2025-11-30')],
      ['configuration-warnings', (page) => configuration(page, files.withWarnings)],
      [
        'erase',
        async (page) => {
          await open(page, '#/data')
          await page.getByRole('button', { name: /^Erase/ }).click()
        },
      ],
      [
        'toast',
        async (page) => {
          await open(page, '#/data')
          await page
            .getByRole('button', { name: /^Delete/ })
            .last()
            .click()
          await page.getByRole('button', { name: 'Undo' }).waitFor()
          await page.getByRole('link', { name: 'Accounts', exact: true }).first().click()
        },
      ],
    ],
  },
  {
    name: 'one',
    prepare: (page) => bring(page, files.oneAccount),
    shots: [...pages, ['account', firstAccount('')]],
  },
  {
    name: 'no-model',
    prepare: (page) => bring(page, files.noModel),
    shots: [...pages, ['account', firstAccount('')]],
  },
  {
    name: 'odd-names',
    prepare: (page) => bring(page, files.longNames),
    shots: [...pages, ['account', firstAccount('q=WWW')]],
  },
  {
    name: 'nobody',
    prepare: async (page) => {
      await bring(page, files.longNames)
      await configuration(page, files.leavesAllOut)
      await page.getByRole('button', { name: 'Apply', exact: true }).click()
    },
    shots: pages,
  },
  {
    name: 'many',
    prepare: (page) => bring(page, files.many()),
    shots: pages.slice(0, 2),
  },
  ...sharedScene('telco', 'data/telco_churn_ibm.csv', 'by=contract&across=tenure'),
  ...sharedScene('ravenstack', 'data/ravenstack_dmy_accounts.csv', 'by=industry&across=seats'),
  {
    name: 'newer-storage',
    prepare: async (page) => {
      await page.goto('./favicon.svg')
      await page.evaluate(
        () => new Promise((done) => (indexedDB.open('hale-workspaces', 99_990).onsuccess = done)),
      )
    },
    shots: [
      [
        'overview',
        async (page) => {
          await page.goto('./')
          await page.getByText('newer').first().waitFor()
        },
      ],
    ],
  },
]
