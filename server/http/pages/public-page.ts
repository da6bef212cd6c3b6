import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import type { VNode } from 'preact'
import type { PageContext } from '../../../client/page-context.ts'
import { renderPage } from '../../../client/render.tsx'
import { userOf } from '../actor.ts'
import { sendPage } from './page-of.ts'

/** Seconds for which a page that anyone may see may be kept without asking again. */
const freshFor = 60

/**
 * Sends a page that is the same for everyone who is not signed in, so that caches may keep it for a minute and
 * ask whether it changed. `Vary: Cookie` keeps it from those who are; theirs, and a page that says once what
 * was just done, are kept by nobody.
 */
export function sendPublicPage(req: Request, res: Response, ctx: PageContext, page: VNode): void {
  if (ctx.actor !== null || ctx.flash !== null) return sendPage(res, page)
  sendKept(req, res, 'html', renderPage(page))
}

/** For what is made anew from the same record: a chart, a feed. A reply to somebody signed in may carry a cookie. */
export function sendPublicText(req: Request, res: Response, mediaType: string, text: string): void {
  if (userOf(req)) res.set('Cache-Control', 'private, no-store').type(mediaType).send(text)
  else sendKept(req, res, mediaType, text)
}

function sendKept(req: Request, res: Response, mediaType: string, text: string): void {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 22)
  res.vary('Cookie')
  // Weak: compression on the way sends other bytes of the same page.
  res.set({ 'Cache-Control': `public, max-age=${freshFor}`, ETag: `W/"${digest}"` })
  if (req.fresh) res.status(304).end()
  else res.type(mediaType).send(text)
}
