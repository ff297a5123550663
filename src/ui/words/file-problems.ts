import { assertNever, type BinaryKind, type FileProblem } from '../../core/problem.ts'
import { formatBytes, formatCount } from '../parts/format.ts'
import type { ProblemWords } from './problems.ts'

/** Why a whole file cannot be imported. */
export function fileProblemWords(problem: FileProblem): ProblemWords {
  switch (problem.code) {
    case 'empty-file':
      return words('The file is empty.', 'Export it again, and see that it holds rows.')
    case 'no-rows':
      return words(
        'There are no rows below the column names.',
        'Export it again without a filter that leaves nothing, or choose another row of names.',
      )
    case 'not-text':
      return words(
        `This is ${BINARY[problem.kind].is}, not a table in text.`,
        BINARY[problem.kind].advice,
      )
    case 'undecodable':
      return words(
        `This browser cannot read the encoding ${problem.encoding}.`,
        'Choose another encoding.',
      )
    case 'line-too-long':
      return atLine(
        problem.line,
        `A row is longer than ${formatCount(problem.limit)} characters.`,
        'Look for a quotation mark that is never closed.',
      )
    case 'too-many-columns':
      return words(
        `The file has ${formatCount(problem.found)} columns; at most ${formatCount(problem.limit)} can be read.`,
        'Export fewer columns, or choose another separator.',
      )
    case 'inflates-too-far':
      return words(
        `The compressed file grows beyond ${formatBytes(problem.limit)} when it is unpacked.`,
        'Unpack it, see that it holds a table, and choose the CSV itself.',
      )
    case 'damaged-gzip':
      return words(
        'The compressed file is damaged: it cannot be unpacked to its end.',
        'Fetch it again, or unpack it elsewhere and choose the CSV.',
      )
    case 'unreadable-file':
      return words(
        `The file could not be read: ${problem.message}`,
        'It may have been moved or changed meanwhile. Choose it again.',
      )
    case 'key-not-found':
      return words(
        `There is no column “${problem.column}”, which names the accounts.`,
        'Choose the column that holds the account key.',
      )
    case 'no-keys':
      return words(
        `The column “${problem.column}” is empty throughout, so no row can be told apart.`,
        'Choose another account key.',
      )
    case 'keys-collide':
      return words(
        `Compared by the rule “${problem.rule}”, different keys would become one account: ${someKeys(problem.keys)}.`,
        'Choose another rule or another account key.',
      )
    case 'import-died':
      return words(
        'The part of Hale that reads files stopped by itself; the browser may have run out of memory. Nothing of this file was imported.',
        'Close what else is open in the browser, and choose the file again.',
      )
    case 'import-running':
      return words(
        'Another tab is importing a file.',
        'Wait until it is done, or cancel it there, and press Import again.',
      )
    default:
      return assertNever(problem)
  }
}

const BINARY: { readonly [kind in BinaryKind]: { readonly is: string; readonly advice: string } } =
  {
    xlsx: spreadsheet('an Excel workbook'),
    xls: spreadsheet('an old Excel workbook'),
    ods: spreadsheet('an OpenDocument spreadsheet'),
    numbers: {
      is: 'a Numbers document',
      advice: 'Open it in Numbers, export it as CSV (UTF-8), and choose that.',
    },
    archive: { is: 'a compressed archive', advice: 'Unpack it and choose the CSV inside.' },
    zip: { is: 'a ZIP archive', advice: 'Unpack it and choose the CSV inside.' },
    gzip: { is: 'a gzip archive', advice: 'Unpack it and choose the CSV inside.' },
    pdf: { is: 'a PDF', advice: 'Export the table as CSV where the PDF came from.' },
    image: { is: 'an image', advice: 'Export the table itself as CSV.' },
    json: { is: 'JSON', advice: 'Export the table as CSV.' },
    html: {
      is: 'a web page',
      advice: 'Export the table as CSV; a sign-in page may have been saved instead.',
    },
    xml: {
      is: 'XML',
      advice:
        'Export the table as CSV; what a spreadsheet saved as XML it can open, and save as CSV UTF-8.',
    },
    rtf: { is: 'a text document with formats (RTF)', advice: 'Save it as plain text or CSV.' },
    binary: { is: 'a binary file', advice: 'Export the table as CSV.' },
  }

function spreadsheet(is: string) {
  return { is, advice: 'Open it in a spreadsheet, save the sheet as CSV UTF-8, and choose that.' }
}

const words = (what: string, advice: string): ProblemWords => ({ what, where: null, advice })

const atLine = (line: number, what: string, advice: string): ProblemWords => ({
  what,
  where: `Line ${formatCount(line)}`,
  advice,
})

const KEYS_NAMED = 4

function someKeys(keys: readonly string[]): string {
  const named = keys.slice(0, KEYS_NAMED).map((key) => `“${key}”`)
  const more = keys.length - named.length
  return more > 0 ? `${named.join(', ')} and ${formatCount(more)} more` : named.join(', ')
}
