import { toRawTextColumn } from './raw-text.ts'
import { typeTexts, type TypedColumn, type TypePlan } from './type-texts.ts'

/**
 * Reads columns that leave their marks open as the rest of the file writes numbers: a file is rarely written in two ways, and spreadsheets
 * part cells by semicolons where the comma is the decimal mark. They stay in doubt; `plans` are the columns' own, place by place.
 */
export function settleMarks(
  columns: readonly (TypedColumn | null)[],
  plans: readonly TypePlan[],
  delimiter: string,
): readonly (TypedColumn | null)[] {
  if (!columns.some((column) => column?.doubt?.kind === 'marks')) return columns
  const decimal = decimalOf(columns) ?? (delimiter === ';' ? ',' : null)
  if (decimal === null) return columns
  return columns.map((column, place) => {
    const plan = plans[place]
    return column && plan ? settled(column, plan, decimal) : column
  })
}

/** The decimal mark that the columns without doubt agree on; null where they do not, or write none. */
function decimalOf(columns: readonly (TypedColumn | null)[]): '.' | ',' | null {
  const marks = columns.flatMap((column) =>
    column?.type === 'number' && column.certain && column.format.decimal !== undefined
      ? [column.format.decimal]
      : [],
  )
  const [first = null] = marks
  return marks.every((mark) => mark === first) ? first : null
}

function settled(column: TypedColumn, plan: TypePlan, decimal: '.' | ','): TypedColumn {
  const { doubt } = column
  if (doubt?.kind !== 'marks' || doubt.formats[0]?.decimal === decimal) return column
  const format = doubt.formats.find((one) => one.decimal === decimal)
  if (!format) return column
  const texts = toRawTextColumn(column.column, column.raw)
  const formats = [format, ...doubt.formats.filter((one) => one !== format)]
  return { ...typeTexts(texts, { ...plan, format }), certain: false, doubt: { ...doubt, formats } }
}
