import type { Request } from 'express'
import { languages, type Language } from '../i18n/translate.ts'
import { userOf } from './actor.ts'

/** The name of the app's setting that answers when nothing else does. */
export const defaultLanguageSetting = 'default language'

/**
 * The reader's language: the page's own prefix, then what the account prefers, then what the client asks
 * for (RFC 9110, 12.5.4), then the site's.
 */
export function languageOf(req: Request): Language {
  const prefix = /^\/(es|en)(?:[/?]|$)/.exec(req.originalUrl)?.[1]
  return (
    asLanguage(prefix) ??
    userOf(req)?.language ??
    asked(req) ??
    asLanguage(req.app.get(defaultLanguageSetting)) ??
    'es'
  )
}

function asked(req: Request): Language | null {
  return req.get('Accept-Language') === undefined ? null : asLanguage(req.acceptsLanguages([...languages]))
}

function asLanguage(value: unknown): Language | null {
  return languages.find(language => language === value) ?? null
}
