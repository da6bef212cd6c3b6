import type { Request } from 'express'
import type {} from '../../auth/session-types.ts'
import type { Flash } from '../../../client/page-context.ts'
import type { SentValues } from './form-body.ts'

declare module 'express-session' {
  interface SessionData {
    /** What the last act did, until a page has said it. */
    flash?: Flash
    /** What was typed when the session ended, until its page is open again. */
    draft?: Draft
    /** Files sent from this session, by SHA-256: only these may be named by a form's hidden field. */
    uploads?: Record<string, string>
  }
}

export interface Draft {
  readonly path: string
  readonly values: SentValues
}

/** Says on the next page what the form at this address has done. */
export function setFlash(req: Request, flash: Flash): void {
  req.session.flash = { ...flash, form: pathOf(req).replace(/^\/(es|en)(?=\/|$)/, '') }
}

/** Once said, it is gone; a page that a script fetches says it to nobody. */
export function takeFlash(req: Request): Flash | null {
  const { flash } = req.session
  if (!isOpened(req)) return null
  if (flash) delete req.session.flash
  return flash ?? null
}

/** What was typed on this very page before the session ended; then it is gone. */
export function takeDraft(req: Request): SentValues | null {
  const { draft } = req.session
  if (draft?.path !== pathOf(req) || !isOpened(req)) return null
  delete req.session.draft
  return draft.values
}

/** What was sent is on the same page in the other language too, until it has done what it was for. */
export function keepForOtherLanguage(req: Request, values: SentValues): void {
  if (!holdsSecret(values)) req.session.draft = { path: otherLanguageOf(req), values }
}

/** What was typed and not sent goes along to the page at this address. */
export function keepForPage(req: Request, address: string, values: SentValues): void {
  if (!holdsSecret(values)) req.session.draft = { path: address.split('?')[0] ?? address, values }
}

/** The form at this address has done what it was for. */
export function forgetForOtherLanguage(req: Request): void {
  if (req.session.draft?.path === otherLanguageOf(req)) delete req.session.draft
}

function otherLanguageOf(req: Request): string {
  const path = formPathOf(req)
  return path.startsWith('/es/') ? path.replace('/es/', '/en/') : path.replace('/en/', '/es/')
}

/** A password or a code: never kept, never written into a page. */
export function holdsSecret(values: SentValues): boolean {
  const { next, password, current, code } = values
  const isNewPassword = typeof next === 'string' && next !== '' && ownPath(next) === null
  return isNewPassword || [password, current, code].some(value => value !== undefined)
}

/** A browser says how a page is fetched (W3C Fetch Metadata); whoever says nothing opens it. */
function isOpened(req: Request): boolean {
  const mode = req.get('Sec-Fetch-Mode')
  return mode === undefined || mode === 'navigate'
}

export function pathOf(req: Request): string {
  return req.originalUrl.split('?')[0] ?? ''
}

/** Where a form stands that is sent to an address which nobody can open. */
const standsAt: readonly (readonly [RegExp, string])[] = [
  [/^(\/..\/informes\/[^/]+)\/(responder|impugnar)$/, '$1/pagina'],
  [/^(\/..\/informes\/[^/]+)\/(abrir|publicar|impugnaciones\/[^/]+)$/, '$1'],
  [/^(\/..\/[^/]+\/[^/]+)\/anular$/, '$1'],
  [/^(\/..\/(?:usuarios|equipo)\/[^/]+)\/(activar|desactivar|clave)$/, '$1'],
  [/^(\/..\/acuse\/[^/]+)\/responder$/, '$1'],
  [/^(\/..\/vistas\/[^/]+)\/calendario$/, '$1'],
  [/^(\/..\/cuenta)\/(idioma|avisos|sesiones)$/, '$1'],
  [/^(\/..\/cuenta\/segundo-paso)\/quitar$/, '$1'],
  [/^(\/..\/avisos)\/leidos$/, '$1'],
  [/^(\/..\/mensajes)\/reenviar$/, '$1'],
  [/^(\/..\/solicitudes\/[^/]+)\/(encargo\/deshacer|notas\/[^/]+\/quitar)$/, '$1'],
  [/^(\/..\/[^/]+\/[^/]+)\/enviar$/, '$1'],
  [/^(\/..)\/borradores\/descartar$/, '$1/inicio'],
]

/** The page of the form that was sent, which can be opened, in either language. */
export function formPathOf(req: Request): string {
  const path = pathOf(req)
  const [from, to] = standsAt.find(([pattern]) => pattern.test(path)) ?? [null, '']
  return from === null ? path : path.replace(from, to)
}

/** A page of ours to go on to; anything else, another site's address above all, is left out. */
export function ownPath(text: string): string | null {
  return /^\/(es|en)(\/[\w\-./]*)?(\?[^\s\\]*)?$/.test(text) && !text.includes('//') ? text : null
}
