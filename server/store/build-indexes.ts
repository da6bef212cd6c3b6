import { openEngine, type EngineSettings } from './engine.ts'
import { fillContested } from './fill-contested.ts'
import { createStores } from './stores.ts'

export interface BuiltIndexes {
  /** Where the data is; never a password. */
  readonly where: string
  /** `collection.index`, of those that were missing. */
  readonly built: readonly string[]
  /** Requests of before that got a field which an index is of. */
  readonly filled: number
}

/** Builds every index that is missing, and gives old records what it is of, for as long as that takes. @throws AppError as `openEngine` */
export async function buildIndexes(settings: EngineSettings): Promise<BuiltIndexes> {
  const engine = await openEngine(settings)
  try {
    createStores(engine)
    const built = await engine.missingIndexes()
    await engine.ensureIndexes()
    return { where: engine.describe(), built, filled: await fillContested(engine) }
  } finally {
    await engine.close()
  }
}
