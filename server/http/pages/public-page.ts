import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import type { VNode } from 'preact'
import type { PageContext } from '../../../client/page-context.ts'
import { renderPage } from '../../../client/render.tsx'
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
  const html = renderPage(page)
  publiclyKept(res, createHash('sha256').update(html).digest('base64url').slice(0, 22))
  if (req.fresh) res.status(304).end()
  else res.type('html').send(html)
}

/** For what is made anew from the same record: a chart, a feed. */
export function sendPublicText(req: Request, res: Response, mediaType: string, text: string): void {
  publiclyKept(res, createHash('sha256').update(text).digest('base64url').slice(0, 22))
  if (req.fresh) res.status(304).end()
  else res.type(mediaType).send(text)
}

function publiclyKept(res: Response, digest: string): void {
  res.vary('Cookie')
  // Weak: compression on the way sends other bytes of the same page.
  res.set({ 'Cache-Control': `public, max-age=${freshFor}`, ETag: `W/"${digest}"` })
}
