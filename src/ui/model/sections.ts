import type { Component } from 'svelte'

export interface ModelSection {
  /** As it stands in the address: `#/model?view=versions`. */
  readonly id: string
  readonly title: string
  /** Fetched when it is first shown. */
  readonly load: () => Promise<{ default: Component }>
}

/** What can be done with the configuration in force, side by side on the Model page. The first is shown unless the address names another. */
export const MODEL_SECTIONS: readonly ModelSection[] = [
  { id: 'edit', title: 'Edit', load: () => import('./EditSection.svelte') },
  {
    id: 'templates',
    title: 'Templates',
    load: () => import('./templates/TemplatesSection.svelte'),
  },
  {
    id: 'compare',
    title: 'Side by side',
    load: () => import('./compare/CompareSection.svelte'),
  },
  { id: 'test', title: 'Test a record', load: () => import('./record/RecordSection.svelte') },
  { id: 'versions', title: 'Versions', load: () => import('./VersionsSection.svelte') },
]

export const sectionOf = (id: string): ModelSection =>
  MODEL_SECTIONS.find((section) => section.id === id) ?? (MODEL_SECTIONS[0] as ModelSection)
