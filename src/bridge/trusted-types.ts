import { serviceWorkerUrl } from './offline.ts'

// Not in TypeScript's DOM library yet.
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string | null }): unknown
}

/**
 * Lets our own workers start where the page's policy wants trusted types: they come from blobs of this origin,
 * but for the service worker, which has one address.
 * Everything else that would run text stays refused, as the policy creates neither markup nor scripts.
 */
export function trustOwnWorkers(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const ours = `blob:${location.origin}/`
  const offline = serviceWorkerUrl()
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (url === offline || url.startsWith(ours) ? url : null),
  })
}
