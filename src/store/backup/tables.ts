/** Small tables, each as a whole. No cache, nothing that was deleted, and no journal: what can be undone belongs to this browser. */
export const WHOLE_TABLES = [
  'keys',
  'configurations',
  'choices',
  'overrides',
  'notes',
  'manual',
  'plays',
] as const

/** All that a backup may hold. */
export const BACKED_UP_TABLES = [
  'workspaces',
  ...WHOLE_TABLES,
  'deliveries',
  'buffers',
  'recorded',
] as const
