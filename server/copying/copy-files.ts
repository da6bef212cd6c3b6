import { AppError } from '../errors.ts'
import type { FileStore } from '../store/files.ts'

export interface ComparedFiles {
  readonly files: number
  readonly copied: number
  readonly bytes: number
  readonly equal: boolean
}

/**
 * Copies what is not there yet. A file's name is the hash of what arrived, so a copy that differs has another
 * name and the original is missed. @throws AppError 'storage-failed' for a file that is not what its name says
 */
export async function copyFiles(from: FileStore, to: FileStore): Promise<ComparedFiles> {
  let files = 0
  let bytes = 0
  for await (const { sha256, size } of from.list()) {
    files += 1
    bytes += size
    if (await to.has(sha256)) continue
    const stored = await to.put(await from.open(sha256), { maxBytes: size })
    if (stored.sha256 !== sha256) throw new AppError('storage-failed', { cause: `file ${sha256} is damaged` })
  }
  let copied = 0
  for await (const { sha256 } of to.list()) if (await from.has(sha256)) copied += 1
  return { files, copied, bytes, equal: copied === files }
}
