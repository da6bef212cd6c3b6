import type { Response } from 'express'
import { AppError } from '../errors.ts'

/** Aborted when the other side goes away before the answer: nobody would read what is made for it. */
export function goneSignal(res: Response): AbortSignal {
  const gone = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) gone.abort(new AppError('report-cancelled'))
  })
  return gone.signal
}
