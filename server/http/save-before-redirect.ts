import type { RequestHandler } from 'express'
import type {} from '../auth/session-types.ts'
import { userOf } from './actor.ts'
import { forgetForOtherLanguage } from './pages/page-session.ts'
import { isSafe } from './same-origin.ts'

/**
 * A redirect is sent when the session is on the disk: express-session lets the headers go before, and a quick
 * browser asks for the next page before what the act did could be said there.
 */
export const saveBeforeRedirect: RequestHandler = (req, res, next) => {
  if (isSafe(req)) return next()
  const redirect = res.redirect.bind(res)
  res.redirect = (first: string | number, second?: string | number) => {
    const [status, url] = typeof first === 'number' ? [first, String(second)] : [302, first]
    // Strangers have no session to save, and signing out leaves none.
    const session: Partial<typeof req.session> | undefined = req.session
    if (!userOf(req) || !session?.save) return redirect(status, url)
    forgetForOtherLanguage(req)
    session.save(error => (error ? next(error) : redirect(status, url)))
  }
  next()
}
