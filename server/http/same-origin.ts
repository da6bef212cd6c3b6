import type { Request, RequestHandler } from 'express'
import { AppError } from '../errors.ts'

/**
 * Refuses changes that a page of another site makes a browser send (OWASP Cross-Site Request Forgery
 * Prevention, "Fetch Metadata" and "Verifying Origin"). A client that is no browser sends neither header.
 * @throws AppError 'not-same-origin'
 */
export function sameOriginOnly({ publicUrl }: { publicUrl: string }): RequestHandler {
  const ours = new URL(publicUrl).origin
  return (req, _res, next) => {
    next(isSafe(req) || isFromUs(req, ours) ? undefined : new AppError('not-same-origin'))
  }
}

/** Methods that change nothing (RFC 9110, 9.2.1). */
export function isSafe({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

function isFromUs(req: Request, ours: string): boolean {
  const site = req.get('Sec-Fetch-Site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = req.get('Origin')
  return origin === undefined || origin === ours || origin === `${req.protocol}://${req.get('Host') ?? ''}`
}
