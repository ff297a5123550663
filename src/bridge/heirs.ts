/** Who stores what imports have read, while they go on working it out: a worker that may die before they do. */
export interface Heirs {
  /** A port for an import, until it has ended. `onLost`: the heir died, and nothing will answer there any more. */
  connect(onLost: () => void, ended: AbortSignal): MessagePort
  bereave(): void
}

/** `inherit` takes the heir's end of a channel. */
export function createHeirs(inherit: (port: MessagePort) => void): Heirs {
  let alive = new AbortController()
  return {
    connect(onLost, ended) {
      const { port1, port2 } = new MessageChannel()
      inherit(port1)
      alive.signal.addEventListener('abort', onLost, { signal: ended })
      return port2
    },
    bereave() {
      alive.abort()
      alive = new AbortController()
    },
  }
}
