import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { MongoMemoryServer } from 'mongodb-memory-server'
import { startEngine } from './engine.ts'

/** A MongoDB for tests: an address and a way to end it. */
export interface TestMongodb {
  readonly uri: string
  readonly what: string
  stop(): Promise<void>
}

const downloadMs = 20_000

/** The first that can be had: what MONGODB_URI names, a downloaded mongod, the engine from npm. Else why not. */
export async function startMongodb(): Promise<TestMongodb | { readonly reasons: readonly string[] }> {
  const given = process.env.MONGODB_URI
  if (given) return { uri: given, what: 'MONGODB_URI', stop: async () => {} }
  const reasons: string[] = []
  for (const start of [startMemoryServer, startTestEngine]) {
    try {
      return await start()
    } catch (error) {
      reasons.push(firstLine(error))
    }
  }
  return { reasons }
}

async function startMemoryServer(): Promise<TestMongodb> {
  // Where it cannot download, it is to say so once and soon.
  process.env.MONGOMS_MAX_RETRIES ??= '1'
  const dbPath = await mkdtemp(join(tmpdir(), 'vigia-mongodb-'))
  const giveUp = new AbortController()
  try {
    const server = await Promise.race([
      MongoMemoryServer.create({ instance: { ip: '127.0.0.1', dbPath } }),
      setTimeout(downloadMs, null, { signal: giveUp.signal }),
    ])
    if (server === null) throw new Error('mongodb-memory-server: no mongod in time')
    const stop = async () => {
      await server.stop()
      await rm(dbPath, { recursive: true, force: true })
    }
    return { uri: server.getUri(), what: 'mongodb-memory-server', stop }
  } catch (error) {
    await rm(dbPath, { recursive: true, force: true })
    throw error
  } finally {
    giveUp.abort()
  }
}

async function startTestEngine(): Promise<TestMongodb> {
  const dataDir = await mkdtemp(join(tmpdir(), 'vigia-mongodb-'))
  const removed = () => rm(dataDir, { recursive: true, force: true })
  try {
    const engine = await startEngine(dataDir)
    const stop = async () => {
      await engine.stop()
      await removed()
    }
    return { uri: engine.uri, what: 'the engine from npm', stop }
  } catch (error) {
    await removed()
    throw error
  }
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line
}
