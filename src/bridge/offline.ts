/** Where the service worker lies: beside the page, so that its reach is the folder of the page. */
export const serviceWorkerUrl = (): string => new URL('service-worker.js', document.baseURI).href

/**
 * Keeps the built page in the browser, so that it opens without a network. `onNewer`: a newer build lies ready, and waits.
 * Does nothing while developing, and where the browser has no service workers or refuses.
 */
export async function keepForOffline(onNewer: () => void): Promise<void> {
  if (!import.meta.env.PROD) return
  const { serviceWorker } = navigator as Partial<Navigator>
  const registration = await serviceWorker?.register(serviceWorkerUrl()).catch(() => undefined)
  if (!serviceWorker || !registration) return
  const tell = () => {
    // Without a controller it is the first build, which waits for nobody.
    if (registration.waiting && serviceWorker.controller) onNewer()
  }
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', tell),
  )
  tell()
  serviceWorker.controller?.postMessage('started')
}

/** Loads the page again in the newest build there is; without a network, in the one that is here. */
export async function reloadNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  if (!registration?.waiting) await registration?.update().catch(() => {})
  const next = registration?.installing ?? registration?.waiting
  if (next) await takeOver(next)
  location.reload()
}

function takeOver(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const step = () => {
      if (worker.state === 'installed') worker.postMessage('take over')
      if (worker.state === 'activated' || worker.state === 'redundant') resolve()
    }
    worker.addEventListener('statechange', step)
    step()
  })
}
