import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import iconv from 'iconv-lite'
import { UsageError } from '../../scripts/command.ts'
import { readQuestion } from '../../scripts/import/options.ts'
import { compiledCommand, type CompiledCommand } from '../support/compiled-command.ts'

const aphis = new URL('../fixtures/logs/aphis-2012-02.csv', import.meta.url).pathname

interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

describe('npm run import', function () {
  this.timeout(60_000)
  let folder: string
  let command: CompiledCommand

  before(async () => {
    command = await compiledCommand('import')
  })
  after(() => command.remove())

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-import-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  function run(...args: readonly string[]): Promise<Run> {
    const env = { ...process.env, DATA_DIR: join(folder, 'data'), MONGODB_URI: '' }
    const { MONGODB_URI: _none, ...embedded } = env
    return new Promise(resolve => {
      const child = execFile(
        process.execPath,
        [command.script, ...args],
        { env: embedded },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      )
    })
  }

  it('prints one document, the same for a trial, the real thing, and nothing new the second time', async () => {
    const args = [aphis, '--organisation', 'Ceiba', '--create-institutions', '--json']
    const trial = await run(...args, '--dry-run')
    const real = await run(...args)
    const again = await run(...args)
    expect([trial, real, again].map(({ code, stderr }) => [code, stderr])).to.eql([
      [0, ''],
      [0, ''],
      [0, ''],
    ])
    const counts = { read: 83, added: 83, same: 0, changed: 0, refusedRows: 0, problems: [] }
    expect(JSON.parse(trial.stdout)).to.deep.include({ ...counts, dryRun: true })
    expect(JSON.parse(real.stdout)).to.deep.include({ ...counts, dryRun: false })
    expect(JSON.parse(again.stdout)).to.deep.include({ ...counts, added: 0, same: 83 })
    expect(JSON.parse(real.stdout).notes.join(' ')).to.include('«APHIS»')
  })

  it('reads a log in Spanish as Windows-1252 with semicolons, and lists what it cannot read', async () => {
    const file = join(folder, 'bitácora.csv')
    const lines = [
      'No. de solicitud;Institución;Fecha de recepción;Fecha de respuesta;Resultado',
      '1;Ministerio de Educación;30/02/2025;;',
      '2;Ministerio de Educación;14/02/2025;28/02/2025;Entrega parcial',
    ]
    await writeFile(file, iconv.encode(lines.join('\r\n'), 'windows-1252'))
    const { code, stdout } = await run(file, '--organisation', 'Ceiba', '--json')
    const result = JSON.parse(stdout)
    expect([code, result.read, result.added, result.refusedRows]).to.eql([0, 2, 1, 1])
    expect(result.problems[0]).to.include({
      row: 2,
      column: 'Fecha de recepción',
      value: '30/02/2025',
      reason: 'impossible-date',
    })
    expect(result.problems[0].message).to.include('no existe')
  })

  it('ends with 1 where no row could be imported, and says why on stderr where the file is no log', async () => {
    expect((await run(aphis, '--organisation', 'Ceiba', '--json')).code).to.equal(1)
    const file = join(folder, 'x.csv')
    await writeFile(file, 'a,b\n1,2\n')
    const { code, stdout, stderr } = await run(file, '--organisation', 'Ceiba', '--language', 'en')
    expect([code, stdout]).to.eql([1, ''])
    expect(stderr).to.include('--received-column')
  })

  it('names the option, the columns that there are and the remedy where one is not there', async () => {
    const file = join(folder, 'log.csv')
    await writeFile(file, 'Expediente,Fecha de recepción\n1,14/02/2025\n')
    const args = [file, '--organisation', 'Ceiba', '--institution-column', 'Nada']
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout]).to.eql([1, ''])
    expect(stderr).to.equal(
      '--institution-column: el archivo no tiene una columna «Nada». Columnas que tiene: Expediente, Fecha de recepción. Escriba una de ellas o quite la opción.\n',
    )
  })

  it('ends with 0 where some rows are refused and others are the same as before', async () => {
    const file = join(folder, 'partly.csv')
    await writeFile(
      file,
      'Expediente,Fecha de recepción,Institución\n1,2025-02-14,MINEDUC\n2,nunca,MINEDUC\n',
    )
    const args = [file, '--organisation', 'Ceiba', '--json'] as const
    const [first, second] = [await run(...args), await run(...args)]
    expect([first.code, second.code]).to.eql([0, 0])
    expect(JSON.parse(first.stdout)).to.deep.include({ added: 1, refusedRows: 1 })
    expect(JSON.parse(second.stdout)).to.deep.include({ added: 0, same: 1, refusedRows: 1 })
  })

  const wrong: readonly (readonly [string, readonly string[]])[] = [
    ['no file', ['--organisation', 'Ceiba']],
    ['no organisation', ['x.csv']],
    ['two files', ['x.csv', 'y.csv', '--organisation', 'Ceiba']],
    ['an option that does not exist', ['x.csv', '--organisation', 'Ceiba', '--nothing']],
    ['an order that does not exist', ['x.csv', '--organisation', 'Ceiba', '--date-order', 'ymd']],
  ]
  for (const [title, args] of wrong) {
    it(`is wrong use with ${title}`, () => {
      expect(() => readQuestion([...args])).to.throw(UsageError)
    })
  }

  it('ends with 2 where the file is not there', async () => {
    const { code, stderr } = await run(join(folder, 'none.csv'), '--organisation', 'Ceiba')
    expect(code).to.equal(2)
    expect(stderr).to.include('no existe')
  })
})
