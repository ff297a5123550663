import type { DeliveryId } from '../../src/core/brand.ts'
import { success, type Problem, type Result } from '../../src/core/problem.ts'
import type { ReadingPlan } from '../../src/core/source/plan.ts'
import type { ImportJob } from '../../src/state/import-state.ts'
import type { Importer, ImportHints, Progress, Published } from '../../workers/protocol/importer.ts'
import type { Inspection, Review, RoleChoices } from '../../workers/protocol/review.ts'
import type { ProblemPage, ProblemQuery } from '../../workers/protocol/problems.ts'
import { anInspection, aPublished, aReview, SOME_PROBLEMS } from './import-data.ts'
import { problemsUnder } from './problems-under.ts'

/** A call that a test answers when it likes. */
interface Pending<T> {
  answer(value: Result<T>): void
}

export interface StageCall extends Pending<Review> {
  readonly plan: ReadingPlan
  readonly roles: RoleChoices
  readonly progress: (progress: Progress) => void
}

/** An importer that keeps a diary, for tests. It answers by itself unless it is told to hold. */
export class FakeImporter implements Importer {
  readonly asked: ProblemQuery[] = []
  readonly inspected: { readonly file: File; readonly hints: ImportHints }[] = []
  readonly staged: StageCall[] = []
  /** The import that each was to be one act with. */
  readonly oneWith: (DeliveryId | null)[] = []
  readonly published: (Pending<Published> & { progress: (progress: Progress) => void })[] = []
  cancelled = false
  /** How often it was told that Import is pressed. */
  aheads = 0

  inspection: (file: File) => Result<Inspection> = (file) =>
    success(anInspection({ fileName: file.name }))
  review: (plan: ReadingPlan, roles: RoleChoices) => Result<Review> = (plan, roles) =>
    success(aReview({ plan, roles }))
  publication: Result<Published> = success(aPublished())
  /** Calls that wait for the test to answer them. */
  holds: readonly ('stage' | 'publish')[] = []

  inspect(file: File, hints: ImportHints): Promise<Result<Inspection>> {
    this.inspected.push({ file, hints })
    return Promise.resolve(this.inspection(file))
  }

  stage(
    plan: ReadingPlan,
    roles: RoleChoices,
    progress: (progress: Progress) => void,
  ): Promise<Result<Review>> {
    return new Promise((answer) => {
      this.staged.push({ plan, roles, progress, answer })
      if (!this.holds.includes('stage')) answer(this.review(plan, roles))
    })
  }

  writeAhead(): Promise<Result<null>> {
    this.aheads++
    return Promise.resolve(success(null))
  }

  publish(
    progress: (progress: Progress) => void,
    oneWith: DeliveryId | null = null,
  ): Promise<Result<Published>> {
    this.oneWith.push(oneWith)
    return new Promise((answer) => {
      this.published.push({ progress, answer })
      if (!this.holds.includes('publish')) answer(this.publication)
    })
  }

  rowProblems(): Promise<Result<Blob>> {
    return Promise.resolve(success(new Blob(['line,reason\n17,no key\n'])))
  }

  problemPage(query: ProblemQuery): Promise<Result<ProblemPage>> {
    this.asked.push(query)
    return Promise.resolve(success(problemsUnder(query, SOME_PROBLEMS)))
  }

  fillSample(progress: (progress: Progress) => void): Promise<Result<Published>> {
    progress({ phase: 'writing', share: 1, rows: 400 })
    return Promise.resolve(this.publication)
  }

  get job(): ImportJob {
    return { importer: this, cancel: () => (this.cancelled = true) }
  }
}

export const aFile = (name = 'accounts_march.csv'): File => new File(['account_id\n1\n'], name)

export const refused = (...problems: Problem[]): Result<never> => ({ ok: false, problems })
