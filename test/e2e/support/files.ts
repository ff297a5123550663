import { csvFile, type ChosenFile } from './steps.ts'

export { loginsModel } from '../../support/logins-model.ts'

/** Small files for the stories, one month after the other. */

const HEADERS = 'Account ID,Name,Plan,ARR,Logins,Overdue'

export const januaryLines = [
  HEADERS,
  '00417,Brontë Foods,Pro,1000,80,0',
  '00418,"Castell & Moor, Ltd",Team,2000,90,2',
  '00419,Delph,Pro,3000,20,0',
  '1E5,Eastwick,Team,400,55,0',
]

/** 00417 and 00418 differ, 1E5 does not, 00419 is gone, 00500 is new; three lines cannot become accounts of their own. */
export const februaryLines = [
  HEADERS,
  '00417,Brontë Foods,Pro,1000,10,0',
  '00417,Brontë Foods,Pro,1000,40,0',
  '00418,"Castell & Moor, Ltd",Team,2000,95,2',
  '1E5,Eastwick,Team,400,55,0',
  ',Nobody’s row,Pro,1,1,0',
  '00500,Iveston,Pro,400,60,0',
  '00501,Jarrow,Pro,400,60,0,one cell too many',
]

export const csv = (name: string, lines: readonly string[]): ChosenFile =>
  csvFile(name, `${lines.join('\r\n')}\r\n`)

export const january = csv('accounts-2026-01-31.csv', januaryLines)
export const february = csv('accounts-2026-02-28.csv', februaryLines)

export const jsonFile = (name: string, value: unknown): ChosenFile => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
})
