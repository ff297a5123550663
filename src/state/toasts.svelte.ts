import type { Problem } from '../core/problem.ts'
import type { UndoLabel } from '../../workers/protocol/opened.ts'

/** What a toast says; its sentence is made where it is shown. Problems, bugs and the offer of a newer version stay until they are dismissed. */
export type ToastMessage =
  | { readonly kind: 'said'; readonly text: string }
  /** As the session's way back has it. */
  | { readonly kind: 'rearranged'; readonly text: string }
  | { readonly kind: 'acted'; readonly act: UndoLabel }
  | { readonly kind: 'undone'; readonly act: UndoLabel }
  /** The sample is out of sight, and can be had back while this is said. */
  | { readonly kind: 'sample-removed' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** A newer version lies ready. */
  | { readonly kind: 'newer' }
  /** Something in Hale itself went wrong. */
  | { readonly kind: 'bug'; readonly message: string }

export interface Toast {
  readonly id: number
  readonly message: ToastMessage
  /** Called when it is not said any more. */
  readonly onleave?: (() => void) | undefined
}

/** Short messages at the window's edge: what was done, with a way back. */
export class Toasts {
  #list = $state.raw<readonly Toast[]>([])
  #last = 0

  get list(): readonly Toast[] {
    return this.#list
  }

  /** What happened last takes the place of what happened before; problems pile up until they are read, each once. */
  show(message: ToastMessage, onleave?: () => void): void {
    const said = JSON.stringify(message)
    const stays = this.#list.filter(
      (toast) => staysUntilDismissed(toast) && JSON.stringify(toast.message) !== said,
    )
    this.#keep([...stays, { id: ++this.#last, message, onleave }])
  }

  dismiss(id: number): void {
    this.#keep(this.#list.filter((toast) => toast.id !== id))
  }

  /** Offers that are no longer good go, and with them what they say. */
  withdraw(isOver: (message: ToastMessage) => boolean): void {
    this.#keep(
      this.#list.filter(({ message }) => !OFFERS.includes(message.kind) || !isOver(message)),
    )
  }

  #keep(list: readonly Toast[]): void {
    const left = this.#list.filter((toast) => !list.includes(toast))
    this.#list = list
    for (const toast of left) toast.onleave?.()
  }
}

/** They say what was done, with a button that takes it back. */
const OFFERS: readonly ToastMessage['kind'][] = ['acted', 'rearranged', 'sample-removed']

export const staysUntilDismissed = ({ message }: Toast): boolean =>
  message.kind === 'problems' || message.kind === 'bug' || message.kind === 'newer'
