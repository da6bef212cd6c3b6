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

/** What was sent is on the same page in the other language too, whatever became of it here. */
export function keepForOtherLanguage(req: Request, values: SentValues): void {
  const path = pathOf(req)
  const other = path.startsWith('/es/') ? path.replace('/es/', '/en/') : path.replace('/en/', '/es/')
  req.session.draft = { path: other, values }
}

/** What was typed has been kept for good. */
export function forgetDraft(req: Request): void {
  delete req.session.draft
}

/** A browser says how a page is fetched (W3C Fetch Metadata); whoever says nothing opens it. */
function isOpened(req: Request): boolean {
  const mode = req.get('Sec-Fetch-Mode')
  return mode === undefined || mode === 'navigate'
}

export function pathOf(req: Request): string {
  return req.originalUrl.split('?')[0] ?? ''
}

/** A page of ours to go on to; anything else, another site's address above all, is left out. */
export function ownPath(text: string): string | null {
  return /^\/(es|en)(\/[\w\-./]*)?(\?[^\s\\]*)?$/.test(text) && !text.includes('//') ? text : null
}
