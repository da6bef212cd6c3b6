import { openEngine, type EngineSettings } from './engine.ts'
import { createStores } from './stores.ts'

export interface BuiltIndexes {
  /** Where the data is; never a password. */
  readonly where: string
  /** `collection.index`, of those that were missing. */
  readonly built: readonly string[]
}

/** Builds every index that is missing, for as long as that takes. @throws AppError as `openEngine` */
export async function buildIndexes(settings: EngineSettings): Promise<BuiltIndexes> {
  const engine = await openEngine(settings)
  try {
    createStores(engine)
    const built = await engine.missingIndexes()
    await engine.ensureIndexes()
    return { where: engine.describe(), built }
  } finally {
    await engine.close()
  }
}
