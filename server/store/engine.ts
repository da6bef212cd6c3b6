import { systemClock } from '../clock.ts'
import type { Collection, CollectionDefinition, Indexes, StoredDocument } from './collection.ts'
import { openEmbedded } from './embedded/open.ts'
import type { FileStore } from './files.ts'
import { openEmbeddedReader } from './embedded/open-reader.ts'
import { openMongodb } from './mongodb/open.ts'
import type { ResultStore } from './results.ts'
import type { RawCollection } from './raw-collection.ts'
import type { SlowWatch } from './slow-operations.ts'

/** Where everything is kept. Both kinds hold the same promises: see `Collection` and `FileStore`. */
export interface Engine {
  readonly kind: 'embedded' | 'mongodb'
  readonly files: FileStore
  /** Until somebody removes them. */
  readonly results: ResultStore
  collection<T extends StoredDocument, I extends Indexes>(
    definition: CollectionDefinition<T, I>,
  ): Collection<T, I>
  /** Those asked for so far, without their types. */
  collections(): readonly RawCollection[]
  /** Builds the indexes that the collections asked for so far still lack. */
  ensureIndexes(): Promise<void>
  /**
   * `collection.index` for each index that those collections lack. The embedded engine builds its own as it
   * opens; on MongoDB they are built by `npm run indexes` alone, since on a large collection that takes long.
   */
  missingIndexes(): Promise<string[]>
  /** The store's own time, which several instances share: leases are measured by it. */
  now(): Promise<Date>
  /** Where the data is, for people; never a password. */
  describe(): string
  close(): Promise<void>
}

export interface EngineSettings {
  /** Null keeps the data in `dataDir`. */
  readonly mongodbUri: string | null
  readonly dataDir: string
  /** The embedded engine's time, else the system's; MongoDB has its own. */
  readonly now?: () => Date
  /** Told of what takes long; left out, nobody is. */
  readonly slow?: SlowWatch | null
}

/**
 * Opens MongoDB when there is an address for it, else the embedded store. Throws AppError
 * 'database-unreachable' { host }, 'data-folder-in-use' { pid, dir }, 'data-folder-not-writable' { dir, cause }
 * or 'data-folder-newer' { dir, found, supported }, and as `openMongodb`.
 */
export function openEngine({
  mongodbUri,
  dataDir,
  now = systemClock('UTC').now,
  slow = null,
}: EngineSettings): Promise<Engine> {
  return mongodbUri === null
    ? openEmbedded({ dir: dataDir, now, slow })
    : openMongodb({ uri: mongodbUri, slow })
}

/**
 * The data of the engine that this process has open by the same settings, for a worker thread of it to read.
 * Throws AppError as `openEngine`.
 */
export async function openReader({
  mongodbUri,
  dataDir,
  now = systemClock('UTC').now,
}: EngineSettings): Promise<Engine> {
  return mongodbUri === null ? openEmbeddedReader({ dir: dataDir, now }) : openMongodb({ uri: mongodbUri })
}
