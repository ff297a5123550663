import { payloadIn } from './link-mark.ts'

/** The places of the app. What is shown there stands behind them: `#/accounts?q=north`, `#/account/17`. */
export const PAGES = [
  'start',
  'overview',
  'accounts',
  'account',
  'segments',
  'trends',
  'model',
  'how',
  'data',
  'import',
  'configuration',
  'restore',
] as const
export type Page = (typeof PAGES)[number]

export interface Place {
  readonly page: Page
  /** What follows the page: the account's index. */
  readonly part: string
  readonly query: ReadonlyMap<string, string>
}

/** The snapshot, the one it is compared with, and how both are scored: chosen once for all pages. */
const LOOK = ['day', 'since', 'seen'] as const

export type Query = Readonly<Record<string, string | null>>

interface Showing {
  readonly replace?: boolean
  readonly on?: Page
}

/** The address bar as state, so that Back works and a bookmark returns. An empty or unknown address is the overview. */
export class Route {
  #place = $state.raw<Place>(readPlace(''))
  #hasMoved = $state.raw(false)
  #link = $state.raw<string | null>(null)
  readonly #window: Window

  constructor(window: Window) {
    this.#window = window
    this.#place = this.#read()
    window.addEventListener('hashchange', this.#follow)
  }

  get place(): Place {
    return this.#place
  }

  get page(): Page {
    return this.#place.page
  }

  get part(): string {
    return this.#place.part
  }

  /** Whether anybody went anywhere since the visit began. */
  get hasMoved(): boolean {
    return this.#hasMoved
  }

  query(name: string): string {
    return this.#place.query.get(name) ?? ''
  }

  /** The address of a page. What is looked at goes along unless the query says otherwise. */
  href(page: Page, query: Query = {}, part = ''): string {
    const chosen = LOOK.flatMap((name) => {
      const value = this.#place.query.get(name)
      return value === undefined ? [] : [[name, value] as const]
    })
    return writePlace(page, part, { ...Object.fromEntries(chosen), ...query })
  }

  go(page: Page, query: Query = {}, part = ''): void {
    this.#window.location.hash = this.href(page, query, part)
    this.#hasMoved = true
    this.#follow()
  }

  /**
   * Changes what is shown here. Typing replaces the entry, so that Back does not go letter by letter. What an answer changes is
   * meant for the page that asked, `on`: nothing happens where one is elsewhere by then.
   */
  show(query: Query, { replace = false, on = this.page }: Showing = {}): void {
    const { page, part } = this.#place
    if (on !== page) return
    const address = writePlace(page, part, { ...Object.fromEntries(this.#place.query), ...query })
    if (replace) this.#window.history.replaceState(null, '', address)
    else this.#window.location.hash = address
    this.#follow()
  }

  /** The configuration that the address held, once. */
  takeLink(): string | null {
    const link = this.#link
    this.#link = null
    return link
  }

  close(): void {
    this.#window.removeEventListener('hashchange', this.#follow)
  }

  /** A configuration in the address is a proposal to look at, and leaves the address at once. */
  #read(): Place {
    const payload = payloadIn(this.#window.location.hash)
    if (payload !== null) {
      this.#link = payload
      this.#window.history.replaceState(null, '', writePlace('configuration', '', {}))
    }
    return readPlace(this.#window.location.hash)
  }

  readonly #follow = (): void => {
    const next = this.#read()
    if (next.page !== this.page || next.part !== this.part) this.#hasMoved = true
    this.#place = next
  }
}

export function readPlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [name = '', part = ''] = path.split('/')
  const page = PAGES.find((one) => one === name)
  return {
    page: page ?? 'overview',
    part: page ? decode(part) : '',
    query: page ? new Map(new URLSearchParams(search)) : new Map(),
  }
}

function writePlace(page: Page, part: string, query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value)
  const path = part === '' ? page : `${page}/${encodeURIComponent(part)}`
  return search.size > 0 ? `#/${path}?${search}` : `#/${path}`
}

/** A mangled address is read as it stands rather than refused. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
