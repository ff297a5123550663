/** An attachment for a part that may scroll: where it does, the keyboard can reach and scroll it too. */
export const scrollable =
  (label: string) =>
  (node: HTMLElement): (() => void) => {
    const follow = () => {
      const scrolls = node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight
      if (scrolls) node.tabIndex = 0
      else node.removeAttribute('tabindex')
      node.role = scrolls ? 'group' : null
      node.ariaLabel = scrolls ? `${label}, scrolls` : null
    }
    const observer = new ResizeObserver(follow)
    observer.observe(node)
    if (node.firstElementChild) observer.observe(node.firstElementChild)
    return () => observer.disconnect()
  }
