import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect } from 'chai'
import { decodePDFRawStream } from 'pdf-lib'
import { readConfig } from '../../server/config.ts'
import { openContext } from '../../server/open-context.ts'
import { seedRequests } from '../../server/seeding/seed-requests.ts'
import { compiledCommand, type CompiledCommand } from '../support/compiled-command.ts'
import { readFiles } from '../support/pdf-checker-resources.ts'
import { anInstitution } from '../support/request-builder.ts'
import { loadPdf } from '../support/rendered.ts'

const root = new URL('../..', import.meta.url).pathname

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

describe('npm run report', () => {
  let folder: string
  let env: Readonly<Record<string, string>>
  let period: readonly string[]
  let command: CompiledCommand

  before(async () => {
    command = await compiledCommand('report')
    folder = await mkdtemp(join(tmpdir(), 'vigia-report-'))
    env = { NODE_ENV: 'test', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }
    const context = await openContext(readConfig(env))
    const institution = anInstitution()
    await context.stores.institutions.add(institution)
    const seeded = await seedRequests(context, {
      requests: 40,
      years: 1,
      seed: 3,
      institutions: [institution],
    })
    await context.engine.close()
    period = ['--from', seeded.from, '--to', seeded.to, '--as-of', seeded.to]
  })
  after(async () => {
    await command.remove()
    await rm(folder, { recursive: true, force: true })
  })

  function start(
    program: string,
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<Ended> {
    return new Promise(resolve => {
      const child = execFile(
        program,
        args,
        { cwd: root, env: { PATH: process.env['PATH'], HOME: folder, ...env, ...more } },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      )
    })
  }

  const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    start(process.execPath, [command.script, ...args], more)

  const place = (name: string) => join(folder, name)

  it('prints out, sha256 and pages as one document, alone on stdout under npm run --silent', async () => {
    const out = place('one.pdf')
    const args = ['run', '--silent', 'report', '--', ...period, '--out', out, '--json']
    const { code, stdout } = await start('npm', args)
    const said = JSON.parse(stdout)
    expect([code, Object.keys(said)]).to.eql([0, ['out', 'sha256', 'pages']])
    const bytes = await readFile(out)
    expect(said.sha256).to.equal(createHash('sha256').update(bytes).digest('hex'))
    expect([said.out, said.pages]).to.eql([out, (await loadPdf(bytes)).getPageCount()])
  })

  it('writes the same bytes again, elsewhere in the world too', async () => {
    const digests: string[] = []
    for (const more of [{}, { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8' }]) {
      const { stdout } = await run([...period, '--out', place('same.pdf'), '--json'], more)
      digests.push(JSON.parse(stdout).sha256)
    }
    const [here, there] = digests
    expect(here).to.match(/^[0-9a-f]{64}$/)
    expect(there).to.equal(here)
  })

  it('writes with --figures the very file that the PDF embeds', async () => {
    const [out, figures] = [place('two.pdf'), place('two.json')]
    const { code, stdout } = await run([...period, '--out', out, '--figures', figures, '--language', 'en'])
    expect([code, stdout]).to.satisfy(
      ([ended, said]: [number, string]) => ended === 0 && said.startsWith(out),
    )
    const embedded = readFiles(await loadPdf(await readFile(out))).find(({ name }) => name.endsWith('.json'))
    const bytes = embedded?.stream ? decodePDFRawStream(embedded.stream).decode() : []
    expect((await readFile(figures)).equals(Buffer.from(bytes))).to.equal(true)
  })

  const oneFile: readonly (readonly [string, (out: string) => Promise<string>])[] = [
    ['the same name', async out => out],
    ['the same file by another way', async out => `${dirname(out)}/./data/../${basename(out)}`],
    [
      'a link to it, before it is there',
      async out => {
        await symlink(basename(out), place('link.json'))
        return place('link.json')
      },
    ],
    [
      'a link to its folder',
      async out => {
        await symlink('.', place('here'))
        return join(place('here'), basename(out))
      },
    ],
  ]
  for (const [title, otherName] of oneFile) {
    it(`refuses to write the PDF and the figures into one file: ${title}`, async () => {
      const out = place('both.pdf')
      const { code, stdout, stderr } = await run([...period, '--out', out, '--figures', await otherName(out)])
      expect([code, stdout]).to.eql([2, ''])
      expect(stderr).to.match(/^--figures .*: es el mismo archivo que --out; elija otro nombre\.\n$/)
      expect(await readdir(folder)).to.not.include('both.pdf')
    })
  }

  const wrong: readonly [string, readonly string[], number, RegExp][] = [
    [
      'a folder that does not exist',
      ['--out', 'none/such/x.pdf'],
      2,
      /none\/such\/x\.pdf: la carpeta .* no existe/,
    ],
    ['figures for a folder that does not exist', ['--figures', 'none/x.json'], 2, /la carpeta .* no existe/],
    ['a folder in place of a file', ['--out', '.'], 2, /es una carpeta/],
    ['no file', ['--out', ''], 2, /--out: falta el archivo/],
    ['a day that does not exist', ['--from', '2026-02-30'], 2, /--from: escriba un día que exista/],
    ['a first day after the last', ['--from', '2027-01-01', '--to', '2026-01-01'], 1, /primer día no puede/],
    ['a cut-off day in the future', ['--as-of', '2059-01-01'], 1, /futuro|no ha llegado|posterior/],
    ['a language it does not speak', ['--language', 'fr'], 2, /--language: es o en/],
    ['an option it does not know', ['--form', '2026-01-01'], 2, /--form/],
  ]
  for (const [title, args, expected, said] of wrong) {
    it(`refuses ${title} in one line, and leaves no file`, async () => {
      const before = await readdir(folder)
      const paths = args.map(arg => (arg.startsWith('none') || arg === '.' ? place(arg) : arg))
      const { code, stdout, stderr } = await run([...period, '--out', place('refused.pdf'), ...paths])
      expect([code, stdout], stderr).to.eql([expected, ''])
      expect(stderr)
        .to.match(said)
        .and.not.match(/\n\s+at /)
      expect(await readdir(folder)).to.eql(before)
    })
  }

  it('leaves nothing half written where the disk refuses', async () => {
    const before = await readdir(folder)
    const out = place('full.pdf')
    // No file may grow beyond eight kilobytes: the store's are only read.
    const limited = `trap '' XFSZ; ulimit -f 16; exec "$@"`
    const args = [command.script, ...period, '--out', out]
    const { code, stdout, stderr } = await start('/bin/sh', ['-c', limited, 'sh', process.execPath, ...args])
    expect([code, stdout], stderr).to.eql([1, ''])
    expect(stderr).to.match(/full\.pdf: no se pudo escribir: .* \(EFBIG\)\n$/)
    expect(await readdir(folder)).to.eql(before)
  })
})
