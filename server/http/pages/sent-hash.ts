import { createHash } from 'node:crypto'
import busboy from 'busboy'
import type { Request } from 'express'
import { AppError } from '../../errors.ts'

const most = 200 * 1024 * 1024

/**
 * The SHA-256 of the file that a form sends, which is read and not kept; null where none was chosen.
 * @throws AppError 'bad-request', 'file-too-big'
 */
export function sentHash(req: Request): Promise<string | null> {
  if (!req.is('multipart/form-data')) return Promise.reject(new AppError('bad-request'))
  return new Promise((resolve, reject) => {
    let sha256: string | null = null
    const parser = busboy({
      headers: req.headers,
      limits: { files: 1, fields: 5, parts: 6, fieldSize: 1024, fileSize: most },
    })
    const fail = (error: unknown) => {
      req.unpipe(parser)
      req.resume()
      reject(error instanceof AppError ? error : new AppError('bad-request'))
    }
    parser.on('file', (_name, content, { filename }) => {
      const hash = createHash('sha256')
      content.on('data', (piece: Uint8Array) => void hash.update(piece))
      content.on('limit', () => fail(new AppError('file-too-big', { maxBytes: most })))
      content.on('end', () => {
        // A browser sends an empty part for a file that was not chosen.
        if (filename) sha256 = hash.digest('hex')
      })
    })
    parser.on('error', fail)
    parser.on('close', () => resolve(sha256))
    req.pipe(parser)
  })
}
