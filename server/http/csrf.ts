import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type {} from '../auth/session-types.ts'
import { AppError } from '../errors.ts'
import { userOf } from './actor.ts'
import { isSafe } from './same-origin.ts'

const length = 32

export function newCsrfSecret(): string {
  return randomBytes(length).toString('base64url')
}

/**
 * The token for this session's forms (hidden field `_csrf`) and calls (header `X-CSRF-Token`), or '' for
 * those who are not signed in. Masked anew each time, so that a compressed page does not give it away
 * (BREACH).
 */
export function csrfTokenOf(req: Request): string {
  const secret = secretOf(req)
  if (!secret) return ''
  const mask = randomBytes(length)
  return Buffer.concat([mask, xor(mask, secret)]).toString('base64url')
}

/** Checks the header of calls that carry a session. @throws AppError 'csrf-token-wrong' */
export const csrfHeader: RequestHandler = (req, _res, next) => {
  // Signing in starts a new session whatever the old one was.
  const isSignIn = req.method === 'POST' && req.path === '/session'
  if (!isSafe(req) && !isSignIn) requireCsrfToken(req, req.get('X-CSRF-Token'))
  next()
}

/**
 * Checks and takes away the field `_csrf` of forms. A multipart form is read by its own handler, which must
 * ask `hasCsrfToken` with its field. @throws AppError 'csrf-token-wrong'
 */
export const csrfField: RequestHandler = (req, _res, next) => {
  if (isSafe(req) || req.is('multipart/form-data')) return next()
  requireCsrfToken(req, takeField(req.body) ?? req.get('X-CSRF-Token'))
  next()
}

/** The token of a form, which its own schema does not know. */
function takeField(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('_csrf' in body)) return undefined
  const token = body._csrf
  Reflect.deleteProperty(body, '_csrf')
  return token
}

/** @throws AppError 'csrf-token-wrong' when somebody is signed in and the token is not that of the session. */
export function requireCsrfToken(req: Request, token: unknown): void {
  if (!hasCsrfToken(req, token)) throw new AppError('csrf-token-wrong')
}

/** False when somebody is signed in and the token is not that of the session. */
export function hasCsrfToken(req: Request, token: unknown): boolean {
  if (!userOf(req)) return true
  const secret = secretOf(req)
  return secret !== null && typeof token === 'string' && isTokenFor(secret, token)
}

function isTokenFor(secret: Buffer, token: string): boolean {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 2 * length) return false
  return timingSafeEqual(xor(bytes.subarray(0, length), bytes.subarray(length)), secret)
}

function secretOf(req: Request): Buffer | null {
  const secret = userOf(req) ? req.session.csrfSecret : undefined
  return secret === undefined ? null : Buffer.from(secret, 'base64url')
}

function xor(a: Uint8Array, b: Uint8Array): Buffer {
  return Buffer.from(a.map((byte, at) => byte ^ (b[at] ?? 0)))
}
