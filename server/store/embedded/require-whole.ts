import { join } from 'node:path'
import { AppError } from '../../errors.ts'
import { beginsAsDataFile, dataFileLength, setDataFileLength } from './data-file.ts'
import type { Table } from './commit-queue.ts'
import { openTable, type Root } from './tables.ts'

/**
 * Refuses a data folder whose file is not a store's, or of which the end is missing, as a copy that was broken off
 * leaves it, and leaves it as it was. Reads every page, but only of a file that is shorter than its own description.
 * @throws AppError 'data-file-foreign' { path }, 'data-folder-damaged' { dir, found, described }: bytes
 */
export async function requireWhole(dir: string, openRoot: () => Root): Promise<void> {
  const path = join(dir, 'store', 'data.mdb')
  if (!(await beginsAsDataFile(path))) throw new AppError('data-file-foreign', { path })
  const length = await dataFileLength(path)
  if (!length || length.found >= length.described) return
  await setDataFileLength(path, length.described)
  if (await isReadable(openRoot)) return
  await setDataFileLength(path, length.found)
  throw new AppError('data-folder-damaged', { dir, ...length })
}

async function isReadable(openRoot: () => Root): Promise<boolean> {
  let root: Root | null = null
  try {
    root = openRoot()
    for (const name of root.getKeys()) requireValues(openTable(root, name.toString()))
    return true
  } catch {
    return false
  } finally {
    await root?.close()
  }
}

/** @throws RangeError for a value of zeros. Nothing that is stored begins so: a document begins with its length. */
function requireValues(table: Table): void {
  for (const { value } of table.getRange()) {
    const start = value.subarray(0, lostBytes)
    if (start.length === lostBytes && start.every(byte => byte === 0)) throw new RangeError('A value is lost')
  }
}

const lostBytes = 16
