import { assertNever } from '../../core/problem.ts'
import type { Relation } from '../../core/source/arrange-files.ts'

/** What a file is to the others that came with it. */
export function relationWords(relation: Relation): string {
  switch (relation.kind) {
    case 'accounts':
      return relation.by === null ? 'lists accounts' : `lists accounts, by ${relation.by}`
    case 'events':
      return `added up for each account, by ${relation.by}`
    case 'through':
      return `added up for each account, by way of ${relation.by} in ${relation.via}`
    case 'open':
      return `names ${relation.by}, and no file here says whose each is`
    default:
      return assertNever(relation)
  }
}
