import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Configuration, Factor, Scale } from '../../src/core/model/configuration.ts'
import { success } from '../../src/core/problem.ts'
import type { DraftTopic, DraftTopics, KeptDraft } from '../../workers/protocol/draft.ts'
import type { Engine } from '../../workers/protocol/engine.ts'
import { showApp } from '../support/app.ts'
import { draftAnswer, draftParts, factorPicture } from '../support/draft-answers.ts'
import { moreAnswers } from '../support/more-answers.ts'
import { configuration, opened } from '../support/portfolio.ts'

beforeEach(() => page.viewport(1440, 1000))

type Answers = Partial<{ readonly [T in DraftTopic]: DraftTopics[T]['answer'] }>

async function edit(at: string, saved: Configuration = configuration, answers: Answers = {}) {
  const keepDraft = vi.fn((_draft: KeptDraft | null) => Promise.resolve(success(null)))
  const ask = (topic: DraftTopic, asked: unknown) =>
    topic in answers ? Promise.resolve(success(answers[topic])) : draftAnswer(topic, asked)
  const shown = await showApp(`#/model?at=${at}`, {
    opened: opened({ configuration: saved }),
    answers: { ...moreAnswers(), keepDraft, draft: ask as Engine['draft'] },
  })
  const draft = () => keepDraft.mock.lastCall?.[0]?.steps.at(-1)
  return { ...shown, draft }
}

const withScale = (scale: Scale): Configuration => {
  const [model] = configuration.models
  const [usage, ...groups] = model!.groups
  const [first, ...factors] = usage!.factors as readonly [Factor, ...Factor[]]
  const changed = { ...usage!, factors: [{ ...first, scale }, ...factors] }
  return { ...configuration, models: [{ ...model!, groups: [changed, ...groups] }] }
}

test('a group takes the mean of its factors, or the lowest or highest of them', async () => {
  const { screen, draft } = await edit('groups.main.usage')
  const rollup = screen.getByRole('combobox', { name: /score is$/ })
  await rollup.selectOptions('The lowest of its factors')
  await expect.poll(() => draft()?.models[0]?.groups[0]?.rollup).toBe('lowest')
  await rollup.selectOptions('The weighted mean of its factors')
  await expect.poll(() => draft()?.models[0]?.groups[0]).not.toHaveProperty('rollup')
})

test('a derived column is added, named and computed, and a factor can read it', async () => {
  const { screen, draft } = await edit('bands')
  await screen.getByRole('button', { name: 'Add a derived column' }).click()
  await screen.getByRole('textbox', { name: 'Name' }).fill('ARR in thousands')
  await screen.getByRole('textbox', { name: 'Computed as' }).fill('arr / 1000')
  await expect.element(screen.getByText('ARR divided by 1,000')).toBeVisible()
  await expect
    .poll(() => draft()?.derived)
    .toEqual([{ id: 'column', name: 'ARR in thousands', expression: 'arr / 1000' }])
  await screen.getByRole('button', { name: 'Factor', exact: true }).click()
  const dialog = screen.getByRole('dialog', { name: 'New factor' })
  await dialog.getByRole('combobox', { name: 'It reads' }).selectOptions('ARR in thousands')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect
    .poll(() => draft()?.models[0]?.groups[0]?.factors.at(-1))
    .toMatchObject({ name: 'ARR in thousands', input: 'column' })
})

test('each value of a category gets its points beside how many have it, and those found are added', async () => {
  const scale = { type: 'categories', map: { Pro: 80 }, otherwise: null } as const
  const words = [
    { text: 'pro', accounts: 40 },
    { text: 'Team', accounts: 12 },
    { text: '__proto__', accounts: 1 },
  ]
  const { screen, draft } = await edit('factors.main.seat_use', withScale(scale), {
    factor: factorPicture({ type: 'text', words }),
  })
  const saved = () => draft()?.models[0]?.groups[0]?.factors[0]?.scale
  await expect.element(screen.getByRole('row', { name: /^Pro 40/ })).toBeVisible()
  await screen.getByRole('spinbutton', { name: 'Points of Pro' }).fill('90')
  await screen.getByRole('button', { name: 'Add 2 values found' }).click()
  await screen.getByRole('combobox', { name: 'Other values' }).selectOptions('get points')
  await screen.getByRole('button', { name: 'Take Team away' }).click()
  await expect
    .poll(() => saved() && Object.entries((saved() as typeof scale).map))
    .toEqual([
      ['Pro', 90],
      ['__proto__', 50],
    ])
  expect(saved()).toMatchObject({ otherwise: 0 })
})

test('a step is added, moved, given points and taken away', async () => {
  const scale = { type: 'steps', at: [10, 20], scores: [0, 50, 100] } as const
  const { screen, draft } = await edit('factors.main.seat_use', withScale(scale))
  const saved = () => draft()?.models[0]?.groups[0]?.factors[0]?.scale
  await screen.getByRole('button', { name: 'Step', exact: true }).click()
  await expect.poll(saved).toEqual({ type: 'steps', at: [10, 20, 30], scores: [0, 50, 100, 100] })
  await screen.getByRole('spinbutton', { name: 'Step 3 begins at' }).fill('45')
  await screen.getByRole('spinbutton', { name: 'Points of step 2' }).fill('70')
  await screen.getByRole('spinbutton', { name: 'Points below the first step' }).fill('5')
  await screen.getByRole('button', { name: 'Take step 1 away' }).click()
  await expect.poll(saved).toEqual({ type: 'steps', at: [20, 45], scores: [5, 70, 100] })
})

test('a model says for whom it is, how many it scores, and how many none does', async () => {
  const models = [
    { ...configuration.models[0]!, id: 'small', name: 'Small', appliesTo: 'arr < 1000' },
    configuration.models[0]!,
  ]
  const { screen } = await edit(
    'models.small',
    { ...configuration, models },
    { parts: { ...draftParts(), models: [{ accounts: 31 }, { accounts: 1 }], none: 3 } },
  )
  await expect.element(screen.getByText('31 accounts · 3 accounts with none')).toBeVisible()
  await expect.element(screen.getByText('3 accounts without a model: not scored.')).toBeVisible()
  const list = screen.getByRole('region', { name: 'Models' })
  await expect.element(list.getByText('31 accounts')).toBeVisible()
  await expect.element(list.getByText('1 account', { exact: true })).toBeVisible()
  await screen
    .getByRole('checkbox', { name: 'For all accounts that no earlier model takes' })
    .click()
  await expect
    .element(screen.getByRole('textbox', { name: 'Applies to accounts where' }))
    .not.toBeInTheDocument()
})

test('the picture of a scale is there as a table, with what every stretch scores', async () => {
  const { screen } = await edit('factors.main.seat_use')
  await screen.getByRole('button', { name: /^Show table: / }).click()
  const table = screen.getByRole('table', { name: /^Seats in use: / })
  await expect
    .element(table.getByRole('row', { name: '40 to 50 40 40.0 to 50.0 40.0 to 50.0' }))
    .toBeVisible()
  await screen.getByRole('spinbutton', { name: '100 points at', exact: true }).fill('50')
  await expect
    .element(table.getByRole('row', { name: '40 to 50 40 40.0 to 50.0 80.0 to 100.0' }))
    .toBeVisible()
})

test('evidence says who has the input, how fresh it is, and how it told who left', async () => {
  const { screen } = await edit('factors.main.seat_use')
  await expect
    .element(screen.getByText(/accounts have it/))
    .toHaveTextContent(
      /202 of 212 accounts have it\. Seats was last delivered for .* the one without scores higher here in 78 \(23 yes, 189 no since .*, scored 90 days before\)\./,
    )
})

test('everybody who moves is listed page by page', async () => {
  const { screen } = await edit('factors.main.seat_use')
  await screen.getByRole('spinbutton', { name: 'Weight of Usage, number' }).fill('300')
  await screen.getByRole('button', { name: 'All 250 accounts' }).click()
  const dialog = screen.getByRole('dialog', { name: '250 accounts that move' })
  await expect
    .element(dialog.getByRole('link', { name: 'Account 200', exact: true }))
    .toBeInTheDocument()
  await expect.element(dialog.getByText('Page 1 of 2')).toBeVisible()
  await dialog.getByRole('button', { name: 'Next' }).click()
  await expect
    .element(dialog.getByRole('link', { name: 'Account 250', exact: true }))
    .toBeInTheDocument()
  expect(dialog.getByRole('link', { name: 'Account 1', exact: true }).elements()).toEqual([])
})

test('what is chosen in the list has the keys, and Escape leads back', async () => {
  const { screen } = await edit('factors.main.seat_use')
  const link = screen.getByRole('link', { name: 'CSAT', exact: true })
  await expect.element(link).toBeVisible()
  ;(link.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('heading', { name: 'CSAT' })).toHaveFocus()
  await userEvent.keyboard('{Tab}{Escape}')
  await expect.element(link).toHaveFocus()
})

test('another model that comes into force under a draft is said, with both ways out', async () => {
  const { screen, session, draft } = await edit('factors.main.seat_use')
  await screen.getByRole('spinbutton', { name: 'Weight of Usage, number' }).fill('60')
  const theirs = { ...configuration, name: 'Renamed' }
  session.refresh(opened({ configuration: theirs, configurationVersion: 9 }))
  const notice = screen.getByRole('alert', { name: 'Another model is in force' })
  await expect.element(notice).toHaveTextContent(/Model 9 came into force meanwhile/)
  await screen.getByRole('button', { name: /^Save as model/ }).click()
  expect(screen.getByRole('dialog').elements()).toEqual([])
  await notice.getByRole('button', { name: 'Keep mine on top' }).click()
  await expect
    .poll(() => [draft()?.name, draft()?.models[0]?.groups[0]?.weight])
    .toEqual(['Renamed', 60])
  await expect.element(notice).not.toBeInTheDocument()
})

test('examples hold or are broken under the draft, and say by what; one that is not wanted goes', async () => {
  const example = { values: { logins: 1 }, score: 12.5 }
  const examples = [
    { name: 'Silent giant', ...example },
    { name: 'Busy', ...example },
  ]
  const differing = {
    code: 'example-differs',
    place: 'examples[0].score',
    severity: 'warning',
    example: 'Silent giant',
    expected: '12.5',
    found: '40.2',
  } as const
  const { screen, draft } = await edit(
    'factors.main.seat_use',
    { ...configuration, examples },
    { parts: { ...draftParts(), examples: [differing] } },
  )
  const list = screen.getByRole('region', { name: 'Examples' })
  await expect.element(list.getByText('1 of 2 broken')).toBeVisible()
  await expect
    .element(list.getByRole('listitem').first())
    .toHaveTextContent('Silent giant Score 40.2, and says 12.5')
  await expect.element(list.getByRole('listitem').last()).toHaveTextContent('Busy Holds')
  await list.getByRole('button', { name: 'Take the example Busy away' }).click()
  await expect.poll(() => draft()?.examples?.map(({ name }) => name)).toEqual(['Silent giant'])
})
