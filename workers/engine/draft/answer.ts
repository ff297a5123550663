import type { Day } from '../../../src/core/brand.ts'
import { checkConfiguration } from '../../../src/core/model/read/restore.ts'
import { differingExamples } from '../../../src/core/score/examples.ts'
import { Refused } from '../../../src/store/problems.ts'
import type {
  DraftParts,
  DraftTopic,
  DraftTopics,
  EffectAnswer,
  EffectQuestion,
  FactorPicture,
  FactorQuestion,
  MovesPage,
  MovesQuestion,
  PartsQuestion,
} from '../../protocol/draft.ts'
import { PAGE_ROWS } from '../../protocol/figures.ts'
import { partsOf } from '../model-detail.ts'
import type { DayView } from '../day-view.ts'
import { knownTypes, type OpenWorkspace } from '../open-workspace.ts'
import type { Session } from '../session.ts'
import { sideBySide } from '../side-by-side.ts'
import { filledTemplate } from '../templates.ts'
import { traceRecord } from '../test-record.ts'
import { effectOf, movesPage } from './effect.ts'
import { factorEvidence } from './evidence.ts'
import { factorPicture } from './factor-picture.ts'
import { effectHistory } from './history.ts'
import { judgeBoth } from './judge.ts'
import { textsOf } from './texts.ts'

type Answers = {
  readonly [Topic in DraftTopic]: (
    session: Session,
    asked: DraftTopics[Topic]['asked'],
  ) => Promise<DraftTopics[Topic]['answer']>
}

const ANSWERS: Answers = {
  effect: answerEffect,
  moves: answerMoves,
  parts: answerParts,
  factor: answerFactor,
  evidence: looking(factorEvidence),
  texts: looking(textsOf),
  history: async (session, asked) => effectHistory(await session.current(), asked),
  template: looking(filledTemplate),
  compare: looking(sideBySide),
  record: looking(traceRecord),
}

function looking<Asked extends { readonly day: Day }, Answer>(
  answer: (open: OpenWorkspace, view: DayView, asked: Asked) => Promise<Answer>,
) {
  return async (session: Session, asked: Asked): Promise<Answer> => {
    const { open, view } = await session.view(namesOf(asked.day))
    return answer(open, view, asked)
  }
}

/** What a configuration that is not in force would do. Changes nothing. */
export const answerDraft = <Topic extends DraftTopic>(
  session: Session,
  topic: Topic,
  asked: DraftTopics[Topic]['asked'],
): Promise<DraftTopics[Topic]['answer']> => ANSWERS[topic](session, asked)

async function answerEffect(session: Session, asked: EffectQuestion): Promise<EffectAnswer> {
  const current = await session.current()
  const checked = checkConfiguration(asked.after, { columns: knownTypes(current.deliveries) })
  if (!checked.ok) return { loads: false, problems: checked.problems }
  const { warnings } = checked.value
  if (asked.day === null) return { loads: true, warnings, effect: null }
  const { open, view } = await session.view(namesOf(asked.day))
  const sides = await judgeBoth(open, view.at, asked)
  return { loads: true, warnings, effect: await effectOf(open, view, sides, asked) }
}

async function answerMoves(session: Session, asked: MovesQuestion): Promise<MovesPage> {
  const { open, view } = await session.view(namesOf(asked.day))
  return movesPage(view, await judgeBoth(open, view.at, asked), asked)
}

async function answerParts(
  session: Session,
  { day, configuration }: PartsQuestion,
): Promise<DraftParts> {
  const open = await session.current()
  const differing = differingExamples(configuration, knownTypes(open.deliveries))
  const examples = differing.slice(0, PAGE_ROWS)
  if (day === null) return { ...partsOf(configuration, null, -1), examples }
  const at = placeOf(open.portfolio.at(day))
  const scorer = await open.drafts.scores(configuration).scorerAt(at)
  return { ...partsOf(configuration, scorer, at), examples }
}

async function answerFactor(session: Session, asked: FactorQuestion): Promise<FactorPicture> {
  const { open, view } = await session.view(namesOf(asked.day))
  const sheet = await open.drafts.scores(asked.configuration).scored(view.at)
  return factorPicture(view, sheet, asked)
}

/** Names, keys and rows are the same however the scores are seen. */
const namesOf = (day: Day) => ({ day, since: null, seen: 'restated' as const })

function placeOf(at: number): number {
  if (at < 0) throw new Refused({ code: 'no-such-snapshot' })
  return at
}
