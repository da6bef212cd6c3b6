import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { readConfig } from '../../server/config.ts'
import { openContext } from '../../server/open-context.ts'

const root = new URL('../..', import.meta.url).pathname

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

describe('every command', function () {
  this.timeout(60_000)
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-command-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  function run(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
    return new Promise(resolve => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', `scripts/${name}.ts`, ...args],
        { cwd: root, env: { PATH: process.env['PATH'], NODE_ENV: 'test', LOG_LEVEL: 'silent', ...env } },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      )
    })
  }

  it('says in words who holds the data folder, with the pid', async () => {
    const context = await openContext(readConfig({ NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' }))
    const { code, stdout, stderr } = await run('scan', ['--json'], { DATA_DIR: folder })
    await context.engine.close()
    expect([code, stdout]).to.eql([1, ''])
    expect(stderr).to.match(/^Otro proceso usa la carpeta de datos\. /)
    expect(stderr)
      .to.include(String(process.pid))
      .and.not.match(/[{}]|data-folder/)
  })

  it('says in words that a folder cannot be written, or that a database does not answer', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    const unwritable = await run('scan', ['--json'], { DATA_DIR: join(file, 'data') })
    expect([unwritable.code, unwritable.stdout]).to.eql([1, ''])
    expect(unwritable.stderr)
      .to.match(/^No se puede escribir en la carpeta de datos\. /)
      .and.include(file)
    const silent = await run('scan', ['--json'], { MONGODB_URI: 'mongodb://127.0.0.1:1/vigia' })
    expect([silent.code, silent.stdout]).to.eql([1, ''])
    expect(silent.stderr).to.match(/^La base de datos no responde\. 127\.0\.0\.1:1 /)
  })

  it('takes a wrong setting for wrong use, without a stack', async () => {
    const { code, stdout, stderr } = await run('scan', ['--json'], { MONGODB_URI: 'http://ejemplo.test' })
    expect([code, stdout]).to.eql([2, ''])
    expect(stderr)
      .to.include('MONGODB_URI')
      .and.not.match(/\n\s+at /)
  })

  it('takes any text for a seed, the same each time', async () => {
    const env = { DATA_DIR: join(folder, 'seeded') }
    const args = ['--requests', '3', '--years', '1', '--seed', 'demo', '--json']
    const [first, second] = [await run('seed', args, env), await run('seed', args, env)]
    expect([first.code, JSON.parse(first.stdout).requests]).to.eql([0, 3])
    expect([second.code, JSON.parse(second.stdout).requests]).to.eql([0, 0])
    expect((await run('seed', ['--requests', '3', '--years', '1', '--seed', ' '], env)).code).to.equal(2)
  })
})
