import type { Context } from '../../../server/context.ts'
import type { BareEngine } from './bare-engine.ts'
import { bareLmdb } from './bare-lmdb.ts'
import { bareMongodb } from './bare-mongodb.ts'

/** The engine on which the context's store stands. */
export function openBareEngine(context: Context): BareEngine {
  const { uri } = context.config.database
  return uri === null ? bareLmdb(context) : bareMongodb(uri)
}
