export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeName = (typeof THEMES)[number]

const KEY = 'hale.theme'

/** Light, dark, or as the system has it. Kept in this browser, and said to the styles by `data-theme`. */
export class Theme {
  #name = $state.raw<ThemeName>('system')
  readonly #root: HTMLElement
  readonly #storage: Storage

  constructor(root: HTMLElement, storage: Storage) {
    this.#root = root
    this.#storage = storage
    this.#show(THEMES.find((name) => name === read(storage)) ?? 'system')
  }

  get name(): ThemeName {
    return this.#name
  }

  choose(name: ThemeName): void {
    this.#show(name)
    try {
      this.#storage.setItem(KEY, name)
    } catch {
      // A private window may refuse to keep it: the choice then holds for this visit.
    }
  }

  next(): void {
    this.choose(THEMES[(THEMES.indexOf(this.#name) + 1) % THEMES.length] ?? 'system')
  }

  #show(name: ThemeName): void {
    this.#name = name
    if (name === 'system') delete this.#root.dataset['theme']
    else this.#root.dataset['theme'] = name
  }
}

function read(storage: Storage): string | null {
  try {
    return storage.getItem(KEY)
  } catch {
    return null
  }
}
