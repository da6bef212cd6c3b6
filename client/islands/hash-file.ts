/**
 * Computes a file's SHA-256 in the browser, so that the file need not be sent, and goes where the typed hash
 * would lead. Where it cannot (an old browser, no secure address, a file too large to hold), the form is sent.
 */
export function hashFileFirst(): void {
  const form = document.querySelector('form[data-hash-file]')
  if (!(form instanceof HTMLFormElement) || !globalThis.crypto?.subtle) return
  form.addEventListener('submit', event => {
    const file = new FormData(form).get('file')
    if (!(file instanceof File) || file.name === '') return
    event.preventDefault()
    void file
      .arrayBuffer()
      .then(bytes => crypto.subtle.digest('SHA-256', bytes))
      .then(digest => location.assign(`${form.dataset.hashFile ?? ''}?sha256=${hex(digest)}`))
      .catch(() => form.submit())
  })
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
