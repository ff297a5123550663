import { assertNever, type StoreProblem } from '../../core/problem.ts'
import type { ProblemWords } from './problems.ts'

/** Why something could not be stored or brought back. */
export function storeProblemWords(problem: StoreProblem): ProblemWords {
  switch (problem.code) {
    case 'storage-full':
      return words(
        'The browser has no room left for this. Nothing was changed.',
        'Free space on the disk, or back up and delete old snapshots on Data.',
      )
    case 'newer-database':
      return words(
        'What is stored here was written by a newer Hale. It is left untouched.',
        'Reload the page to get the newer version.',
      )
    case 'storage-failed':
      return words(
        `The browser could not store this: ${problem.message} Nothing was changed.`,
        'Try again; if it stays so, reload the page.',
      )
    case 'not-a-backup':
      return words('This file is no backup of Hale.', 'Choose a file that “Back up” has made.')
    case 'newer-backup':
      return words(
        `This backup was made by a newer Hale (format ${problem.found}, known are up to ${problem.known}).`,
        'Reload the page to get the newer version.',
      )
    case 'damaged-backup':
      return words(
        `The backup is damaged: ${problem.part} is not as it was written. Nothing was restored.`,
        'Choose another copy of it.',
      )
    case 'nothing-to-undo':
      return words('There is nothing to take back.', null)
    case 'no-configuration':
      return words(
        'There is no model yet, so there is nothing to show.',
        'Import a file, and Hale proposes one; or open a configuration.',
      )
    case 'no-such-snapshot':
      return words('There is no snapshot of this date.', 'Choose another date at the top.')
    case 'no-such-account':
      return words(
        'There is no such account in this snapshot.',
        'Go back to Accounts and choose one.',
      )
    case 'no-workspace':
      return words('There is nothing stored yet.', 'Import a file first.')
    default:
      return assertNever(problem)
  }
}

const words = (what: string, advice: string | null): ProblemWords => ({ what, where: null, advice })
