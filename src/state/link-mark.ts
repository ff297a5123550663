/** An address that holds a configuration: `#/c=…`. */
export const LINK_MARK = '#/c='

/** What stands behind the mark; null for any other address. */
export const payloadIn = (hash: string): string | null =>
  hash.startsWith(LINK_MARK) ? hash.slice(LINK_MARK.length) : null
