import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleInto } from '../../scripts/bench/bundle.ts'

const projectDir = join(import.meta.dirname, '../..')
const folder = join(projectDir, `node_modules/.cache/vigia/server-${process.pid}`)

/** The server as `npm start` runs it, bundled once: starting it by way of tsx would take longer than a test. */
export async function bundleServer(): Promise<{ script: string; remove(): Promise<void> }> {
  await bundleInto(folder, { main: 'server/main.ts' })
  return { script: join(folder, 'main.mjs'), remove: () => rm(folder, { recursive: true, force: true }) }
}

export interface ServerProcess {
  readonly url: string
  /** Resolves with the code or the signal it ended with. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string | null>
}

/** Starts it over a data folder, on a port of its own. One that does not end when it is told to is killed. */
export async function startServerProcess(script: string, dataDir: string): Promise<ServerProcess> {
  // On the folder, whatever database the tests are given.
  const { MONGODB_URI: _elsewhere, ...given } = process.env
  const env = { ...given, NODE_ENV: 'test', DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [script], {
    cwd: projectDir,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'close')
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /^Vigía: (\S+)$/m.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('close', () => reject(new Error(`The server did not start: ${said}`)))
  })
  return {
    url,
    async end(signal) {
      const late = setTimeout(() => child.kill('SIGKILL'), 60_000)
      child.kill(signal)
      const [code, by] = await exit
      clearTimeout(late)
      return code ?? by
    },
  }
}
