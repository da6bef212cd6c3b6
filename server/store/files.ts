import type { Hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { AppError } from '../errors.ts'

/** Attachments, addressed by what they contain: the same bytes are kept once. */
export interface FileStore {
  /**
   * Durable when it resolves. Throws AppError 'file-too-big' { maxBytes } or 'storage-failed', or what the
   * stream failed with; nothing partial is left under any name that `open` could reach.
   */
  put(content: Readable, limits: { readonly maxBytes: number }): Promise<StoredFile>
  /** Throws AppError 'not-found' { sha256 } when there is none. */
  open(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
  /** Every file, in the order of the digests. */
  list(): AsyncIterable<StoredFile>
}

export interface StoredFile {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
  readonly size: number
}

/** Passes content on while hashing it; throws AppError 'file-too-big' as soon as it is. */
export async function* measured(content: Readable, hash: Hash, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of content) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
    if (!(chunk instanceof Uint8Array)) throw new AppError('invalid-input', { field: 'content' })
    size += chunk.length
    if (size > maxBytes) throw new AppError('file-too-big', { maxBytes })
    hash.update(chunk)
    yield chunk
  }
}

/** Throws AppError 'not-found' for what cannot be a digest, so that no path is ever made of it. */
export function checkDigest(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('not-found', { sha256 })
  return sha256
}

/** A failure of the file system, not of the stream's source. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}
