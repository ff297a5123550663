export const csvBlob = (...parts: readonly string[]): Blob =>
  new Blob([...parts], { type: 'text/csv;charset=utf-8' })
