import { join } from 'node:path'
import { open } from 'lmdb'
import { rootOptions } from '../../../server/store/embedded/open.ts'
import { openTable } from '../../../server/store/embedded/tables.ts'

/**
 * Reads every record and every index of a closed embedded store once, as the use of a few days does: a copy begins on
 * the disk, and what a server has run on lies in memory, as far as there is room. It reads through LMDB's map, since
 * what is read from the file by itself makes each write rewrite megabytes.
 */
export async function warmStore(dataDir: string): Promise<void> {
  const path = join(dataDir, 'store')
  const root = open<Buffer, Buffer>({ ...rootOptions(path), readOnly: true })
  const names = [...root.getKeys()].map(String)
  let bytes = 0
  for (const name of names) {
    for (const { key, value } of openTable(root, name).getRange()) bytes += key.length + value.length
  }
  await root.close()
  if (bytes === 0) throw new Error(`${path} holds nothing`)
}
