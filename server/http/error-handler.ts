import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'
import { AppError, type ErrorCode } from '../errors.ts'
import { plainErrorPage, type RenderErrorPage } from './error-page.ts'
import { languageOf } from './language.ts'
import { problemOf } from './problem.ts'
import { statusOf } from './status.ts'

/**
 * Answers whatever was thrown: a problem document for the API, a page for people. What nobody foresaw is
 * logged in full, without the body that caused it, and answered 'unexpected'.
 */
export function errorHandler(
  { log }: { log: Logger },
  renderErrorPage: RenderErrorPage | null,
): ErrorRequestHandler {
  return async (thrown: unknown, req, res, _next) => {
    if (res.headersSent) return breakOff(log, req, res, thrown)
    const error = asAppError(thrown)
    if (statusOf[error.code] >= 500) logFailure(log, req, thrown)
    sayWhenToRetry(error, res)
    if (isForProgram(req)) return sendProblem(error, req, res)
    const html = await render(renderErrorPage ?? plainErrorPage, req, error)
    res.status(statusOf[error.code]).type('html').send(html)
  }
}

/** An answer that has begun can only be cut, so that half of it does not pass for all; who went away knows. */
function breakOff(log: Logger, req: Request, res: Response, thrown: unknown): void {
  const isGone = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_STREAM_PREMATURE_CLOSE'
  if (!isGone) logFailure(log, req, thrown)
  res.destroy()
}

/** Body parser's and Express's own refusals, by the `type` or `status` they carry. */
const codeOfType: Readonly<Record<string, ErrorCode>> = {
  'entity.too.large': 'body-too-big',
  'parameters.too.many': 'body-too-big',
  'entity.parse.failed': 'body-not-json',
  'encoding.unsupported': 'unsupported-media-type',
  'charset.unsupported': 'unsupported-media-type',
}

export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const { type, status } = refusalIn(thrown)
  const code = codeOfType[type] ?? (status >= 400 && status < 500 ? 'bad-request' : 'unexpected')
  return new AppError(code)
}

function refusalIn(thrown: unknown): { type: string; status: number } {
  if (typeof thrown !== 'object' || thrown === null) return { type: '', status: 500 }
  const type = 'type' in thrown && typeof thrown.type === 'string' ? thrown.type : ''
  const status = 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : 500
  return { type, status }
}

function logFailure(log: Logger, req: Request, thrown: unknown): void {
  const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown))
  const details = thrown instanceof AppError ? thrown.details : {}
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause.stack : undefined
  log.error(
    { method: req.method, path: req.path, error: { name, message, stack, cause }, details },
    'Request failed',
  )
}

function sayWhenToRetry({ code, details }: AppError, res: Response): void {
  const seconds = typeof details.retryAfterSeconds === 'number' ? details.retryAfterSeconds : 5
  if (code === 'too-many-requests' || statusOf[code] === 503)
    res.set('Retry-After', String(Math.ceil(seconds)))
}

function isForProgram(req: Request): boolean {
  return /^\/(api|health)(\/|\?|$)/.test(req.originalUrl)
}

function sendProblem(error: AppError, req: Request, res: Response): void {
  const problem = problemOf(error, {
    language: languageOf(req),
    instance: req.originalUrl.split('?')[0] ?? '',
  })
  // Past a body that was not read, the connection cannot be used again.
  if (!req.complete) res.set('Connection', 'close')
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** A page that fails while it says what failed is replaced by the plain one. */
async function render(page: RenderErrorPage, req: Request, error: AppError): Promise<string> {
  try {
    return await page(req, error)
  } catch {
    return plainErrorPage(req, error)
  }
}
