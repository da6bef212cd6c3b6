import { AppError } from '../errors.ts'
import { copies, type CopyStore, type UnfinishedCopy } from '../store/copy-store.ts'
import type { Engine } from '../store/engine.ts'
import type { RawCollection, RawDocument } from '../store/raw-collection.ts'
import { createStores } from '../store/stores.ts'
import { compareCollections, type ComparedCollection } from './compare-collections.ts'
import { copyFiles, type ComparedFiles } from './copy-files.ts'

export interface CopyResult {
  readonly collections: readonly ComparedCollection[]
  readonly files: ComparedFiles
  /** Counts and hashes of everything are the same on both sides. */
  readonly equal: boolean
}

/** Told now and then: how much of what is there. */
export type OnProgress = (progress: { collection: string; copied: number }) => void

/** Documents a durable batch. */
const batchSize = 500

/**
 * Moves every document and file from one engine to another, whichever they are, and reads both sides again to
 * the end. Killed, it goes on where it was when it is called again; until it has ended, the target opens for
 * nothing else. Nobody may write to the original meanwhile: what changed shows as a difference.
 * @throws AppError 'copy-target-not-empty' { where, collection } for a target that holds anything else,
 * 'copy-unfinished' { where, from } for one that is half a copy of another store, and what engines throw.
 */
export async function copyEverything(from: Engine, to: Engine, onProgress: OnProgress): Promise<CopyResult> {
  const sources = createStores(from)
  const { copies: marks } = createStores(to)
  await to.ensureIndexes()
  await requireWhole(from, sources.copies)
  const begun = await begin(marks, from, to)
  const pairs = pairsOf(from, to)
  for (const pair of pairs.filter(({ name }) => begun.reached === null || name >= begun.reached)) {
    const after = pair.name === begun.reached ? begun.lastId : null
    await copyCollection(pair, after, marks, onProgress)
  }
  const files = await copyFiles(from.files, to.files)
  const collections: ComparedCollection[] = []
  for (const pair of pairs) collections.push(await compareCollections(pair))
  const equal = files.equal && collections.every(each => each.equal)
  if (equal) await marks.end()
  return { collections, files, equal }
}

/** Half a copy is no original. */
async function requireWhole(engine: Engine, marks: CopyStore): Promise<void> {
  const unfinished = await marks.unfinished()
  if (unfinished) throw new AppError('copy-unfinished', { where: engine.describe(), from: unfinished.from })
}

/** One collection on both sides. */
export interface Pair {
  readonly name: string
  readonly original: RawCollection
  readonly copy: RawCollection
}

/** In the order of the names, which a copy that goes on needs to be the same; without the mark itself. */
function pairsOf(from: Engine, to: Engine): Pair[] {
  const targets = new Map(to.collections().map(collection => [collection.name, collection]))
  return from
    .collections()
    .flatMap(original => {
      const copy = targets.get(original.name)
      return copy && original.name !== copies.name ? [{ name: original.name, original, copy }] : []
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

async function begin(marks: CopyStore, from: Engine, to: Engine): Promise<UnfinishedCopy> {
  const begun = await marks.unfinished()
  if (begun && begun.from !== from.describe())
    throw new AppError('copy-unfinished', { where: to.describe(), from: begun.from })
  if (begun) return begun
  for (const collection of to.collections()) {
    if ((await collection.count({ index: '_id' }, { limit: 1 })) > 0)
      throw new AppError('copy-target-not-empty', { where: to.describe(), collection: collection.name })
  }
  await marks.begin(from.describe())
  return { from: from.describe(), reached: null, lastId: null }
}

async function copyCollection(
  { name, original, copy }: Pair,
  after: string | null,
  marks: CopyStore,
  onProgress: OnProgress,
): Promise<void> {
  const rest = after === null ? {} : { index: '_id', range: { field: '_id', gt: after } }
  let batch: RawDocument[] = []
  let copied = 0
  const write = async () => {
    await copy.insertMany(batch)
    copied += batch.length
    await marks.advance({ reached: name, lastId: batch.at(-1)?._id ?? after })
    onProgress({ collection: name, copied })
    batch = []
  }
  for await (const document of original.stream(rest)) {
    batch.push(document)
    if (batch.length === batchSize) await write()
  }
  await write()
}
