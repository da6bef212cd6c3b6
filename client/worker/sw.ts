export type {}
declare const self: ServiceWorkerGlobalScope

/**
 * Keeps the last form that was open, and what it is drawn with, for when there is no connection. Its scope is
 * that form's address: no list, no figure and no other page ever comes from here.
 */
const cacheName = 'vigia-form'

self.addEventListener('install', event => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))

self.addEventListener('message', event => {
  const { page, assets } = Object(event.data)
  if (typeof page === 'string' && Array.isArray(assets)) event.waitUntil(keep(page, assets.map(String)))
})

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (new URL(request.url).pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

/** One form at a time: the one before is dropped first. */
async function keep(path: string, assets: readonly string[]): Promise<void> {
  await caches.delete(cacheName)
  const answer = await fetch(path, { headers: { Accept: 'text/html' } })
  // Signed out meanwhile, or no longer allowed: nothing to keep.
  if (!answer.ok || answer.redirected) return
  const cache = await caches.open(cacheName)
  await cache.put(path, answer)
  await cache.addAll([...assets])
}

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const { pathname } = new URL(request.url)
    // What was typed is on the device: the form, opened again, puts it back.
    if (request.method !== 'GET') return Response.redirect(pathname, 303)
    const kept = await caches.match(pathname, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}
