import type { Problem } from '../core/problem.ts'
import type { UndoLabel } from '../../workers/protocol/opened.ts'

/** What a toast says; its sentence is made where it is shown. Problems, bugs and the offer of a newer version stay until they are dismissed. */
export type ToastMessage =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'acted'; readonly act: UndoLabel }
  | { readonly kind: 'undone'; readonly act: UndoLabel }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** A newer version lies ready. */
  | { readonly kind: 'newer' }
  /** Something in Hale itself went wrong. */
  | { readonly kind: 'bug'; readonly message: string }

export interface Toast {
  readonly id: number
  readonly message: ToastMessage
}

/** Short messages at the window's edge: what was done, with a way back. */
export class Toasts {
  #list = $state.raw<readonly Toast[]>([])
  #last = 0

  get list(): readonly Toast[] {
    return this.#list
  }

  /** What happened last takes the place of what happened before; problems pile up until they are read, each once. */
  show(message: ToastMessage): void {
    const said = JSON.stringify(message)
    const stays = this.#list.filter(
      (toast) => staysUntilDismissed(toast) && JSON.stringify(toast.message) !== said,
    )
    this.#list = [...stays, { id: ++this.#last, message }]
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((toast) => toast.id !== id)
  }
}

export const staysUntilDismissed = ({ message }: Toast): boolean =>
  message.kind === 'problems' || message.kind === 'bug' || message.kind === 'newer'
