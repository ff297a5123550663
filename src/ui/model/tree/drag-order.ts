import type { Attachment } from 'svelte/attachments'

/** What is dragged at the moment. Both ends are in one window, so that the data transfer needs to hold nothing. */
let dragged: string | null = null

/** Lets the element be dragged under a name. */
export const draggable =
  (name: string): Attachment<HTMLElement> =>
  (element) => {
    const start = (event: DragEvent) => {
      dragged = name
      event.dataTransfer?.setData('text/plain', '')
      event.stopPropagation()
    }
    const end = () => (dragged = null)
    element.draggable = true
    element.addEventListener('dragstart', start)
    element.addEventListener('dragend', end)
    return () => {
      element.removeEventListener('dragstart', start)
      element.removeEventListener('dragend', end)
    }
  }

/** Lets what was dragged be dropped on the element, where `takes` says so; it lands before the element, or behind its lower half. */
export const dropPlace =
  (takes: (name: string) => boolean, drop: (name: string, isBehind: boolean) => void) =>
  (element: HTMLElement) => {
    const isBehind = (event: DragEvent) => {
      const { top, height } = element.getBoundingClientRect()
      return event.clientY > top + height / 2
    }
    const over = (event: DragEvent) => {
      if (dragged === null || !takes(dragged)) return
      event.preventDefault()
      event.stopPropagation()
      element.dataset['drop'] = isBehind(event) ? 'behind' : 'before'
    }
    const leave = () => delete element.dataset['drop']
    const land = (event: DragEvent) => {
      leave()
      if (dragged === null || !takes(dragged)) return
      event.preventDefault()
      event.stopPropagation()
      drop(dragged, isBehind(event))
      dragged = null
    }
    element.addEventListener('dragover', over)
    element.addEventListener('dragleave', leave)
    element.addEventListener('drop', land)
    return () => {
      element.removeEventListener('dragover', over)
      element.removeEventListener('dragleave', leave)
      element.removeEventListener('drop', land)
    }
  }
