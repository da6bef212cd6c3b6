import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const projectDir = join(import.meta.dirname, '../..')

/** Bundles the writer once: starting it by way of tsx would take longer than the writing. */
export async function bundleWriter(): Promise<string> {
  const folder = join(projectDir, 'node_modules/.cache/vigia')
  await mkdir(folder, { recursive: true })
  const outfile = join(folder, `store-writer-${process.pid}.mjs`)
  const entryPoints = [join(projectDir, 'test/support/store-writer.ts')]
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm', packages: 'external' })
  return outfile
}

export interface Writer {
  readonly pid: number
  /** Resolves with the first line: `ready` or `failed …`. */
  readonly started: Promise<string>
  /** Kills it at once, then gives every whole line that it said. */
  kill(): Promise<string[]>
  /** Waits for its own end. */
  ended(): Promise<string[]>
}

/** With `fileBlocks`, no file that it writes may grow beyond so many blocks of 512 bytes: a full disk. */
export function startWriter(
  script: string,
  dir: string,
  prefix: string,
  fileBlocks: number | null = null,
): Writer {
  const limited = `trap '' XFSZ; ulimit -f ${fileBlocks}; exec "$@"`
  const command = [process.execPath, script, dir, prefix]
  const child = fileBlocks === null ? run(command) : run(['/bin/sh', '-c', limited, 'sh', ...command])
  let said = ''
  const exit = once(child, 'close')
  const started = new Promise<string>(resolve => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('\n')) resolve(said.slice(0, said.indexOf('\n')))
    })
    child.once('close', () => resolve('failed to start'))
  })
  // What follows the last line break was cut off: it was not said.
  const lines = () => said.split('\n').slice(0, -1)
  return {
    pid: child.pid ?? 0,
    started,
    async kill() {
      child.kill('SIGKILL')
      await exit
      return lines()
    },
    async ended() {
      await exit
      return lines()
    },
  }
}

function run([command = '', ...args]: string[]): ChildProcess {
  return spawn(command, args, { cwd: projectDir, stdio: ['ignore', 'pipe', 'inherit'] })
}
