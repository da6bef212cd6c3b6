import { existsSync } from 'node:fs'
import type { RequestHandler } from 'express'
import { workerFile } from '../../client/assets.ts'

/**
 * The worker that lets the last form be opened without a connection, or, where it is switched off, the one that
 * takes its place on every device, forgets what it kept and goes. Browsers ask for it anew each time.
 */
export function serviceWorker({ offlineForms }: { offlineForms: boolean }): RequestHandler {
  const file = workerFile(offlineForms ? 'on' : 'off')
  return (_req, res, next) => {
    if (!existsSync(file)) return next()
    res.set('Cache-Control', 'no-cache').type('text/javascript').sendFile(file)
  }
}
