import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startMongodb, type TestMongodb } from './mongodb-engine/start.ts'

/*
 * Runs tests on a real MongoDB: `npm run test:mongodb -- [--required] [SPEC…]`. Without one it says so loudly
 * and passes, or, with --required, fails.
 */
const projectDir = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  options: { required: { type: 'boolean', default: false } },
  allowPositionals: true,
})

process.exitCode = await main()

async function main(): Promise<number> {
  const mongodb = await startMongodb()
  if ('reasons' in mongodb) {
    console.error(
      `SKIPPED: tests on MongoDB, none could be had (${mongodb.reasons.join('; ')}). Set MONGODB_URI.`,
    )
    return values.required ? 1 : 0
  }
  console.error(`MONGODB: ${mongodb.what}`)
  try {
    return await runTests(mongodb)
  } finally {
    await mongodb.stop()
  }
}

async function runTests({ uri }: TestMongodb): Promise<number> {
  const specs = positionals.length > 0 ? positionals : defaultSpecs()
  const args = ['--no-config', '--node-option', 'import=tsx', '--timeout', '30000', ...specs]
  const mocha = spawn(process.execPath, [join(projectDir, 'node_modules/mocha/bin/mocha.js'), ...args], {
    cwd: projectDir,
    env: { ...process.env, MONGODB_URI: uri },
    stdio: 'inherit',
  })
  const [code] = await once(mocha, 'close')
  return typeof code === 'number' ? code : 1
}

/** The store's contract, and the application's own tests by way of HTTP. */
function defaultSpecs(): string[] {
  const http = existsSync(join(projectDir, 'test/server/http')) ? ['test/server/http/**/*.test.ts'] : []
  return ['test/server/store/mongodb.test.ts', ...http]
}
