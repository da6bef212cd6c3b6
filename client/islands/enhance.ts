/**
 * Makes quicker what already works without it: the due date while a date is being typed, filters without
 * pressing the button, focus on what went wrong. Its few words come from the page, in data attributes.
 */
focusWhatHappened()
document.querySelectorAll('form[data-preview]').forEach(form => {
  if (form instanceof HTMLFormElement) previewDueDate(form)
})
listenToFilters()
openFiltersOnWideScreens(document)

function focusWhatHappened(): void {
  const target = document.querySelector('[data-focus]')
  if (target instanceof HTMLElement) target.focus()
}

/** Asks for the same preview as the "Ver plazo" button gives and puts it where the button's answer would be. */
function previewDueDate(form: HTMLFormElement): void {
  const place = document.getElementById('plazo')
  const url = form.dataset.preview
  if (!place || !url) return
  let timer = 0
  let asked = 0
  const ask = async (): Promise<void> => {
    const turn = ++asked
    const query = new URLSearchParams()
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string' && (form.dataset.previewFields ?? '').split(' ').includes(name))
        query.append(name, value)
    })
    const answer = await fetch(`${url}?${query}`, { headers: { Accept: 'text/html' } }).catch(() => null)
    // A slower answer to an older question must not overwrite a newer one.
    if (turn !== asked || !answer?.ok) return
    place.innerHTML = await answer.text()
  }
  form.addEventListener('input', event => {
    const field = event.target
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
    if (!(form.dataset.previewFields ?? '').split(' ').includes(field.name)) return
    clearTimeout(timer)
    timer = window.setTimeout(() => void ask(), 350)
  })
}

/** Results are swapped, boxes and focus stay; each state has its address, and Back restores both. */
function listenToFilters(): void {
  let shown = location.pathname + location.search
  document.addEventListener('change', event => {
    const field = event.target
    const form = field instanceof HTMLElement ? field.closest('form') : null
    if (!form || !form.hasAttribute('data-filters')) return
    const query = new URLSearchParams()
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string' && value !== '') query.append(name, value)
    })
    const address = query.toString() === '' ? location.pathname : `${location.pathname}?${query}`
    void show(address, true)
  })
  window.addEventListener('popstate', () => {
    // Also fires on moves to a #fragment, which change nothing here.
    if (location.pathname + location.search !== shown) void show(location.pathname + location.search, false)
  })

  async function show(address: string, push: boolean): Promise<void> {
    const next = await pageAt(address)
    if (!next) return location.assign(address)
    swapMain(next)
    document.title = next.title
    if (push) history.pushState(null, '', address)
    shown = address
    announce()
  }
}

/** Null where there is no page to show in place: the browser then goes there itself. */
async function pageAt(address: string): Promise<Document | null> {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null)
  if (!answer?.ok) return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.querySelector('main') ? page : null
}

function swapMain(next: Document): void {
  const main = document.querySelector('main')
  const replacement = next.querySelector('main')
  if (!main || !replacement) return
  const focused = document.activeElement?.id ?? ''
  const isOpen = document.querySelector('.filters')?.hasAttribute('open') === true
  main.innerHTML = replacement.innerHTML
  document.querySelector('.filters')?.toggleAttribute('open', isOpen)
  document.getElementById(focused)?.focus({ preventScroll: true })
}

/** One lasting region; its text is set after a tick, or it is not read out. */
function announce(): void {
  const words = document.querySelector('[data-announce]')?.textContent ?? ''
  let region = document.getElementById('announcer')
  if (!region) {
    region = document.createElement('p')
    region.id = 'announcer'
    region.className = 'hidden'
    region.setAttribute('aria-live', 'polite')
    document.querySelector('main')?.after(region)
  }
  const place = region
  place.textContent = ''
  window.setTimeout(() => {
    place.textContent = words
  }, 60)
}

function openFiltersOnWideScreens(page: Document): void {
  if (!matchMedia('(min-width: 60rem)').matches) return
  page.querySelector('.filters')?.setAttribute('open', '')
}
