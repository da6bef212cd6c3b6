import type { Readable } from 'node:stream'

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
}

export interface StoredFile {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
  readonly size: number
}
