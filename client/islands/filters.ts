/** Results are swapped, boxes and focus stay; each state has its address, and Back restores both. */
export function listenToFilters(): void {
  let shown = location.pathname + location.search
  let asked = 0
  const show = async (address: string, push: boolean): Promise<void> => {
    if (push && address === shown) return
    const mine = ++asked
    const next = await pageAt(address)
    // An answer that was overtaken by a later question is not shown.
    if (mine !== asked) return
    if (!next) return location.assign(address)
    swapMain(next)
    document.title = next.title
    if (push) history.pushState(null, '', address)
    shown = address
    announce()
  }
  const whenTypingRests = typingWatch()
  const apply = (event: Event): void => {
    const form = event.target instanceof Element ? event.target.closest('form[data-filters]') : null
    if (!(form instanceof HTMLFormElement)) return
    if (event.type === 'change') return whenTypingRests(() => void show(addressOf(form), true))
    event.preventDefault()
    void show(addressOf(form), true)
  }
  document.addEventListener('change', apply)
  document.addEventListener('submit', apply)
  window.addEventListener('popstate', () => {
    // Also fires on moves to a #fragment, which change nothing here.
    if (location.pathname + location.search !== shown) void show(location.pathname + location.search, false)
  })
}

const restMs = 600

/** A choice that is typed letter by letter forgets the letters before, when its list is swapped in between. */
function typingWatch(): (act: () => void) => void {
  let typedAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: (() => void) | null = null
  const plan = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const act = waiting
      waiting = null
      act?.()
    }, restMs)
  }
  document.addEventListener('keydown', () => {
    typedAt = performance.now()
    if (waiting) plan()
  })
  return act => {
    if (performance.now() - typedAt > restMs) return act()
    waiting = act
    plan()
  }
}

function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string' && value !== '') query.append(name, value)
  })
  return query.toString() === '' ? location.pathname : `${location.pathname}?${query}`
}

/** Null where there is no page to show in place: the browser then goes there itself. */
async function pageAt(address: string): Promise<Document | null> {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null)
  // A filter that is wrong is shown with its errors, and has an address like any other.
  if (!answer?.ok && answer?.status !== 422) return null
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return page.querySelector('main') ? page : null
}

function swapMain(next: Document): void {
  const main = document.querySelector('main')
  const replacement = next.querySelector('main')
  if (!main || !replacement) return
  const focused = document.activeElement
  const isOpen = filters()?.hasAttribute('open') === true
  main.innerHTML = replacement.innerHTML
  filters()?.toggleAttribute('open', isOpen)
  followLanguage(next)
  // The islands dress what is new before focus goes back to it.
  document.dispatchEvent(new Event('vigia:shown'))
  if (focused?.id) document.getElementById(focused.id)?.focus({ preventScroll: true })
}

function filters(): Element | null {
  return document.querySelector('.filters')
}

/** The other language's address stands outside of what was swapped. */
function followLanguage(next: Document): void {
  const address = next.querySelector('a[hreflang]')?.getAttribute('href')
  if (address) document.querySelector('a[hreflang]')?.setAttribute('href', address)
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
