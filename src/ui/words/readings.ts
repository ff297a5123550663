import { assertNever } from '../../core/problem.ts'
import type { CellFormat, DateCount } from '../../core/table/value/format.ts'
import type { Reading, ReadingQuestion } from '../../../workers/protocol/review.ts'
import { formatCell, formatCount, formatExact, plural } from '../parts/format.ts'

/** One answer: what an example becomes, and what that means. */
export interface ReadingWords {
  readonly label: string
  readonly consequence: string
}

/** What is asked, around the name of the column. */
export interface QuestionWords {
  readonly before: string
  /** A cell, as the file has it. */
  readonly example: string
  readonly between: string
  readonly after: string
  readonly note: string
}

export function questionWords(question: ReadingQuestion): QuestionWords {
  switch (question.about) {
    case 'marks':
      return asked(question, 'The whole column can be read in two ways.')
    case 'percent':
      return asked(question, 'Every value has a percent sign.')
    case 'sides':
      return asked(question, 'Its amounts are marked CR or DR.')
    case 'months':
      return asked(question, 'Its values name months, not days.')
    case 'counted-days':
      return asked(question, 'Its name speaks of days, and all values are of their size.')
    case 'currencies':
      return {
        before: 'More than one currency in ',
        example: '',
        between: '',
        after: `: ${currencyCounts(question)}`,
        note: 'They are not added up. Only one of them can be a number.',
      }
    case 'mostly':
      return {
        before: `${plural(question.others ?? 0, 'cell is', 'cells are')} no ${isOfDates(question) ? 'date' : 'number'}, such as `,
        example: question.example,
        between: ': ',
        after: ' is text',
        note: 'Text is not added up, and counts in a score only where its words have an order.',
      }
    default:
      return assertNever(question.about)
  }
}

/** The columns that the same answer settles. */
export function alikeWords(names: readonly string[]): string {
  if (names.length === 0) return ''
  const others = names.length > MOST_NAMES ? `, and ${names.length - MOST_NAMES} more` : ''
  return `The same for ${names.slice(0, MOST_NAMES).join(', ')}${others}.`
}

const MOST_NAMES = 5

const isOfDates = ({ readings }: ReadingQuestion): boolean =>
  readings.some(({ type }) => type === 'date')

function asked({ example, readings }: ReadingQuestion, note: string): QuestionWords {
  const or = readings.map(({ cell }) => cellWords(cell)).join(' or ')
  return { before: 'Is ', example, between: ' in ', after: ` ${or}?`, note }
}

const currencyCounts = ({ currencies = [] }: ReadingQuestion): string =>
  currencies
    .map(({ currency, count }) => `${currency || 'without a sign'} ${formatCount(count)}`)
    .join(', ')

const cellWords = (cell: Reading['cell']): string =>
  cell.type === 'number' ? formatExact(cell.value) : formatCell(cell)

export function readingWords(
  question: ReadingQuestion,
  { type, format, cell }: Reading,
): ReadingWords {
  switch (question.about) {
    case 'marks':
      return { label: cellWords(cell), consequence: marksWords(question.example, format) }
    case 'percent':
      return {
        label: cellWords(cell),
        consequence: format.percent ? 'a share of 1' : 'the number as written',
      }
    case 'sides':
      return {
        label: cellWords(cell),
        consequence: format.negative ? 'debits are negative' : 'credits are negative',
      }
    case 'months':
      return {
        label: cellWords(cell),
        consequence: type === 'date' ? 'the first day of the month' : 'text',
      }
    case 'counted-days':
      return {
        label: cellWords(cell),
        consequence: type === 'date' ? COUNT_WORDS[format.date as DateCount] : 'a number',
      }
    case 'currencies':
      return currencyWords(question, format)
    case 'mostly':
      return type === 'text'
        ? { label: 'Text', consequence: 'no cell is lost' }
        : {
            label: type === 'date' ? 'Dates' : 'Numbers',
            consequence: `${plural(question.others ?? 0, 'other cell')} missing`,
          }
    default:
      return assertNever(question.about)
  }
}

const marksWords = (example: string, { decimal = '.', group = '' }: CellFormat): string =>
  example.includes(decimal) ? `“${decimal}” is the decimal mark` : `“${group}” parts thousands`

const COUNT_WORDS: { readonly [count in DateCount]: string } = {
  excel: 'days as Excel counts them',
  seconds: 'seconds since 1970, in UTC',
  milliseconds: 'milliseconds since 1970, in UTC',
  yyyymmdd: 'year, month, day',
  month: 'the first day of the month',
}

function currencyWords({ currencies = [] }: ReadingQuestion, format: CellFormat): ReadingWords {
  const { currency } = format
  if (currency === undefined) return { label: 'Keep as text', consequence: 'no value is lost' }
  const isRead = (one: string): boolean => one === '' || one === currency
  const others = currencies
    .filter((one) => !isRead(one.currency))
    .reduce((sum, { count }) => sum + count, 0)
  return {
    label: `Only ${currency}`,
    consequence: `numbers; ${plural(others, 'other amount')} missing`,
  }
}
