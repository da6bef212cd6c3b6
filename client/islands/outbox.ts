import { show } from './states.ts'
import { dropDraft, dropParcel, parcelsOf, saveParcel, type Parcel } from './store.ts'

/** Read by every page before the islands are loaded: is there anything to send? */
const flag = 'vigia-outbox'

interface Sender {
  readonly id: string
  readonly owner: string
}

/**
 * Keeps a form that was sent without a connection. A step that only looks ahead is not queued, and neither is a
 * file: it must be chosen again, and the page says so.
 */
export async function sendLater(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  { id, owner }: Sender,
): Promise<void> {
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') return show(form, 'offline')
  const data = new FormData(form)
  if ([...data.values()].some(value => value instanceof File && value.size > 0)) return show(form, 'file')
  const body = [...data].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && name !== '_csrf' ? [[name, value]] : [],
  )
  await saveParcel({ id, owner, action: addressOf(form), body, isRefused: false }).then(
    () => {
      localStorage.setItem(flag, '1')
      show(form, 'queued')
    },
    () => show(form, 'failed'),
  )
}

/** A field called "action" would hide the form's own. */
function addressOf(form: HTMLFormElement): string {
  return new URL(form.getAttribute('action') ?? '', location.href).href
}

/** Sends what waits, now and whenever the connection comes back. */
export function watchOutbox(owner: string): void {
  addEventListener('online', () => void flush(owner))
  if (navigator.onLine) void flush(owner)
}

let isAtWork = false

async function flush(owner: string): Promise<void> {
  if (isAtWork) return
  isAtWork = true
  try {
    const waiting = (await parcelsOf(owner)).filter(({ isRefused }) => !isRefused)
    for (const parcel of waiting) await send(parcel)
    if ((await parcelsOf(owner)).length === 0) localStorage.removeItem(flag)
  } finally {
    isAtWork = false
  }
}

async function send(parcel: Parcel): Promise<void> {
  const answer = await post(parcel)
  // No answer, or a server that cannot now: it stays and is tried again.
  if (!answer || answer.status >= 500 || answer.status === 429) return
  if (answer.ok && answer.redirected) return arrived(parcel, answer.url)
  // Its draft stays: the form, opened again, has all that was typed.
  await saveParcel({ ...parcel, isRefused: true })
  say('refused', parcel.action)
}

function post({ action, body }: Parcel): Promise<Response | null> {
  const sent = new URLSearchParams()
  for (const [name, value] of body) sent.append(name, value)
  sent.append('_csrf', document.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '')
  return fetch(action, { method: 'POST', body: sent }).catch(() => null)
}

async function arrived({ id, action }: Parcel, address: string): Promise<void> {
  await dropParcel(id)
  await dropDraft(id)
  // Whoever still looks at the form sees what came of it.
  if (new URL(action).pathname === location.pathname) location.assign(address)
  else say('sent', address)
}

function say(state: 'sent' | 'refused', address: string): void {
  const piece = document.querySelector<HTMLElement>(`[data-outbox=${state}]`)
  if (!piece) return
  piece.querySelector('a')?.setAttribute('href', address)
  piece.hidden = false
  piece.focus()
}
