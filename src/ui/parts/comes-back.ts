import type { Places } from '../../state/places.ts'

const LONGEST_WAIT = 3_000

/** An attachment for a list of links: whoever followed one and comes back finds it where it was, with the focus on it. Of several lists of one page each has a name. */
export const comesBack =
  (places: Places, name = '') =>
  (node: HTMLElement): (() => void) => {
    const keep = (event: MouseEvent) => {
      const link = (event.target as HTMLElement).closest('a')
      const href = link?.getAttribute('href')
      if (!link || !href) return
      const around = boxesAround(link, node).map(({ scrollTop }) => scrollTop)
      const [top, windowTop] = [node.scrollTop, window.scrollY]
      const which = linksTo(href, node).indexOf(link)
      places.keep(name + location.hash, { href, which, top, windowTop, around })
    }
    node.addEventListener('click', keep, { capture: true })
    const place = places.take(name + location.hash)
    let frame = 0
    if (place) {
      const until = performance.now() + LONGEST_WAIT
      const restore = () => {
        node.scrollTop = place.top
        window.scrollTo(0, place.windowTop)
        const link = linksTo(place.href, node)[place.which]
        if (link) {
          boxesAround(link, node).forEach((box, at) => (box.scrollTop = place.around[at] ?? 0))
          link.focus({ preventScroll: true })
        } else if (performance.now() < until) frame = requestAnimationFrame(restore)
      }
      frame = requestAnimationFrame(restore)
    }
    return () => {
      cancelAnimationFrame(frame)
      node.removeEventListener('click', keep, { capture: true })
    }
  }

const linksTo = (href: string, list: HTMLElement) => [
  ...list.querySelectorAll<HTMLElement>(`a[href="${CSS.escape(href)}"]`),
]

/** Between a link and its list. */
function boxesAround(link: HTMLElement, list: HTMLElement): HTMLElement[] {
  const boxes: HTMLElement[] = []
  for (let box = link.parentElement; box && box !== list; box = box.parentElement) boxes.push(box)
  return boxes
}
