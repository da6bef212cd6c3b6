import { open, truncate, type FileHandle } from 'node:fs/promises'

/** Where LMDB's description of its file lies in each of its two meta pages (`MDB_meta` of lmdb-js 3.5). */
const at = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, end: 160 } as const

const magic = 0xbeefc0de

/**
 * How much of LMDB's file is there, in bytes, and how much its last commit describes. A file that is shorter
 * ends the process (SIGBUS) as soon as a page beyond its end is read. Null where there is none yet, or where it
 * is laid out otherwise: then LMDB has the word. A shorter file may still be whole: pages that were taken and
 * given back in one transaction are never written.
 */
export async function dataFileLength(path: string): Promise<{ found: number; described: number } | null> {
  const file = await open(path).catch(() => null)
  if (!file) return null
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(at.end)
    await file.read(head, 0, at.end, 0)
    const pageSize = head.readUInt32LE(at.pageSize)
    const second = Buffer.alloc(at.end)
    await file.read(second, 0, at.end, pageSize)
    const metas = [head, second].filter(meta => meta.readUInt32LE(at.magic) === magic)
    const newest = metas.toSorted((one, other) => transactionOf(other) - transactionOf(one))[0]
    return newest ? { found: size, described: (lastPageOf(newest) + 1) * pageSize } : null
  } finally {
    await file.close()
  }
}

/**
 * Whether a file that is there begins as LMDB's do, with two meta pages. One that does not would end the process
 * (SIGSEGV). The magic number is looked for in all of a page: builds of LMDB differ in their layout.
 */
export async function beginsAsDataFile(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  if (!file) return true
  try {
    const { size } = await file.stat()
    const head = await pageAt(file, 0)
    if (head.length === 0) return true
    if (!head.includes(magicBytes)) return false
    const isKnownLayout = head.length >= at.end && head.readUInt32LE(at.magic) === magic
    const second = isKnownLayout ? head.readUInt32LE(at.pageSize) : size
    return size < second + smallestPage || (await pageAt(file, second)).includes(magicBytes)
  } finally {
    await file.close()
  }
}

async function pageAt(file: FileHandle, position: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(smallestPage), 0, smallestPage, position)
  return buffer.subarray(0, bytesRead)
}

const smallestPage = 4096
const magicBytes = Buffer.from([0xde, 0xc0, 0xef, 0xbe])

/** Makes the file that long: what is missing reads as zeros, which LMDB recognises, or is never read. */
export function setDataFileLength(path: string, bytes: number): Promise<void> {
  return truncate(path, bytes)
}

function transactionOf(meta: Buffer): number {
  return Number(meta.readBigUInt64LE(at.transaction))
}

function lastPageOf(meta: Buffer): number {
  return Number(meta.readBigUInt64LE(at.lastPage))
}
