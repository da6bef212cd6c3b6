import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments, runCommand, type ExitCode } from './command.ts'
import { startMongodb, type TestMongodb } from './mongodb-engine/start.ts'

const usage = `Uso: npm run test:mongodb -- [--required] [ARCHIVO…]

Corre pruebas sobre un MongoDB verdadero: el de MONGODB_URI o uno que se consiga. Si no hay, lo dice en voz
alta y termina con 0; con --required, con 1.
  --required   sin MongoDB, termina con 1`

const projectDir = join(import.meta.dirname, '..')

await runCommand(usage, async args => {
  const options = { required: { type: 'boolean', default: false } } as const
  const { values, positionals } = readArguments({ args, options, allowPositionals: true })
  const mongodb = await startMongodb()
  if ('reasons' in mongodb) {
    console.error(
      `SKIPPED: tests on MongoDB, none could be had (${mongodb.reasons.join('; ')}). Set MONGODB_URI.`,
    )
    return values.required ? 1 : 0
  }
  console.error(`MONGODB: ${mongodb.what}`)
  try {
    return await runTests(mongodb, positionals)
  } finally {
    await mongodb.stop()
  }
})

async function runTests({ uri }: TestMongodb, positionals: readonly string[]): Promise<ExitCode> {
  const specs = positionals.length > 0 ? positionals : defaultSpecs()
  const args = ['--no-config', '--node-option', 'import=tsx', '--timeout', '30000', ...specs]
  const mocha = spawn(process.execPath, [join(projectDir, 'node_modules/mocha/bin/mocha.js'), ...args], {
    cwd: projectDir,
    env: { ...process.env, MONGODB_URI: uri },
    stdio: 'inherit',
  })
  const [code] = await once(mocha, 'close')
  return code === 0 ? 0 : 1
}

/** The store's contract, the application's own tests by way of HTTP, and the bench. */
function defaultSpecs(): string[] {
  const reports = ['test/server/reports/report-jobs.test.ts', 'test/server/reports/routes.test.ts']
  const http = existsSync(join(projectDir, 'test/server/http')) ? ['test/server/http/**/*.test.ts'] : []
  const stores = ['test/server/store/mongodb*.test.ts', 'test/server/copying/*.test.ts']
  const bench = 'test/scripts/bench/scale/scene-on-mongodb.test.ts'
  return [...stores, 'test/server/two-instances.test.ts', ...reports, ...http, bench]
}
