import { previewDueDate } from './due-date.ts'
import { listenToFilters } from './filters.ts'
import { hashFileFirst } from './hash-file.ts'
import { emptyDeviceOnSignOut } from './sign-out.ts'
import { keepFormOpenable } from './worker-client.ts'

/** Where the build put the larger island. */
declare const formIsland: string

/**
 * Makes quicker what already works without it: the due date while a date is being typed, filters without
 * pressing the button, focus on what went wrong. Its few words come from the page, in data attributes. What
 * only forms need comes in a second file, for the pages that have it.
 */
focusWhatHappened()
sendOnce()
previewDueDate()
listenToFilters()
hashFileFirst()
openFiltersOnWideScreens(document)
emptyDeviceOnSignOut()
keepFormOpenable()
if (needsFormIsland()) void import(formIsland)

function focusWhatHappened(): void {
  const target = document.querySelector('[data-focus]')
  if (target instanceof HTMLElement) target.focus()
}

/** A second press while the first is on its way sends nothing. The server would make it once all the same. */
function sendOnce(): void {
  document.addEventListener('submit', event => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset.sending !== undefined) return event.preventDefault()
    form.dataset.sending = ''
    // The answer may be a file, which leaves the page where it is.
    window.setTimeout(() => delete form.dataset.sending, 8000)
  })
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sending
  })
}

function openFiltersOnWideScreens(page: Document): void {
  if (!matchMedia('(min-width: 60rem)').matches) return
  page.querySelector('.filters')?.setAttribute('open', '')
}

function needsFormIsland(): boolean {
  const places = 'form[data-draft],[data-drafts],[data-done],[data-combobox],[data-upload]'
  return document.querySelector(places) !== null || localStorage.getItem('vigia-outbox') !== null
}
