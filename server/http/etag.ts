import type { Request, Response } from 'express'
import { AppError } from '../errors.ts'

/** Names the version of what is sent: `ETag: "7"` (RFC 9110, 8.8.3). */
export function setVersion(res: Response, version: number): void {
  res.set('ETag', etagOf(version))
}

export function etagOf(version: number): string {
  return `"${version}"`
}

/**
 * The version that the sender of a change has seen (`If-Match: "7"`).
 * @throws AppError 'precondition-required' (428) without one: `*` would overwrite what nobody has read.
 * @throws AppError 'stale' (412) for a tag that was never ours.
 */
export function expectedVersion(req: Request): number {
  const header = req.get('If-Match')?.trim()
  if (!header || header === '*') throw new AppError('precondition-required')
  const digits = /^"(\d{1,15})"$/.exec(header)?.[1]
  if (!digits) throw new AppError('stale')
  return Number(digits)
}

/** @throws AppError as `expectedVersion`, and 'stale' when the sender has seen another version. */
export function requireVersion(req: Request, current: number): number {
  const expected = expectedVersion(req)
  if (expected !== current) throw new AppError('stale')
  return expected
}
