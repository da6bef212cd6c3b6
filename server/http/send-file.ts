import type { Response } from 'express'

export interface SentFile {
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

/**
 * Headers of a file that somebody else made: always a download, in a sandbox, of a detected type, not kept
 * by caches. The type is set last: `res.attachment` would take it from the name's ending.
 */
export function sendFile(res: Response, { name, size, mediaType }: SentFile): void {
  res.attachment(name)
  res.set({
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
    'Content-Length': String(size),
    'Content-Type': mediaType,
  })
}
