import { execFile } from 'node:child_process'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Copies a data folder so that neither it nor the copy is left in the system's page cache. What a `cp` leaves there
 * lies in pieces of up to two megabytes, and since Linux 6.16 ext4 writes a piece whole for one page of it: a durable
 * event wrote 3 to 80 MB to the disk instead of 0.2, as no store does that has grown by itself. Where the files cannot be read and
 * written directly, they are copied as usual.
 */
export async function copyPastCache(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyPastCache(source, target)
    else if (entry.name === dataFile) await copyDirectly(source, target)
    else await cp(source, target)
  }
}

/** Of LMDB: whole pages of 4096 bytes, as direct reading asks for. */
const dataFile = 'data.mdb'

async function copyDirectly(source: string, target: string): Promise<void> {
  const past = ['bs=4M', 'iflag=direct', 'oflag=direct', 'conv=fsync', 'status=none']
  try {
    await run('dd', [`if=${source}`, `of=${target}`, ...past])
  } catch {
    await cp(source, target)
  }
}
