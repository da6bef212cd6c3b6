import type { Request } from 'express'
import { languages, type Language } from '../i18n/translate.ts'
import { userOf } from './actor.ts'

/** The name of the app's setting that answers when nothing else does. */
export const defaultLanguageSetting = 'default language'

/**
 * The reader's language: the page's own prefix; for the API what the client asks for (RFC 9110, 12.5.4) and
 * then what the account prefers; elsewhere the other way about; last the site's.
 */
export function languageOf(req: Request): Language {
  const prefix = asLanguage(/^\/(es|en)(?:[/?]|$)/.exec(req.originalUrl)?.[1])
  return prefix ?? ofReader(req) ?? asLanguage(req.app.get(defaultLanguageSetting)) ?? 'es'
}

function ofReader(req: Request): Language | null {
  const preferred = userOf(req)?.language ?? null
  return req.originalUrl.startsWith('/api/') ? (asked(req) ?? preferred) : (preferred ?? asked(req))
}

function asked(req: Request): Language | null {
  return req.get('Accept-Language') === undefined ? null : asLanguage(req.acceptsLanguages([...languages]))
}

function asLanguage(value: unknown): Language | null {
  return languages.find(language => language === value) ?? null
}
