import type { Component } from 'svelte'
import type { Page } from '../state/route.svelte.ts'

export interface PageEntry {
  readonly title: string
  /** Every page is fetched when it is first shown. */
  readonly load: () => Promise<{ default: Component }>
}

export const PAGE_ENTRIES: Readonly<Record<Page, PageEntry>> = {
  start: { title: 'Start', load: () => import('./start/StartPage.svelte') },
  overview: { title: 'Overview', load: () => import('./overview/OverviewPage.svelte') },
  accounts: { title: 'Accounts', load: () => import('./accounts/AccountsPage.svelte') },
  account: { title: 'Account', load: () => import('./account/AccountPage.svelte') },
  segments: { title: 'Segments', load: () => import('./segments/SegmentsPage.svelte') },
  trends: { title: 'Trends', load: withCharts(() => import('./trends/TrendsPage.svelte')) },
  model: { title: 'Model', load: () => import('./model/ModelPage.svelte') },
  how: { title: 'How this works', load: () => import('./how/HowPage.svelte') },
  data: { title: 'Data', load: () => import('./data/DataPage.svelte') },
  import: { title: 'Import', load: () => import('./import/ImportPage.svelte') },
  configuration: {
    title: 'Configuration',
    load: () => import('./configuration/ConfigurationPage.svelte'),
  },
  restore: { title: 'Restore', load: () => import('./start/RestorePage.svelte') },
}

/** Its charts are drawn as soon as its answer is there. */
function withCharts<T>(load: () => Promise<T>): () => Promise<T> {
  return () => {
    // The chart itself asks for it too, and what fails then is told.
    void import('./parts/chart/draw-chart.ts').catch(() => {})
    return load()
  }
}
