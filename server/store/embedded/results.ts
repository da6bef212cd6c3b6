import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../errors.ts'
import { isFileError } from '../files.ts'
import { checkResultName, type ResultStore } from '../results.ts'

const partial = '.partial'

/** Results as files of one folder. Each is written under another name until it is whole. */
export async function openResults(dir: string): Promise<ResultStore> {
  await mkdir(dir, { recursive: true })
  // What a killed process was writing; the data folder's lock says that no other process is.
  const left = (await readdir(dir)).filter(name => name.endsWith(partial))
  await Promise.all(left.map(name => rm(join(dir, name), { force: true })))
  const pathOf = (name: string) => join(dir, checkResultName(name))

  return {
    async put(name, bytes) {
      const path = pathOf(name)
      const draft = `${path}${partial}`
      try {
        await writeWhole(draft, bytes)
        await rename(draft, path)
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined)
        throw writeFailure(error)
      }
    },
    async open(name) {
      const file = await open(pathOf(name)).catch(() => null)
      if (!file) throw new AppError('not-found', { name })
      return createReadStream('', { fd: file })
    },
    remove: name => rm(pathOf(name), { force: true }),
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file: FileHandle = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

function writeFailure(error: unknown): unknown {
  if (!isFileError(error)) return error
  const isFull = error.code === 'ENOSPC' || error.code === 'EDQUOT'
  return new AppError(isFull ? 'disk-full' : 'storage-failed', { cause: error.code })
}
