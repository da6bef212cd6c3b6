import { randomBytes } from 'node:crypto'
import { link, lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../errors.ts'

/** The process that holds a data folder, as its lock file names it. */
interface Holder {
  readonly pid: number
  /** When it started, by the kernel's own count: a pid alone may have passed to another process. */
  readonly startedAt: string
}

export interface DataFolder {
  readonly dir: string
  release(): Promise<void>
}

/**
 * Makes the folder, if need be, and takes it for this process. The lock of a process that was killed is
 * recognised by its pid and start time and taken over. Throws AppError 'data-folder-in-use' { pid, dir } or
 * 'data-folder-not-writable' { dir, cause }.
 */
export async function takeDataFolder(dir: string): Promise<DataFolder> {
  const own = JSON.stringify({
    pid: process.pid,
    startedAt: (await startOf(process.pid)) ?? '',
  } satisfies Holder)
  const lock = join(dir, 'lock')
  const draft = join(dir, `lock.${process.pid}.${randomBytes(4).toString('hex')}`)
  try {
    await makeFolder(dir)
    await writeDurably(draft, own)
  } catch (error) {
    throw notWritable(dir, error)
  }
  try {
    await takeLock(dir, lock, draft)
  } finally {
    await rm(draft, { force: true })
  }
  return {
    dir,
    async release() {
      if ((await contentOf(lock)) === own) await rm(lock, { force: true })
    },
  }
}

/** As `mkdir` with `recursive`, which never ends where the system refuses a folder below one that is there (/proc). */
async function makeFolder(dir: string): Promise<void> {
  try {
    await mkdir(dir)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || dirname(dir) === dir) throw error
    await makeFolder(dirname(dir))
    await mkdir(dir)
  }
}

/** A link appears at once with its whole content, and only if there was none: the file system decides. */
async function takeLock(dir: string, lock: string, draft: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      await link(draft, lock)
      return
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw notWritable(dir, error)
    }
    await refuseIfHeld(dir, lock)
  }
  throw new AppError('data-folder-in-use', { pid: null, dir })
}

/** Removes the lock of a process that is gone. */
async function refuseIfHeld(dir: string, lock: string): Promise<void> {
  // To read a pipe is to wait for somebody who writes.
  const isFile = await lstat(lock).then(
    found => found.isFile(),
    () => true,
  )
  if (!isFile) throw new AppError('data-folder-not-writable', { dir, cause: 'EEXIST' })
  const seen = await contentOf(lock)
  if (seen === null) return
  const holder = holderFrom(seen)
  if (holder && (await startOf(holder.pid)) === holder.startedAt) {
    throw new AppError('data-folder-in-use', { pid: holder.pid, dir })
  }
  const aside = `${lock}.stale.${process.pid}`
  await rename(lock, aside).catch(() => {})
  // Another process may have taken the lock over since it was read; then it goes back.
  if ((await contentOf(aside)) !== seen) await link(aside, lock).catch(() => {})
  await rm(aside, { force: true })
}

function holderFrom(text: string): Holder | null {
  try {
    const { pid, startedAt } = JSON.parse(text)
    return Number.isSafeInteger(pid) && typeof startedAt === 'string' ? { pid, startedAt } : null
  } catch {
    return null
  }
}

/** Null when no such process runs. */
async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return isAlive(pid) ? 'running' : null
  return startByKernel(pid)
}

async function startByKernel(pid: number): Promise<string | null> {
  const stat = await contentOf(`/proc/${pid}/stat`)
  if (stat === null) return null
  // The second field is the command in parentheses and may itself hold spaces; the state follows it.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const isGone = state === 'Z' || state === 'X'
  const boot = await contentOf('/proc/sys/kernel/random/boot_id')
  return isGone ? null : `${String(boot).trim()}:${fields[18]}`
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function contentOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

function notWritable(dir: string, error: unknown): AppError {
  return new AppError('data-folder-not-writable', { dir, cause: codeOf(error) ?? String(error) })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
