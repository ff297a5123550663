// Made when first needed: it takes its time.
let instants: Intl.DateTimeFormat | undefined

/** When something happened, in the person's zone: 31 Oct 2026, 14:05. An instant that cannot be read stands as it is. */
export function formatInstant(iso: string): string {
  const time = Date.parse(iso)
  instants ??= new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  return Number.isNaN(time) ? iso : instants.format(time)
}
