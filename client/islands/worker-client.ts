/**
 * Lets the form that is open be opened again without a connection. The worker's scope is this one address, and
 * every other worker is taken down: at most the last form is on the device.
 */
export function keepFormOpenable(): void {
  const form = document.querySelector('form[data-draft]')
  // A form that stands on another page, below a request's deadlines, say: a kept copy of those would mislead.
  const isOwnPage = form?.getAttribute('action') === location.pathname
  if (!isOwnPage || !('serviceWorker' in navigator)) return
  // After all that the page needs first.
  addEventListener('load', () => setTimeout(() => void register().catch(() => undefined), 500))
}

async function register(): Promise<void> {
  const scope = location.pathname
  const others = await navigator.serviceWorker.getRegistrations()
  for (const other of others) if (new URL(other.scope).pathname !== scope) await other.unregister()
  const registration = await navigator.serviceWorker.register('/sw.js', { scope })
  const worker = registration.active ?? registration.waiting ?? registration.installing
  worker?.postMessage({ page: scope, assets: assetsHere() })
}

function assetsHere(): readonly string[] {
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname)
}
