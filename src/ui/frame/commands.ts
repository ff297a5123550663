import { labelOf } from '../../core/model/label.ts'
import { COMPARED_DAYS, writeComparison } from '../../state/comparison.ts'
import { toIsoDay } from '../../state/days.ts'
import { PAGES, type Page, type Query } from '../../state/route.svelte.ts'
import type { Session } from '../../state/session.svelte.ts'
import { THEMES, type ThemeName } from '../../state/theme.svelte.ts'
import { viewQuery } from '../../state/views.ts'
import type { AppContext } from '../app-context.ts'
import { MODEL_SECTIONS } from '../model/sections.ts'
import { PAGE_ENTRIES } from '../pages.ts'
import { saveAnswer } from '../parts/download.ts'
import { comparisonWords } from '../words/comparison.ts'
import { actWords } from '../words/undo.ts'
import { chooseFiles } from './choose-files.ts'
import type { Command } from './find-commands.ts'

/** Everything but the accounts, which are searched. */
export const commandsOf = (app: AppContext, onshortcuts: () => void): readonly Command[] => [
  ...pageCommands(app.session),
  ...viewCommands(app.session),
  ...app.session.offers.list.map(({ name, run }) => action(name, run)),
  ...undoCommands(app),
  ...fileCommands(app),
  ...lookCommands(app.session),
  ...workspaceCommands(app),
  ...preferenceCommands(app, onshortcuts),
]

const action = (name: string, run: () => unknown): Command => ({
  name,
  kind: 'Action',
  run: () => void run(),
})

/** What is on its way in has no page of its own before it is chosen. */
const ARRIVING: readonly Page[] = ['account', 'import', 'configuration', 'restore', 'start']

const pageCommands = ({ route }: Session): readonly Command[] => {
  const to = (name: string, page: Page, query: Query = {}): Command => ({
    name,
    kind: 'Page',
    run: () => route.go(page, query),
  })
  return [
    ...PAGES.filter((page) => !ARRIVING.includes(page)).map((page) =>
      to(PAGE_ENTRIES[page].title, page),
    ),
    ...MODEL_SECTIONS.slice(1).map(({ id, title }) => to(`Model: ${title}`, 'model', { view: id })),
  ]
}

const viewCommands = ({ configuration, route }: Session): readonly Command[] =>
  (configuration?.views ?? []).map((view) => ({
    name: labelOf(view),
    kind: 'View',
    run: () => route.go('accounts', viewQuery(view)),
  }))

const undoCommands = ({ session, sample }: AppContext): readonly Command[] => {
  if (sample.isAside) return [action('Undo: Removed the sample data', () => sample.bringBack())]
  if (session.wayBack) return [action(`Undo: ${session.wayBack.did}`, () => session.undo())]
  const undo = session.opened?.undo
  return undo ? [action(`Undo: ${actWords(undo)}`, () => session.undo())] : []
}

function fileCommands({ session }: AppContext): readonly Command[] {
  const { engine, day, configuration, opened } = session
  const scores =
    day === null || !configuration
      ? []
      : [action('Export scores', () => saveAnswer(session, () => engine.exportScores(day)))]
  const model = configuration
    ? [
        action('Export configuration', () =>
          saveAnswer(session, () => engine.exportConfiguration()),
        ),
      ]
    : []
  const stored = opened?.workspace
    ? [action('Back up', () => saveAnswer(session, () => engine.backUp()))]
    : []
  return [
    action('Import files', chooseFiles),
    ...scores,
    ...model,
    ...stored,
    action('Restore a backup', chooseFiles),
    action('Print this page', () => print()),
  ]
}

function lookCommands(session: Session): readonly Command[] {
  const { route, earlier, later, seen, configuration } = session
  if (!session.hasData) return []
  const show = (name: string, query: Query) => action(name, () => route.show(query))
  const days = [
    ...(earlier === null ? [] : [show('Earlier snapshot', { day: toIsoDay(earlier) })]),
    ...(later === null ? [] : [show('Later snapshot', { day: toIsoDay(later) })]),
    ...(later === null ? [] : [show('Newest snapshot', { day: null })]),
  ]
  if (days.length === 0) return []
  const compared = [
    { with: 'last' } as const,
    ...COMPARED_DAYS.map((count) => ({ with: 'days', days: count }) as const),
    { with: 'quarter' } as const,
  ].map((comparison) =>
    show(`Compare with ${comparisonWords(comparison)}`, { since: writeComparison(comparison) }),
  )
  const other =
    seen === 'recorded'
      ? show('Show scores restated', { seen: 'restated' })
      : show('Show scores as recorded', { seen: null })
  return [...days, ...compared, ...(configuration ? [other] : [])]
}

function workspaceCommands({ session, sample }: AppContext): readonly Command[] {
  const { opened, route } = session
  const others = (opened?.workspaces ?? []).filter(({ id }) => id !== opened?.workspace?.id)
  const open = async (id: (typeof others)[number]['id']) => {
    await session.open(id)
    route.go('overview', { day: null })
  }
  const hasSample = opened?.workspaces.some(({ kind }) => kind === 'sample')
  return [
    ...others.map(({ id, name }) => action(`Open ${name}`, () => open(id))),
    ...(hasSample ? [] : [action('Open sample data', () => sample.open())]),
    ...(sample.shown ? [action('Remove sample data', () => sample.remove())] : []),
  ]
}

const THEME_NAMES: Readonly<Record<ThemeName, string>> = {
  system: 'Theme: as the system has it',
  light: 'Theme: light',
  dark: 'Theme: dark',
}

const preferenceCommands = (
  { preferences, theme }: AppContext,
  onshortcuts: () => void,
): readonly Command[] => [
  ...THEMES.filter((name) => name !== theme.name).map((name) =>
    action(THEME_NAMES[name], () => theme.choose(name)),
  ),
  action(preferences.isDense ? 'Usual rows' : 'Dense rows', () =>
    preferences.choose('isDense', !preferences.isDense),
  ),
  action(preferences.listAsPages ? 'Show accounts as one list' : 'Show accounts as pages', () =>
    preferences.choose('listAsPages', !preferences.listAsPages),
  ),
  action('Shortcuts', onshortcuts),
  action(preferences.singleKeys ? 'Turn single keys off' : 'Turn single keys on', () =>
    preferences.choose('singleKeys', !preferences.singleKeys),
  ),
]
