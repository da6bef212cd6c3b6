import { performance } from 'node:perf_hooks'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** One line a request: which route, how it ended, how long. Neither query nor body nor who: they are personal. */
export function requestLog({ log }: { log: Logger }): RequestHandler {
  return (req, res, next) => {
    const begun = performance.now()
    res.once('close', () => {
      const pattern: unknown = req.route?.path
      const route = typeof pattern === 'string' ? req.baseUrl + pattern : null
      const ms = Math.round(performance.now() - begun)
      log.info(
        { method: req.method, route, status: res.statusCode, ms, whole: res.writableFinished },
        'request',
      )
    })
    next()
  }
}
