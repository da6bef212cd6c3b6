export type {}
declare const self: ServiceWorkerGlobalScope

/** Takes the place of a worker that went wrong, forgets all that it kept, and goes. It answers no request. */
self.addEventListener('install', event => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', event => event.waitUntil(leave()))

async function leave(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name)
  await self.registration.unregister()
}
