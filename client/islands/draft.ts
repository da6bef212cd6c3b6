import { controlsOf, drawnIn, isSame, putBack, typedIn } from './form-values.ts'
import { sendLater } from './outbox.ts'
import { show, stateOf } from './states.ts'
import { draftsOf, dropDraft, saveDraft, type Draft, type Values } from './store.ts'

/** The draft whose form this tab sent last: kept at once, since a page that is being left has no time. */
const lastSent = 'vigia-sent'

/**
 * Keeps what is being typed on this device, and puts it back after a lost connection, an ended session, Back or
 * a change of language. It says "saved" only when it is; files and passwords are never kept.
 */
export function keepDrafts(owner: string): void {
  document.querySelectorAll('form[data-draft]').forEach(form => {
    if (form instanceof HTMLFormElement && controlsOf(form).length > 0) void begin(form, owner)
  })
}

/** The act that a form was sent for is done: its text is no longer needed. */
export async function dropWhatIsDone(owner: string): Promise<void> {
  const path = document.querySelector<HTMLElement>('[data-done]')?.dataset.done
  const sent = sessionStorage.getItem(lastSent)
  if (path === undefined || !sent?.startsWith(`${owner} ${path} `)) return
  sessionStorage.removeItem(lastSent)
  await dropDraft(sent)
}

async function begin(form: HTMLFormElement, owner: string): Promise<void> {
  const path = pathOf(form)
  const drawn = drawnIn(form)
  const draft = await earlier(form, await mine(owner, path), drawn)
  if (draft) restore(form, draft, drawn)
  const key = keyField(form)?.value ?? ''
  const id = draft?.id ?? `${owner} ${path} ${key}`
  void lock(id)
  const before = draft ?? {
    id,
    owner,
    path,
    key,
    title: '',
    fields: {},
    initial: {},
    hadFile: false,
    savedAt: 0,
  }
  keep(form, { ...before, initial: { ...drawn, ...before.initial } })
}

/** Without its language: a draft that was begun in Spanish goes on in English. */
function pathOf(form: HTMLFormElement): string {
  const { pathname } = new URL(form.getAttribute('action') ?? '', location.href)
  return pathname.replace(/^\/(es|en)(?=\/|$)/, '')
}

function keep(form: HTMLFormElement, before: Draft): void {
  const { id, owner } = before
  let timer = 0
  const save = async (): Promise<void> => {
    clearTimeout(timer)
    timer = 0
    const draft = asTyped(form, before)
    const isEmpty = Object.keys(draft.fields).every(name => isSame(draft.fields[name], draft.initial[name]))
    await (isEmpty ? dropDraft(id) : saveDraft(draft)).then(
      () => show(form, isEmpty ? null : 'saved'),
      () => show(form, 'failed'),
    )
  }
  form.addEventListener('input', () => {
    clearTimeout(timer)
    if (stateOf(form) === 'saved') show(form, null)
    timer = window.setTimeout(() => void save(), 400)
  })
  addEventListener('pagehide', () => timer && void save())
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return
    sessionStorage.setItem(lastSent, id)
    const saved = save()
    if (navigator.onLine) return
    event.preventDefault()
    void saved.then(() => sendLater(form, event.submitter, { id, owner }))
  })
  const discard = (): void => {
    clearTimeout(timer)
    timer = 0
    void dropDraft(id).finally(() => location.assign(location.pathname))
  }
  form.querySelectorAll('[data-discard]').forEach(button => button.addEventListener('click', discard))
}

/** The draft of this very form where the server drew it again; else the newest that no other tab has open. */
async function earlier(
  form: HTMLFormElement,
  drafts: readonly Draft[],
  drawn: Values,
): Promise<Draft | null> {
  const own = drafts.find(({ key }) => key === keyField(form)?.value)
  if (own) return own
  for (const draft of drafts) if (!isOfAnother(draft, drawn) && (await lock(draft.id))) return draft
  return null
}

async function mine(owner: string, path: string): Promise<readonly Draft[]> {
  const all = await draftsOf(owner).catch(() => [])
  return all.filter(draft => draft.path === path)
}

/** The page came with a text of its own where this draft began with none: two texts are never mixed. */
function isOfAnother({ fields, initial }: Draft, drawn: Values): boolean {
  return Object.keys(fields).some(
    name =>
      isBlank(initial[name]) &&
      !isBlank(drawn[name]) &&
      !isSame(drawn[name], fields[name]) &&
      !isSame(fields[name], initial[name]),
  )
}

function isBlank(values: readonly string[] | undefined): boolean {
  return (values ?? []).every(value => value === '')
}

function restore(form: HTMLFormElement, draft: Draft, drawn: Values): void {
  const field = keyField(form)
  // Drawn again after it was sent, the page has the text already, and what the server made of it.
  const isAgain = field?.value === draft.key
  const names = Object.keys(draft.fields).filter(
    name =>
      !isSame(draft.fields[name], draft.initial[name]) &&
      (!isAgain || isSame(drawn[name], draft.initial[name])),
  )
  const isChanged = names.map(name => putBack(form, name, draft.fields[name] ?? [])).includes(true)
  if (field && isChanged) field.value = draft.key
  if (isChanged) show(form, draft.hadFile ? 'restored-file' : 'restored')
}

/** A form of several steps is drawn in parts: what another step asked stays. */
function asTyped(form: HTMLFormElement, before: Draft): Draft {
  const files = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')]
  return {
    ...before,
    title: document.querySelector('h1')?.textContent ?? '',
    fields: { ...before.fields, ...typedIn(form) },
    hadFile: files.some(file => file.value !== '') || form.querySelector('[name$=Sha256]') !== null,
    savedAt: performance.timeOrigin + performance.now(),
  }
}

function keyField(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector('input[name=idempotencyKey]')
}

/**
 * Holds a name for as long as this page is open; false where another tab has it. A page that is being left
 * lets go a little late.
 */
function lock(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true)
  const waiting = new AbortController()
  const timer = window.setTimeout(() => waiting.abort(), 500)
  return new Promise(resolve => {
    navigator.locks
      .request(name, { signal: waiting.signal }, () => {
        clearTimeout(timer)
        resolve(true)
        return new Promise<never>(() => undefined)
      })
      .catch(() => resolve(false))
  })
}
