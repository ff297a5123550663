const KEYS = {
  singleKeys: 'hale.single-keys',
  listAsPages: 'hale.list-as-pages',
  isDense: 'hale.list-dense',
} as const
type Choice = keyof typeof KEYS

const USUAL: Readonly<Record<Choice, boolean>> = {
  singleKeys: true,
  listAsPages: false,
  isDense: false,
}

const LISTS = {
  /** The columns of the list of accounts, in their order; none: the usual ones. */
  columns: 'hale.list-columns',
  /** Those that stay in sight beside the name. */
  pinned: 'hale.list-pinned',
  /** What is unfolded beside the list; none: the usual. */
  facets: 'hale.list-facets',
} as const
type List = keyof typeof LISTS

/** How the list of accounts is laid out; null and no widths: as usual. */
export interface Layout {
  readonly columns: readonly string[] | null
  readonly pinned: readonly string[] | null
  readonly widths: ReadonlyMap<string, number>
}
export const USUAL_LAYOUT: Layout = { columns: null, pinned: null, widths: new Map() }

const WIDTHS = 'hale.list-widths'

/** How a person likes to work, kept in this browser. */
export class Preferences {
  #chosen = $state.raw(USUAL)
  #lists = $state.raw<Readonly<Record<List, readonly string[] | null>>>({
    columns: null,
    pinned: null,
    facets: null,
  })
  #widths = $state.raw<ReadonlyMap<string, number>>(new Map())
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage
    this.#chosen = {
      singleKeys: this.#read('singleKeys'),
      listAsPages: this.#read('listAsPages'),
      isDense: this.#read('isDense'),
    }
    this.#lists = {
      columns: textsIn(this.#get(LISTS.columns)),
      pinned: textsIn(this.#get(LISTS.pinned)),
      facets: textsIn(this.#get(LISTS.facets)),
    }
    this.#widths = widthsIn(this.#get(WIDTHS))
  }

  /** Whether keys such as j work without Ctrl or Cmd: who speaks to the computer turns them off. */
  get singleKeys(): boolean {
    return this.#chosen.singleKeys
  }

  /** Whether long lists are shown page by page instead of as they are scrolled. */
  get listAsPages(): boolean {
    return this.#chosen.listAsPages
  }

  /** Whether rows of long lists stand closer. */
  get isDense(): boolean {
    return this.#chosen.isDense
  }

  /** Null where the person has chosen nothing. */
  list(name: List): readonly string[] | null {
    return this.#lists[name]
  }

  /** Of the columns whose width was chosen, in pixels. */
  get widths(): ReadonlyMap<string, number> {
    return this.#widths
  }

  get layout(): Layout {
    const { columns, pinned } = this.#lists
    return { columns, pinned, widths: this.#widths }
  }

  get isUsualLayout(): boolean {
    const { columns, pinned, widths } = this.layout
    return columns === null && (pinned ?? []).length === 0 && widths.size === 0
  }

  layOut({ columns, pinned, widths }: Layout): void {
    this.chooseList('columns', columns)
    this.chooseList('pinned', pinned)
    this.#chooseWidths(widths)
  }

  choose(choice: Choice, on: boolean): void {
    this.#chosen = { ...this.#chosen, [choice]: on }
    this.#set(KEYS[choice], on ? 'on' : 'off')
  }

  chooseList(name: List, texts: readonly string[] | null): void {
    this.#lists = { ...this.#lists, [name]: texts }
    this.#set(LISTS[name], JSON.stringify(texts))
  }

  /** Null gives a column its usual width again. */
  chooseWidth(column: string, width: number | null): void {
    const widths = new Map(this.#widths)
    if (width === null) widths.delete(column)
    else widths.set(column, Math.round(width))
    this.#chooseWidths(widths)
  }

  #chooseWidths(widths: ReadonlyMap<string, number>): void {
    this.#widths = widths
    this.#set(WIDTHS, JSON.stringify([...widths]))
  }

  #read(choice: Choice): boolean {
    const kept = this.#get(KEYS[choice])
    return kept === null ? USUAL[choice] : kept === 'on'
  }

  #get(key: string): string | null {
    try {
      return this.#storage.getItem(key)
    } catch {
      return null
    }
  }

  #set(key: string, value: string): void {
    try {
      this.#storage.setItem(key, value)
    } catch {
      // A private window may refuse to keep it: the choice then holds for this visit.
    }
  }
}

/** What something else wrote there is no choice. */
function parsed(kept: string | null): unknown {
  try {
    return kept === null ? null : (JSON.parse(kept) as unknown)
  } catch {
    return null
  }
}

function textsIn(kept: string | null): readonly string[] | null {
  const list = parsed(kept)
  return Array.isArray(list) && list.every((text) => typeof text === 'string') ? list : null
}

function widthsIn(kept: string | null): ReadonlyMap<string, number> {
  const list = parsed(kept)
  const pairs: readonly unknown[] = Array.isArray(list) ? list : []
  return new Map(
    pairs.flatMap((pair) => {
      if (!Array.isArray(pair)) return []
      const [column, width] = pair as readonly unknown[]
      return typeof column === 'string' && typeof width === 'number' ? [[column, width]] : []
    }),
  )
}
