import { keepAnswer, readAnswer } from '../../src/store/answers.ts'
import { orThrow } from '../portfolio/or-throw.ts'
import type { OpenWorkspace } from './open-workspace.ts'

/** What is asked of a whole portfolio whenever a page is opened. */
export interface KeptQuestion {
  /** Its name and what it is asked about. */
  readonly question: readonly [name: string, ...about: (string | number | null)[]]
  /** What a person may choose at will, such as an order: only the way that was asked last is kept. */
  readonly way?: unknown
}

/** An answer that was given before and would be the same again; null where there is none. */
export async function keptAnswer<T>(
  open: OpenWorkspace,
  asked: KeptQuestion,
  build: string,
): Promise<{ readonly value: T } | null> {
  const made = await madeOf(open, build)
  const found = orThrow(await readAnswer(open.store, { ...placeOf(open, asked), made }))
  return found && { value: found.answer as T }
}

/** A cache: nobody waits for it, nor hears that the disk is full. */
export async function keepAnswerOf(
  open: OpenWorkspace,
  asked: KeptQuestion,
  build: string,
  answer: unknown,
): Promise<void> {
  const made = await madeOf(open, build)
  await keepAnswer(open.store, { ...placeOf(open, asked), made, answer })
}

const placeOf = ({ workspace }: OpenWorkspace, { question, way = null }: KeptQuestion) => ({
  workspace: workspace.id,
  question: JSON.stringify(question),
  way: JSON.stringify(way),
})

/**
 * All that such an answer depends on: the code that made it, the deliveries, of which only the sums are ever changed, the configurations, which are only
 * appended, the one in force, and those that snapshots were recorded under.
 */
async function madeOf(
  { deliveries, versions, current, recorded }: OpenWorkspace,
  build: string,
): Promise<string> {
  const recordedUnder = (await recorded.versions()).map((one) => one?.record.version ?? 0)
  const live = deliveries.map(({ id, resummedAt = '' }) => `${id}${resummedAt}`)
  return [build, live, current?.version ?? 0, versions.length, recordedUnder].join(' ')
}
