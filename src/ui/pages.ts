import type { Component } from 'svelte'
import type { Page } from '../state/route.svelte.ts'

type Loader = () => Promise<{ default: Component }>

const found = import.meta.glob<{ default: Component }>('./*/*Page.svelte')

/** Every page is fetched when it is first shown. */
export const PAGE_LOADERS: Readonly<Record<Page, Loader | undefined>> = {
  start: found['./start/StartPage.svelte'],
  overview: found['./overview/OverviewPage.svelte'],
  accounts: found['./accounts/AccountsPage.svelte'],
  account: found['./account/AccountPage.svelte'],
  segments: found['./segments/SegmentsPage.svelte'],
  trends: found['./trends/TrendsPage.svelte'],
  model: found['./model/ModelPage.svelte'],
  data: found['./data/DataPage.svelte'],
  import: found['./import/ImportPage.svelte'],
  configuration: found['./configuration/ConfigurationPage.svelte'],
  restore: found['./start/RestorePage.svelte'],
}

export const PAGE_TITLES: Readonly<Record<Page, string>> = {
  start: 'Start',
  overview: 'Overview',
  accounts: 'Accounts',
  account: 'Account',
  segments: 'Segments',
  trends: 'Trends',
  model: 'Model',
  data: 'Data',
  import: 'Import',
  configuration: 'Configuration',
  restore: 'Restore',
}
