import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { userOf } from './actor.ts'

/**
 * Holds an account with a one-time password until it has its own: only the paths that match `open` answer.
 * @throws AppError 'password-change-required'
 */
export function passwordGate({ open }: { open: RegExp }): RequestHandler {
  return (req, _res, next) => {
    const isHeld = userOf(req)?.mustChangePassword === true && !open.test(req.path)
    next(isHeld ? new AppError('password-change-required') : undefined)
  }
}
