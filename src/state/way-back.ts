/** From what is no act of the store, such as how a list looks. */
export interface WayBack {
  /** What was done, and what is said once it is taken back. */
  readonly did: string
  readonly undone: string
  /** Whether all is still as that left it. */
  readonly isOpen: () => boolean
  readonly go: () => void
}
