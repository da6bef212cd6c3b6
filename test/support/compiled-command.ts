import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleInto } from '../../scripts/bench/bundle.ts'

const projectDir = join(import.meta.dirname, '../..')

export interface CompiledCommand {
  /** What Node starts. */
  readonly script: string
  remove(): Promise<void>
}

/**
 * What `npm run` starts, compiled once for the tests that start it again and again: by way of tsx a start takes
 * two seconds of a processor. That each starts by way of tsx too is proved in test/scripts/command.test.ts.
 */
export async function compiledCommand(name: string): Promise<CompiledCommand> {
  const folder = join(projectDir, `node_modules/.cache/vigia/${name}-${process.pid}`)
  await bundleInto(folder, { [name]: `scripts/${name}.ts` })
  return {
    script: join(folder, `${name}.mjs`),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
