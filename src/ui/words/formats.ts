import type { ColumnType } from '../../core/table/column.ts'
import { DATE_COUNTS, type CellFormat, type DateFormat } from '../../core/table/value/format.ts'
import { DATE_CHOICES, numberChoices, numbersOf, numberValueOf, type Choice } from './dialect.ts'

const COUNT_LABELS: { readonly [count in (typeof DATE_COUNTS)[number]]: string } = {
  excel: 'Excel days',
  seconds: 'Unix seconds',
  milliseconds: 'Unix ms',
  yyyymmdd: 'yyyymmdd',
  month: 'Months',
}

const SHARE = 'percent-share'
const NUMBER = 'percent-number'
const BY_NAME = 'months'

/** The ways in which a column of a type may be written. Text and yes/no have one. */
export function formatChoices(type: ColumnType, format: CellFormat): readonly Choice[] {
  if (type === 'number') {
    const shares: Choice[] =
      format.percent === undefined
        ? []
        : [
            { value: SHARE, label: '12 % is 0.12' },
            { value: NUMBER, label: '12 % is 12' },
          ]
    return [...shares, ...numberChoices]
  }
  if (type !== 'date') return []
  return [
    ...(format.months === undefined
      ? []
      : [{ value: BY_NAME, label: languageName(format.months) }]),
    ...DATE_CHOICES,
    ...DATE_COUNTS.map((value) => ({ value, label: COUNT_LABELS[value] })),
  ]
}

/** The choice that holds. */
export function formatValue(type: ColumnType, format: CellFormat): string {
  if (type === 'date') return format.months === undefined ? (format.date ?? 'ymd') : BY_NAME
  if (format.percent !== undefined) return format.percent ? SHARE : NUMBER
  return numberValueOf(format) ?? ''
}

/** What a choice makes of a format; other parts of it stay. */
export function withChoice(type: ColumnType, format: CellFormat, value: string): CellFormat {
  const {
    decimal: _d,
    group: _g,
    date: _t,
    months,
    calendar,
    percent,
    currency,
    ...others
  } = format
  const kept = { ...others, ...(currency === undefined ? {} : { currency }) }
  if (type === 'date')
    return value === BY_NAME
      ? { ...kept, ...(months === undefined ? {} : { months }) }
      : { ...kept, ...(calendar ? { calendar } : {}), date: value as DateFormat }
  if (value === SHARE || value === NUMBER) return { ...format, percent: value === SHARE }
  return { ...kept, ...(percent === undefined ? {} : { percent }), ...numbersOf(value) }
}

const languageName = (language: string): string => {
  const name = new Intl.DisplayNames(undefined, { type: 'language' }).of(language) ?? language
  return `months in ${name}`
}
