import type { Places } from '../../state/places.ts'

const LONGEST_WAIT = 3_000

/** An attachment for a list of links: whoever followed one and comes back finds it where it was, with the focus on it. */
export const comesBack =
  (places: Places) =>
  (node: HTMLElement): (() => void) => {
    const keep = (event: MouseEvent) => {
      const link = (event.target as HTMLElement).closest('a')
      const href = link?.getAttribute('href')
      if (href) places.keep(location.hash, { href, top: node.scrollTop, windowTop: window.scrollY })
    }
    node.addEventListener('click', keep, { capture: true })
    const place = places.take(location.hash)
    let frame = 0
    if (place) {
      const until = performance.now() + LONGEST_WAIT
      const restore = () => {
        node.scrollTop = place.top
        window.scrollTo(0, place.windowTop)
        const link = node.querySelector<HTMLElement>(`a[href="${CSS.escape(place.href)}"]`)
        if (link) link.focus({ preventScroll: true })
        else if (performance.now() < until) frame = requestAnimationFrame(restore)
      }
      frame = requestAnimationFrame(restore)
    }
    return () => {
      cancelAnimationFrame(frame)
      node.removeEventListener('click', keep, { capture: true })
    }
  }
