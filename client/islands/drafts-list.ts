import { draftsOf, dropDraft, dropParcel, parcelsOf, type Draft } from './store.ts'

/**
 * Fills `<section data-drafts hidden>` with what was begun on this device and not sent, and shows it where there
 * is any. A page places it with the part `DraftsOnThisDevice` (client/parts/drafts-list.tsx), which holds the
 * words and the row as a template: a link, `[data-queued]` for what waits for a connection, `[data-discard]`.
 */
export async function listDrafts(owner: string): Promise<void> {
  const place = document.querySelector<HTMLElement>('[data-drafts]')
  const row = place?.querySelector('template')
  const list = place?.querySelector('ul')
  if (!place || !row || !list) return
  const waiting = new Set((await parcelsOf(owner)).map(({ id }) => id))
  const drafts = await draftsOf(owner)
  for (const draft of drafts) list.append(rowOf(row, draft, waiting.has(draft.id)))
  place.hidden = drafts.length === 0
}

function rowOf(template: HTMLTemplateElement, draft: Draft, isQueued: boolean): Node {
  const piece = document.importNode(template.content, true)
  const item = piece.firstElementChild
  const link = piece.querySelector('a')
  const button = piece.querySelector('button')
  const name = [draft.title, firstText(draft)].filter(Boolean).join(': ')
  piece.querySelector('[data-queued]')?.toggleAttribute('hidden', !isQueued)
  link?.setAttribute('href', `/${document.documentElement.lang}${draft.path}`)
  link?.append(name)
  button?.setAttribute('aria-label', `${button.textContent}: ${name}`)
  button?.addEventListener('click', () => {
    void dropParcel(draft.id)
    void dropDraft(draft.id)
    leave(item)
  })
  return piece
}

/** Focus goes on to the next, never to nowhere. */
function leave(item: Element | null): void {
  const next = item?.nextElementSibling?.querySelector('a') ?? document.querySelector('main')
  item?.remove()
  next?.focus()
}

/** The first thing that was typed, short: it tells two drafts of the same form apart. */
function firstText({ fields, initial }: Draft): string {
  const typed = Object.keys(fields).filter(name => fields[name]?.[0] !== initial[name]?.[0])
  const texts = typed.map(name => fields[name]?.[0] ?? '').filter(text => /\s/.test(text.trim()))
  return (texts[0] ?? '').slice(0, 60)
}
