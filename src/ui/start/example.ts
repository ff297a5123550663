/** What the sample shows on its Overview, as the start page's example. test/e2e/example.test.ts holds both beside each other. */
export const EXAMPLE = {
  accounts: 403,
  averageScore: 70.0,
  averageChange: -0.3,
  valueAtRisk: 1_750_000,
  valueChange: 46_300,
  bands: [
    { look: 'risk', name: 'At risk', accounts: 47 },
    { look: 'watch', name: 'Watch', accounts: 106 },
    { look: 'healthy', name: 'Healthy', accounts: 235 },
  ],
  /** The points of the groups of the first account. */
  groups: [
    { name: 'Usage', points: 9.9 },
    { name: 'Support', points: 8.6 },
    { name: 'Financial', points: 4.8 },
    { name: 'Relationship', points: 9.0 },
  ],
} as const

type ExampleLook = (typeof EXAMPLE.bands)[number]['look']

export interface ExampleRow {
  readonly name: string
  readonly look: ExampleLook
  readonly score: number
  readonly change: number | null
  readonly driver: string
  readonly history: readonly (number | null)[]
}

export const EXAMPLE_ROWS: readonly ExampleRow[] = [
  {
    name: 'Marlford Advisory',
    look: 'risk',
    score: 32.3,
    change: -6.8,
    driver: 'Overdue invoices 0 → 1',
    history: [null, null, null, null, null, 36.0, 46.0, 57.5, 38.6, 43.8, 39.1, 32.3],
  },
  {
    name: 'Norcombe Energy',
    look: 'watch',
    score: 53.2,
    change: -6.1,
    driver: 'Seats in use 34\u202f% → 24\u202f%',
    history: [88.6, 85.7, 89.1, 90.3, 88.1, 89.0, 84.9, 78.7, 73.8, 64.4, 59.3, 53.2],
  },
  {
    name: 'Carnford & Partners',
    look: 'risk',
    score: 23.6,
    change: 0.5,
    driver: 'Seats in use 5.1\u202f%: −18.0 points',
    history: [36.6, 31.7, 34.3, 33.0, 29.0, 24.5, 17.1, 25.6, 12.2, 10.5, 23.1, 23.6],
  },
  {
    name: 'Pelhurst Learning',
    look: 'watch',
    score: 53.7,
    change: null,
    driver: 'Seats in use 15\u202f%: −30.2 points',
    history: [null, null, null, null, null, null, null, null, null, null, null, 53.7],
  },
  {
    name: 'Haldwick Cold Chain',
    look: 'risk',
    score: 23.2,
    change: -0.5,
    driver: 'Urgent tickets 1 → 2',
    history: [50.9, 42.0, 15.3, 11.3, 19.7, 21.7, 21.2, 23.2, 25.6, 21.6, 23.7, 23.2],
  },
  {
    name: 'Jarèze Advisory',
    look: 'watch',
    score: 61.6,
    change: 4.6,
    driver: 'Days since the last contact +56\u202f%',
    history: [66.9, 66.4, 68.6, 69.0, 60.6, 61.2, 58.8, 65.4, 62.4, 56.8, 57.0, 61.6],
  },
  {
    name: 'Marlby Mutual',
    look: 'risk',
    score: 33.3,
    change: 8.4,
    driver: 'Days since the last contact +66\u202f%',
    history: [null, 34.1, 34.2, 36.4, 20.9, 27.3, 30.9, 29.9, 33.2, 31.1, 24.9, 33.3],
  },
  {
    name: 'Velstead Care',
    look: 'healthy',
    score: 77.9,
    change: 0.8,
    driver: 'Days since the last contact +148\u202f%',
    history: [null, null, null, 57.0, 80.2, 97.4, 86.5, 83.3, 81.8, 74.1, 77.1, 77.9],
  },
  {
    name: 'Yarstead Haulage',
    look: 'watch',
    score: 59.0,
    change: -1.3,
    driver: 'Open tickets 1 → 2',
    history: [89.3, 81.0, 52.7, 54.5, 47.1, 49.6, 50.3, 60.4, 61.8, 63.1, 60.3, 59.0],
  },
  {
    name: 'Aldgarth Foods',
    look: 'watch',
    score: 49.8,
    change: null,
    driver: 'Seats in use 16\u202f%: −29.2 points',
    history: [null, null, null, null, null, null, null, null, null, null, null, 49.8],
  },
  {
    name: 'Cromstead Polymers',
    look: 'watch',
    score: 63.4,
    change: -7.5,
    driver: 'Open tickets 1 → 7',
    history: [59.4, 39.0, 65.5, 63.4, 68.3, 71.1, 66.7, 64.8, 66.1, 72.2, 70.9, 63.4],
  },
  {
    name: 'Skelstrand College',
    look: 'risk',
    score: 35.6,
    change: -1.6,
    driver: 'Open tickets 2 → 3',
    history: [33.7, 44.4, 38.5, 39.3, 38.1, 37.7, 30.8, 26.7, 31.1, 33.9, 37.2, 35.6],
  },
]
