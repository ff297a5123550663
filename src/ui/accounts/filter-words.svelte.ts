import type { Configuration } from '../../core/model/configuration.ts'
import type { Session } from '../../state/session.svelte.ts'
import { vocabularyOf } from '../words/formula.ts'
import { subjectsOf } from '../words/subjects.ts'
import type { FilterWords } from './filter-context.ts'

const NO_MODEL: Configuration = {
  format: 'hale-config',
  version: 1,
  account: { key: '' },
  models: [],
  bands: [],
}

/** Follows what is open, and which snapshots are looked at. */
export class SessionFilterWords implements FilterWords {
  readonly #session: Session

  readonly subjects = $derived.by(() => {
    const { configuration, opened, day, since } = this.#session
    const days = day === null || since === null ? null : day - since
    return subjectsOf({ configuration, columns: opened?.columns ?? [], days })
  })
  readonly vocabulary = $derived.by(() =>
    vocabularyOf(this.#session.configuration ?? NO_MODEL, this.#session.opened?.columns),
  )

  constructor(session: Session) {
    this.#session = session
  }
}
