import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { mongo } from 'mongoose'
import { fetchEngine } from './fetch.ts'

export interface RunningEngine {
  /** Of no database in particular. */
  readonly uri: string
  /** Waits until what was written is in its files. */
  stop(): Promise<void>
}

const startMs = 60_000
/** A large folder has much to write at its end; cut off, its journal has it all. */
const stopMs = 60_000

/**
 * Opens the engine on a folder of data, in a process of its own. Throws Error when it did not start.
 * @param cacheBytes of data kept in memory; left out, the engine's 256 MB, where a mongod takes half of what there is
 */
export async function startEngine(dataDir: string, cacheBytes?: number): Promise<RunningEngine> {
  const { packageDir, node } = await fetchEngine()
  const [command, ...before] = node
  const bridge = spawn(command, [...before, join(import.meta.dirname, 'bridge.mjs'), packageDir, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(bridge, 'close')
  const stop = async () => {
    bridge.kill('SIGTERM')
    await Promise.race([ended, setTimeout(stopMs, null, { ref: false })])
    bridge.kill('SIGKILL')
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
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true`
  if (cacheBytes !== undefined) await setCache(uri, cacheBytes)
  return { uri, stop }
}

async function setCache(uri: string, bytes: number): Promise<void> {
  const client = new mongo.MongoClient(uri)
  const wiredTigerEngineRuntimeConfig = `cache_size=${Math.round(bytes)}`
  await client.db('admin').command({ setParameter: 1, wiredTigerEngineRuntimeConfig })
  await client.close()
}
