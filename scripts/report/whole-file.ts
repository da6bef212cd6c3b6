import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { Transform, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { RefusedError } from '../command.ts'

const mostLinks = 40

/**
 * Writes a file under another name in the same folder, and gives it its own when all of it is on the disk: whoever
 * kills it, or fills the disk, leaves no half file under that name, and one that was there stays. What a killed one
 * left beside it is removed by the next. `write` opens the sink once at most and ends it.
 * @throws RefusedError naming the file where the disk refuses; otherwise what `write` throws
 */
export async function writeWholeFile<Written extends object>(
  file: string,
  write: (open: () => Writable) => Promise<Written>,
): Promise<Written & { readonly sha256: string }> {
  const place = await placeOf(file)
  const draft = (await isSpecial(place)) ? place : `${place}${ownMark()}`
  await removeLeft(place)
  const hash = createHash('sha256')
  const hashing = hashingInto(hash)
  const saving: Promise<void>[] = []
  const openSink = () => {
    saving.push(pipeline(hashing, createWriteStream(draft)))
    // Whoever writes is told by the sink; the saving is waited for below.
    saving[0]?.catch(() => undefined)
    return hashing
  }
  try {
    const written = await write(openSink)
    await Promise.all(saving)
    if (draft !== place) await settle(draft, place)
    return { ...written, sha256: hash.digest('hex') }
  } catch (error) {
    // The file is closed, whole or not, before it is removed.
    hashing.destroy()
    await Promise.allSettled(saving)
    if (draft !== place) await rm(draft, { force: true }).catch(() => undefined)
    throw isOfTheSystem(error) ? new RefusedError(`${file}: ${reason(error)}`) : error
  }
}

/** Says who writes a draft: two machines may share a folder, and only one of them knows whether the process lives. */
function ownMark(): string {
  return `.${hostname()}-${process.pid}.partial`
}

/** What a killed command of this machine left of the same file: nobody else would ever take it away. */
async function removeLeft(place: string): Promise<void> {
  const start = `${basename(place)}.${hostname()}-`
  const names = await readdir(dirname(place)).catch(() => [])
  const left = names.filter(name => name.startsWith(start) && isOfTheDead(name.slice(start.length)))
  for (const name of left) await rm(join(dirname(place), name), { force: true }).catch(() => undefined)
}

function isOfTheDead(mark: string): boolean {
  const pid = /^([1-9]\d{0,9})\.partial$/.exec(mark)?.[1]
  if (pid === undefined || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    // Anything else is alive and somebody else's.
    return isOfTheSystem(error) && error.code === 'ESRCH'
  }
}

/** @throws as `writeWholeFile` */
export function writeWholeBytes(file: string, bytes: Uint8Array): Promise<{ readonly sha256: string }> {
  return writeWholeFile(file, async open => {
    open().end(bytes)
    return {}
  })
}

/** Where a file is or will be: its links followed, those to a file that is not there yet too. */
export async function placeOf(file: string, links = 0): Promise<string> {
  const target = links < mostLinks ? await readlink(file).catch(() => null) : null
  if (target !== null) return placeOf(resolve(dirname(file), target), links + 1)
  const folder = dirname(resolve(file))
  return join(await realpath(folder).catch(() => folder), basename(file))
}

/** A pipe or a device is written to, never replaced. */
async function isSpecial(place: string): Promise<boolean> {
  const there = await stat(place).catch(() => null)
  return there !== null && !there.isFile()
}

/** On the disk before it has its name: after a power cut it is whole or not there. */
async function settle(draft: string, place: string): Promise<void> {
  const handle = await open(draft, 'r+')
  await handle.sync().finally(() => handle.close())
  await rename(draft, place)
}

function hashingInto(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}

function reason({ code }: NodeJS.ErrnoException): string {
  const isFull = code === 'ENOSPC' || code === 'EDQUOT'
  if (isFull) return `no se pudo escribir: el disco está lleno (${code}). Libere espacio y repita el comando`
  if (code === 'EFBIG') return `no se pudo escribir: pasa del tamaño que el sistema permite (${code})`
  return `no se pudo escribir (${code})`
}

function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error
}
