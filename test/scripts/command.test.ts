import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { readArguments, UsageError } from '../../scripts/command.ts'
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

  const commands = [
    ...['bench', 'build-server', 'closure', 'deadlines', 'demo', 'import', 'report', 'scan', 'seed'],
    'test-mongodb',
  ]
  for (const name of commands) {
    it(`tells how to use ${name}, and refuses an option that it does not know`, async () => {
      const env = { DATA_DIR: join(folder, 'never') }
      const [help, wrong] = await Promise.all([run(name, ['--help'], env), run(name, ['--nada'], env)])
      expect([help.code, help.stderr]).to.eql([0, ''])
      expect(help.stdout).to.match(/^Uso: npm run /)
      expect([wrong.code, wrong.stdout]).to.eql([2, ''])
      expect(wrong.stderr).to.match(/^--nada: no existe esa opción\./)
      expect(await stat(env.DATA_DIR).catch(() => null)).to.equal(null)
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

describe('the arguments of a command', () => {
  const options = {
    from: { type: 'string', short: 'f' },
    json: { type: 'boolean', default: false },
  } as const
  const read = (...args: string[]) => readArguments({ args, options })

  it('reads what is there', () => {
    expect({ ...read('--from', 'x', '--json').values }).to.eql({ from: 'x', json: true })
    expect(readArguments({ args: ['one'], options, allowPositionals: true }).positionals).to.eql(['one'])
  })

  const wrong: readonly (readonly [string, readonly string[], string])[] = [
    [
      'an unknown option',
      ['--form', 'x'],
      '--form: no existe esa opción. Las que hay: --from, --json, --help.',
    ],
    ['an unknown letter', ['-x'], '-x: no existe esa opción. Las que hay: --from, --json, --help.'],
    ['no value at the end', ['--json', '--from'], '--from: falta el valor. Escriba --from VALOR.'],
    [
      'an option in place of a value',
      ['--from', '--json'],
      '--from: falta el valor. Escriba --from VALOR, o --from=VALOR si empieza con guion.',
    ],
    ['a value where there is none', ['--json=yes'], '--json: no lleva valor. Escriba solo --json.'],
    ['a word too many', ['more'], 'more: sobra. Los datos se dan con opciones; véalas con --help.'],
  ]
  for (const [title, args, said] of wrong) {
    it(`names the option and the remedy for ${title}`, () => {
      expect(() => read(...args)).to.throw(UsageError, new RegExp(`^${said.replaceAll('.', '\\.')}$`))
    })
  }
})
