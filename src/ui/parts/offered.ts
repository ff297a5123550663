import { useApp } from '../app-context.ts'

/**
 * Makes attachments for buttons and links: what one does is among the commands, under the name given or else its own, as long as
 * it is there and can be pressed.
 */
export function useOffered() {
  const { offers } = useApp().session
  return (name?: string) =>
    (control: HTMLButtonElement | HTMLAnchorElement): (() => void) =>
      offers.make([
        {
          get name() {
            return name ?? control.ariaLabel ?? control.textContent.trim()
          },
          get isPossible() {
            return !(control instanceof HTMLButtonElement && control.disabled)
          },
          run: () => {
            control.focus()
            control.click()
          },
        },
      ])
}
