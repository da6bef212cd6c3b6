/** Asks for the same preview as the "Ver plazo" button gives and puts it where the button's answer would be. */
export function previewDueDate(): void {
  document.querySelectorAll('form[data-preview]').forEach(form => {
    if (form instanceof HTMLFormElement) preview(form)
  })
}

function preview(form: HTMLFormElement): void {
  const place = document.getElementById('plazo')
  const url = form.dataset.preview
  if (!place || !url) return
  const names = (form.dataset.previewFields ?? '').split(' ')
  let timer = 0
  let asked = 0
  const ask = async (): Promise<void> => {
    const turn = ++asked
    const query = new URLSearchParams()
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string' && names.includes(name)) query.append(name, value)
    })
    const answer = await fetch(`${url}?${query}`, { headers: { Accept: 'text/html' } }).catch(() => null)
    // A slower answer to an older question must not overwrite a newer one.
    if (turn !== asked || !answer?.ok) return
    place.innerHTML = await answer.text()
  }
  form.addEventListener('input', event => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
    if (!names.includes(field.name)) return
    clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), 350)
  })
}
