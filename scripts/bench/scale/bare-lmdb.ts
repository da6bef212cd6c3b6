import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { open } from 'lmdb'
import type { Context } from '../../../server/context.ts'
import { rootOptions } from '../../../server/store/embedded/open.ts'
import { requestCollection } from '../../../server/store/request-store.ts'
import { commits, document, type BareEngine } from './bare-engine.ts'

/** LMDB alone with the options of the store, one commit after the other; its passes are the store's own streams. */
export function bareLmdb({ config, engine, stores: { requests } }: Context): BareEngine {
  return {
    commitsPerSecond: () => commitsIn(config.database.dataDir),
    open: () => requests.owed(),
    all: () => engine.collection(requestCollection).stream({ index: 'byReceived' }),
    histories: upTo => requests.historiesUpTo(upTo, { kind: 'everything' }),
    close: async () => {},
  }
}

async function commitsIn(dataDir: string): Promise<number> {
  const dir = await mkdtemp(join(dataDir, 'bare-'))
  const root = open<Buffer, Buffer>(rootOptions(join(dir, 'store')))
  const began = performance.now()
  for (let at = 0; at < commits; at += 1) {
    root.transactionSync(() => root.putSync(Buffer.from(`document-${at}`), document))
  }
  const ms = performance.now() - began
  await root.close()
  await rm(dir, { recursive: true, force: true })
  return (commits / ms) * 1000
}
