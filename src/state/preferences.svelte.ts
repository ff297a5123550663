const KEYS = { singleKeys: 'hale.single-keys', listAsPages: 'hale.list-as-pages' } as const
type Choice = keyof typeof KEYS

const USUAL: Readonly<Record<Choice, boolean>> = { singleKeys: true, listAsPages: false }

/** How a person likes to work, kept in this browser. */
export class Preferences {
  #chosen = $state.raw(USUAL)
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage
    this.#chosen = { singleKeys: this.#read('singleKeys'), listAsPages: this.#read('listAsPages') }
  }

  /** Whether keys such as j work without Ctrl or Cmd: who speaks to the computer turns them off. */
  get singleKeys(): boolean {
    return this.#chosen.singleKeys
  }

  /** Whether long lists are shown page by page instead of as they are scrolled. */
  get listAsPages(): boolean {
    return this.#chosen.listAsPages
  }

  choose(choice: Choice, on: boolean): void {
    this.#chosen = { ...this.#chosen, [choice]: on }
    try {
      this.#storage.setItem(KEYS[choice], on ? 'on' : 'off')
    } catch {
      // A private window may refuse to keep it: the choice then holds for this visit.
    }
  }

  #read(choice: Choice): boolean {
    try {
      const kept = this.#storage.getItem(KEYS[choice])
      return kept === null ? USUAL[choice] : kept === 'on'
    } catch {
      return USUAL[choice]
    }
  }
}
