/**
 * Computers are shared: signing out takes drafts, what waits to be sent, the last form and its worker off the
 * device before the page is left. What waits is said first; a second press means it. The server's
 * `Clear-Site-Data` does the same where there are no scripts and the browser knows it.
 */
export function emptyDeviceOnSignOut(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.signOut === undefined) return
    event.preventDefault()
    const unsent = document.querySelector<HTMLElement>('[data-outbox=unsent]')
    if (unsent?.hidden === true && localStorage.getItem('vigia-outbox') !== null) {
      unsent.hidden = false
      delete form.dataset.sending
      return unsent.focus()
    }
    const late = new Promise(resolve => setTimeout(resolve, 1500))
    void Promise.race([emptyDevice(), late]).then(() => form.submit())
  })
}

async function emptyDevice(): Promise<void> {
  localStorage.removeItem('vigia-outbox')
  sessionStorage.removeItem('vigia-sent')
  await Promise.allSettled([dropDatabase(), dropPages()])
}

function dropDatabase(): Promise<void> {
  return new Promise(resolve => {
    const request = indexedDB.deleteDatabase('vigia')
    request.onsuccess = request.onerror = () => resolve()
  })
}

async function dropPages(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name)
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
}
