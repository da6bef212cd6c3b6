import { keptIn, messageIn, wrongWith, type KeptFile } from './upload-answer.ts'

/**
 * Sends a chosen file at once, so that a lost connection costs one more press and not the form: choose, remove,
 * retry. The form then names the file that the server keeps. Without scripts, and while it is still on its way,
 * the form carries the file itself. Words come from the field's data attributes, with # for the file's name.
 */
export function makeUploads(): void {
  document.querySelectorAll('input[type=file][data-upload]').forEach(input => {
    const place = input.parentElement?.querySelector('[data-upload-state]')
    if (!(input instanceof HTMLInputElement) || !(place instanceof HTMLElement) || !input.form) return
    makeUpload({ input, place, form: input.form, file: null, sending: null })
  })
}

interface Upload {
  readonly input: HTMLInputElement
  readonly place: HTMLElement
  readonly form: HTMLFormElement
  file: File | null
  sending: XMLHttpRequest | null
}

function makeUpload(upload: Upload): void {
  const { input, form } = upload
  input.addEventListener('change', () => choose(upload))
  // Underway still: the form carries the file itself.
  form.addEventListener('submit', () => upload.sending?.abort())
  input.parentElement?.querySelector('.file-kept')?.append(' ', button(upload, 'remove'))
}

function choose(upload: Upload): void {
  const { input } = upload
  const file = input.files?.[0]
  if (!file) return upload.file ? actions.remove(upload) : undefined
  upload.sending?.abort()
  const wrong = wrongWith(input, file)
  if (wrong === null) {
    upload.file = file
    return send(upload, file)
  }
  input.value = ''
  say(upload, wrong, [], true)
}

function send(upload: Upload, file: File): void {
  const { input, form } = upload
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append('_csrf', form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '')
  body.append('file', file)
  const fail = (): void =>
    say(upload, messageIn(request) ?? words(input, 'failed', file.name), ['retry', 'remove'], true)
  request.upload.onprogress = ({ loaded, total }) => progress(upload, loaded / total)
  request.onerror = fail
  request.onload = () => {
    const kept = request.status === 201 ? keptIn(request.responseText) : null
    if (kept) keep(upload, kept)
    else fail()
  }
  request.onloadend = () => {
    if (upload.sending === request) upload.sending = null
  }
  request.open('POST', input.dataset.upload ?? '')
  upload.sending = request
  say(upload, words(input, 'sending', file.name), ['remove'])
  request.send(body)
}

function keep(upload: Upload, { name, sha256 }: KeptFile): void {
  const { input, form } = upload
  forget(upload)
  form.append(hidden(`${input.name}Name`, name), hidden(`${input.name}Sha256`, sha256))
  say(upload, words(input, 'done', name), ['remove'])
}

const actions = {
  remove(upload: Upload): void {
    upload.sending?.abort()
    upload.file = null
    forget(upload)
    say(upload, words(upload.input, 'removed'), [])
    upload.input.focus()
  },
  retry(upload: Upload): void {
    if (upload.file) send(upload, upload.file)
  },
} as const

function forget({ input, form }: Upload): void {
  input.value = ''
  form.querySelectorAll(`[name=${input.name}Name],[name=${input.name}Sha256]`).forEach(each => each.remove())
  input.parentElement?.querySelector('.file-kept')?.remove()
}

function say(
  upload: Upload,
  text: string,
  buttons: readonly (keyof typeof actions)[],
  isWrong = false,
): void {
  const { place } = upload
  const sentence = document.createElement('span')
  sentence.textContent = text
  place.classList.toggle('upload-wrong', isWrong)
  place.replaceChildren(sentence, ...buttons.map(name => button(upload, name)))
  place.hidden = false
}

function progress({ place }: Upload, share: number): void {
  let bar = place.querySelector('progress')
  if (!bar) {
    bar = document.createElement('progress')
    bar.setAttribute('aria-hidden', 'true')
    place.querySelector('span')?.after(bar)
  }
  bar.value = share
}

function button(upload: Upload, name: keyof typeof actions): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button button-secondary'
  made.textContent = words(upload.input, name)
  made.addEventListener('click', () => actions[name](upload))
  return made
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement('input')
  return Object.assign(field, { type: 'hidden', name, value })
}

function words({ dataset }: HTMLInputElement, name: string, fileName = ''): string {
  return (dataset[name] ?? '').replace('#', fileName)
}
