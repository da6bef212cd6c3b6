import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { AppError } from '../../errors.ts'
import { checkDigest, isFileError, measured, type FileStore } from '../files.ts'

/** Attachments as files named by their SHA-256: `ab/cdef…` holds what hashes to `abcdef…`. */
export async function openFiles(dir: string): Promise<FileStore> {
  const incoming = join(dir, 'incoming')
  // What a killed process was receiving; the data folder's lock says that no other process is.
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true })
  const pathOf = pathIn(dir)

  return {
    ...filesForReading(dir),
    async put(content, { maxBytes }) {
      const draft = join(incoming, randomUUID())
      const hash = createHash('sha256')
      try {
        const size = await receive(draft, measured(content, hash, maxBytes))
        const sha256 = hash.digest('hex')
        await publish(draft, pathOf(sha256))
        return { sha256, size }
      } catch (error) {
        throw isFileError(error) ? new AppError('storage-failed', { cause: error.code }) : error
      } finally {
        await rm(draft, { force: true })
      }
    },
    async *list() {
      for (const start of await namesIn(dir, /^[0-9a-f]{2}$/)) {
        for (const rest of await namesIn(join(dir, start), /^[0-9a-f]{62}$/)) {
          const sha256 = `${start}${rest}`
          yield { sha256, size: (await stat(pathOf(sha256))).size }
        }
      }
    },
  }
}

/** What is kept already, without touching what is being received. */
export function filesForReading(dir: string): Pick<FileStore, 'open' | 'has'> {
  const pathOf = pathIn(dir)
  return {
    async open(sha256): Promise<Readable> {
      const file = await open(pathOf(sha256)).catch(() => null)
      if (!file) throw new AppError('not-found', { sha256 })
      return createReadStream('', { fd: file })
    },
    has: async sha256 => (await stat(pathOf(sha256)).catch(() => null)) !== null,
  }
}

function pathIn(dir: string): (sha256: string) => string {
  return sha256 => join(dir, checkDigest(sha256).slice(0, 2), sha256.slice(2))
}

async function namesIn(dir: string, form: RegExp): Promise<string[]> {
  return (await readdir(dir)).filter(name => form.test(name)).toSorted()
}

async function receive(path: string, content: AsyncIterable<Uint8Array>): Promise<number> {
  const file = await open(path, 'wx')
  try {
    return await writeAll(file, content)
  } finally {
    await file.close()
  }
}

async function writeAll(file: FileHandle, content: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0
  for await (const chunk of content) {
    await file.writeFile(chunk)
    size += chunk.length
  }
  await file.sync()
  return size
}

/** The rename is durable once its folder is; the same content may be published twice, to the same end. */
async function publish(draft: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await rename(draft, path)
  await syncFolder(dirname(path))
  await syncFolder(dirname(dirname(path)))
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
