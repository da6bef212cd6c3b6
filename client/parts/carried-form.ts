/** The form of a page that the switch to the other language sends, so that what was typed goes along. */
export interface CarriedForm {
  readonly id: string
  /** With its language, as drawn. */
  readonly action: string
  readonly isPost: boolean
  /** The form's own first button, which Enter in a field presses. */
  readonly first: { readonly name: string | undefined; readonly value: string | undefined }
}

/**
 * The first form in which people write, or else choose, of a page's main part as it was drawn. A browser gives a
 * button to one form only: a further one in which people write has a switch of its own. Passwords and codes are
 * carried nowhere.
 */
export function carriedForm(main: string): CarriedForm | null {
  const forms = [...main.matchAll(/<form id="([^"]+)" class="form\b([^>]*)>([\s\S]*?)<\/form>/g)]
  const form =
    forms.find(([, , , fields = '']) => writing.test(fields)) ??
    forms.find(([, , , fields = '']) => choosing.test(fields))
  if (!form) return null
  const [, id = '', tag = '', fields = ''] = form
  return {
    id,
    action: attributeIn(tag, 'action') ?? '',
    isPost: attributeIn(tag, 'method') === 'post',
    first: firstButton(fields),
  }
}

function firstButton(fields: string): CarriedForm['first'] {
  const button = /<button\b[^>]*\stype="submit"[^>]*>/.exec(fields)?.[0] ?? ''
  return { name: attributeIn(button, 'name'), value: attributeIn(button, 'value') }
}

const writing = /<textarea\b|<input\b(?![^>]*one-time-code)[^>]*\stype="(?:text|email|search|file)"/
const choosing = /<select\b|<input\b[^>]*\stype="(?:radio|checkbox)"/

function attributeIn(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}
