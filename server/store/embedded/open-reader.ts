import { join } from 'node:path'
import { open } from 'lmdb'
import { AppError } from '../../errors.ts'
import { casterFor, unconnected } from '../casting.ts'
import type { CollectionDefinition, Indexes, StoredDocument } from '../collection.ts'
import type { Engine } from '../engine.ts'
import { onceByName, rawCollection } from '../raw-collection.ts'
import type { CommitQueue } from './commit-queue.ts'
import { embeddedDriver } from './driver.ts'
import { filesForReading } from './files.ts'
import { rootOptions } from './open.ts'
import { openTables, type Root } from './tables.ts'

/**
 * The data of a folder that this very process holds already, for one of its worker threads to read: what was
 * committed before it was opened, and what is committed while it is open. It takes no lock, so that nothing but
 * the holder may open it. Writes are refused with AppError 'storage-failed'.
 */
export function openEmbeddedReader({ dir, now }: { dir: string; now: () => Date }): Engine {
  const root: Root = open<Buffer, Buffer>({ ...rootOptions(join(dir, 'store')), readOnly: true })
  const models = unconnected()
  const once = onceByName()
  const ready = Promise.resolve()

  function prepare<T extends StoredDocument, I extends Indexes>(definition: CollectionDefinition<T, I>) {
    const tables = openTables(root, definition.name, definition.indexes)
    return rawCollection(definition, casterFor(definition, models), embeddedDriver(tables, noWrites, ready))
  }

  const engine = {
    kind: 'embedded' as const,
    files: { ...filesForReading(join(dir, 'files')), put: refuse, list: none },
    results: { put: refuse, open: refuse, remove: refuse },
    collection: <T extends StoredDocument, I extends Indexes>(definition: CollectionDefinition<T, I>) =>
      definition.typed(once(definition.name, () => prepare(definition))),
    collections: () => [],
    ensureIndexes: async () => {},
    missingIndexes: async () => [],
    now: async () => now(),
    describe: () => dir,
    async close() {
      await root.close()
      await models.close()
    },
  }
  return engine
}

const noWrites: CommitQueue = { write: refuse, drained: async () => null }

async function refuse(): Promise<never> {
  throw new AppError('storage-failed', { cause: 'opened for reading' })
}

async function* none(): AsyncGenerator<never> {
  yield* []
}
