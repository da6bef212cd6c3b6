import type { Request } from 'express'
import { SendAgainPage } from '../../../client/pages/send-again-page.tsx'
import { renderPage } from '../../../client/render.tsx'
import type { Fact } from '../../../client/parts/facts-list.tsx'
import type { Language } from '../../i18n/translate.ts'
import { textOf, type SentValues } from './form-body.ts'
import { formWith, labelOf } from './form-faults.ts'
import { megabytes } from './file-faults.ts'
import { pageContext, type Site } from './page-of.ts'
import { holdsSecret, keepForOtherLanguage, ownPath } from './page-session.ts'
import { draftIn } from './sign-in-pages.tsx'

/** What is shown to whoever sends it again; the rest goes along unseen. */
const words = ['title', 'body', 'text', 'reason', 'motive', 'reasoning', 'note', 'internalNote', 'name']

/**
 * The form of a session that is over: nothing was done, and all that was typed stands on a page whose one button
 * sends it under the session of now. Null for a form with a password, which is not written into a page.
 */
export async function sendAgainPage(site: Site, req: Request, typed: SentValues): Promise<string | null> {
  const ctx = await pageContext(site, req)
  const { action, values } = sendingOf(req, typed)
  if (holdsSecret(values)) return null
  keepForOtherLanguage(req, values)
  const data = {
    action,
    form: formWith(values, [], () => ''),
    shown: shownOf(ctx.language, values),
    multipart: req.is('multipart/form-data') !== false,
    maxMegabytes: megabytes(site.context.config.maxUploadBytes),
  }
  return renderPage(<SendAgainPage ctx={ctx} data={data} />)
}

interface Sending {
  readonly action: string
  readonly values: SentValues
}

/** A text on its way through signing in goes to the form that it is for: its writer is signed in by now. */
function sendingOf(req: Request, typed: SentValues): Sending {
  const next = ownPath(textOf(typed, 'next'))
  const draft = draftIn(textOf(typed, 'draft'))
  if (next && draft) return { action: next, values: draft }
  return { action: req.originalUrl, values: typed }
}

function shownOf(language: Language, values: SentValues): readonly Fact[] {
  return words
    .map(name => ({ name: labelOf(language, name), value: textOf(values, name) }))
    .filter(({ value }) => value !== '')
}
