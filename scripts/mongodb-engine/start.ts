import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { MongoMemoryServer } from 'mongodb-memory-server'
import { fetchEngine } from './fetch.ts'

/** A MongoDB for tests: an address and a way to end it. */
export interface TestMongodb {
  readonly uri: string
  readonly what: string
  stop(): Promise<void>
}

const downloadMs = 20_000
const startMs = 20_000

/** The first that can be had: what MONGODB_URI names, a downloaded mongod, the engine from npm. Else why not. */
export async function startMongodb(): Promise<TestMongodb | { readonly reasons: readonly string[] }> {
  const given = process.env.MONGODB_URI
  if (given) return { uri: given, what: 'MONGODB_URI', stop: async () => {} }
  const reasons: string[] = []
  for (const start of [startMemoryServer, startEngine]) {
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

async function startEngine(): Promise<TestMongodb> {
  const { packageDir, node } = await fetchEngine()
  const dataDir = await mkdtemp(join(tmpdir(), 'vigia-mongodb-'))
  const [command, ...before] = node
  const bridge = spawn(command, [...before, join(import.meta.dirname, 'bridge.mjs'), packageDir, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(bridge, 'close')
  const stop = async () => {
    bridge.kill('SIGTERM')
    await Promise.race([ended, setTimeout(5_000, null, { ref: false })])
    bridge.kill('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  }
  const said = await Promise.race([
    once(bridge.stdout, 'data'),
    ended,
    setTimeout(startMs, null, { ref: false }),
  ])
  const port = Number(String(said?.[0]))
  if (!Number.isInteger(port) || port < 1) {
    await stop()
    throw new Error('the engine did not start')
  }
  return { uri: `mongodb://127.0.0.1:${port}/?directConnection=true`, what: 'the engine from npm', stop }
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
  return line
}
