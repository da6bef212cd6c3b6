/** What a form says of its draft; the words stand in the page, hidden, and one piece is shown at a time. */
export type State = 'saved' | 'failed' | 'restored' | 'restored-file' | 'queued' | 'offline' | 'file'

const shown = new WeakMap<HTMLFormElement, State>()

export function show(form: HTMLFormElement, state: State | null): void {
  // What was put back stays said until it is sent or thrown away; saving again says nothing new.
  const before = shown.get(form)
  if ((before === 'restored' || before === 'restored-file') && (state === 'saved' || state === null)) return
  if (state === null) shown.delete(form)
  else shown.set(form, state)
  form.querySelectorAll<HTMLElement>('[data-state]').forEach(piece => {
    piece.hidden = piece.dataset.state !== state
  })
}

export function stateOf(form: HTMLFormElement): State | null {
  return shown.get(form) ?? null
}
