import { join } from 'node:path'
import { open } from 'lmdb'
import { AppError } from '../../errors.ts'
import { casterFor, unconnected } from '../casting.ts'
import type { CollectionDefinition, Indexes, StoredDocument } from '../collection.ts'
import type { Engine } from '../engine.ts'
import { onceByName, rawCollection, type RawCollection } from '../raw-collection.ts'
import { watched, type SlowWatch } from '../slow-operations.ts'
import { disagreements } from './check.ts'
import { createCommitQueue, storageFailure, type Table } from './commit-queue.ts'
import { takeDataFolder, type DataFolder } from './data-folder.ts'
import { embeddedDriver } from './driver.ts'
import { openFiles } from './files.ts'
import { openResults } from './results.ts'
import { requireWhole } from './require-whole.ts'
import { openTable, openTables, prepareIndexes, type Root, type Tables } from './tables.ts'

/** Grows when what is stored can no longer be read by the version before. */
const format = 1

/** Enough tables for fifty collections. */
const maxTables = 512

export interface EmbeddedEngine extends Engine {
  /** What disagrees between records and index entries of the collections asked for so far; nothing if sound. */
  check(): Promise<string[]>
}

interface Opening {
  readonly dir: string
  readonly now: () => Date
  readonly slow?: SlowWatch | null
}

/**
 * The embedded engine: LMDB and files under one folder, one process at a time. What was acknowledged survives
 * `kill -9` and a power cut. Throws AppError 'data-folder-in-use' { pid, dir }, 'data-folder-not-writable'
 * { dir, cause }, 'data-folder-newer' { dir, found, supported }, 'data-file-foreign', 'data-folder-damaged' or
 * 'storage-failed'.
 */
export async function openEmbedded({ dir, now, slow = null }: Opening): Promise<EmbeddedEngine> {
  const folder = await takeDataFolder(dir)
  try {
    await requireWhole(dir, () => open<Buffer, Buffer>(rootOptions(join(dir, 'store'))))
    return await openIn(folder, { now, slow })
  } catch (error) {
    await folder.release()
    throw storageFailure(error)
  }
}

async function openIn(
  folder: DataFolder,
  { now, slow }: { now: () => Date; slow: SlowWatch | null },
): Promise<EmbeddedEngine> {
  const { dir } = folder
  const root: Root = open<Buffer, Buffer>(rootOptions(join(dir, 'store')))
  const meta = openTable(root, 'meta')
  try {
    checkFormat(dir, meta)
  } catch (error) {
    await root.close()
    throw error
  }
  const files = await openFiles(join(dir, 'files'))
  const results = await openResults(join(dir, 'results'))
  const queue = createCommitQueue(root)
  const models = unconnected()
  const prepared: Promise<void>[] = []
  const opened: Tables[] = []
  const collections: RawCollection[] = []
  const once = onceByName()

  function prepare<T extends StoredDocument, I extends Indexes>(definition: CollectionDefinition<T, I>) {
    const tables = openTables(root, definition.name, definition.indexes)
    const ready = prepareIndexes(root, meta, queue, tables)
    // A failure to build is reported by each use of the collection, and by ensureIndexes.
    ready.catch(() => {})
    prepared.push(ready)
    opened.push(tables)
    const plain = embeddedDriver(tables, queue, ready)
    const driver = slow ? watched(plain, definition.name, slow) : plain
    const collection = rawCollection(definition, casterFor(definition, models), driver)
    collections.push(collection)
    return collection
  }

  return {
    kind: 'embedded',
    files,
    results,
    collections: () => [...collections],
    collection: definition => definition.typed(once(definition.name, () => prepare(definition))),
    async ensureIndexes() {
      await Promise.all(prepared)
    },
    async missingIndexes() {
      await Promise.all(prepared)
      return []
    },
    async check() {
      await Promise.all(prepared)
      const faults: string[] = []
      for (const tables of opened) faults.push(...(await disagreements(tables)))
      return faults
    },
    now: async () => now(),
    describe: () => dir,
    async close() {
      await Promise.allSettled(prepared)
      await queue.drained()
      await root.close()
      await models.close()
      await folder.release()
    },
  }
}

/**
 * lmdb's default, overlappingSync, was measured to lose acknowledged writes and break indexes at a power cut. And
 * of many free pages it reads 50,000 at each commit, looking for some in a row: on a store of 100,000 requests a
 * commit took 11 ms of processor time instead of 0.3, to keep the file one per cent smaller.
 */
export function rootOptions(path: string) {
  return {
    path,
    overlappingSync: false,
    noSync: false,
    maxFreeSpaceToLoad: 1_000,
    maxFreeSpaceToRetain: 2_000,
    maxDbs: maxTables,
    encoding: 'binary',
    keyEncoding: 'binary',
    cache: false,
  } as const
}

function checkFormat(dir: string, meta: Table): void {
  const key = Buffer.from('format')
  const found = meta.get(key)
  if (!found) return meta.putSync(key, Buffer.from(String(format)))
  if (Number(found.toString()) > format) {
    throw new AppError('data-folder-newer', { dir, found: Number(found.toString()), supported: format })
  }
}
