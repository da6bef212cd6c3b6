import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { clockFrom } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import type { Context } from '../../server/context.ts'
import { calendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { Actor } from '../../server/domain/request/events.ts'
import { addEdition } from '../../server/editions/edit-edition.ts'
import { openReply } from '../../server/editions/open-reply.ts'
import { publishEdition } from '../../server/editions/publish-edition.ts'
import { openContext } from '../../server/open-context.ts'
import { editionPrinter } from '../../server/print-edition.ts'
import type { Edition } from '../../server/store/edition-store.ts'
import { compiledCommand, type CompiledCommand } from '../support/compiled-command.ts'
import { aRequest, anInstitution } from '../support/request-builder.ts'

const root = new URL('../..', import.meta.url).pathname
const coordinator: Actor = {
  ...{ userId: 'coordinacion', role: 'coordinator', organisationId: null, institutionId: null },
}
const period = { from: calendarDate('2026-01-01'), to: calendarDate('2026-03-31') }

describe('npm run report, of what was published or known', function () {
  this.timeout(120_000)
  let folder: string
  let env: Readonly<Record<string, string>>
  let edition: Edition
  let command: CompiledCommand

  before(async () => {
    command = await compiledCommand('report')
    folder = await mkdtemp(join(tmpdir(), 'vigia-again-'))
    env = { NODE_ENV: 'test', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' }
    let now = new Date('2026-04-06T15:00:00Z')
    const config = readConfig(env)
    const context = await openContext(config, { clock: clockFrom(() => now, config.timeZone) })
    await context.stores.institutions.add(anInstitution())
    for (const received of ['2026-01-12', '2026-02-03'])
      await context.stores.requests.add(aRequest({ received }))
    const input = { ...period, asOf: null, supersedes: null }
    const { id } = await addEdition(context, coordinator, { id: 'e1', input })
    await openReply(context, coordinator, editionPrinter(context), { id, version: 1, days: 1 })
    now = new Date('2026-04-09T15:00:00Z')
    const given = { id, version: 2, changes: [] }
    edition = await publishEdition(context, coordinator, editionPrinter(context), given)
    await changeMuch(context)
    await context.engine.close()
  })
  after(async () => {
    await command.remove()
    await rm(folder, { recursive: true, force: true })
  })

  async function changeMuch({ stores }: Context): Promise<void> {
    await stores.requests.add(
      aRequest({ received: '2026-02-16', loggedAt: new Date('2026-05-04T15:00:00Z') }),
    )
    await stores.institutions.change('inst-caminos', 1, { name: 'Institución renombrada', inCapital: true })
  }

  function run(args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise(resolve => {
      const environment = { PATH: process.env['PATH'], HOME: folder, ...env }
      const child = execFile(
        process.execPath,
        [command.script, ...args],
        { cwd: root, env: environment },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      )
    })
  }

  const sha = (kind: Edition['files'][number]['kind']) =>
    edition.files.find(file => file.kind === kind)?.sha256

  for (const [language, kind] of [
    ['es', 'pdf_es'],
    ['en', 'pdf_en'],
  ] as const) {
    it(`prints the bytes of an edition again in ${language}, whatever changed since`, async () => {
      const out = join(folder, `${kind}.pdf`)
      const { code, stdout } = await run([
        '--edition',
        edition.code,
        '--out',
        out,
        '--language',
        language,
        '--json',
      ])
      expect(JSON.parse(stdout)).to.deep.include({ same: true, sha256: sha(kind), published: sha(kind) })
      expect(code).to.equal(0)
      expect(
        createHash('sha256')
          .update(await readFile(out))
          .digest('hex'),
      ).to.equal(sha(kind))
    })
  }

  it('tells with --known-on only what was recorded by then', async () => {
    const cases = async (more: readonly string[]) => {
      const figures = join(folder, 'figures.json')
      const span = ['--from', period.from, '--to', period.to, '--as-of', '2026-04-06']
      const { code, stderr } = await run([
        ...span,
        ...more,
        '--out',
        join(folder, 'x.pdf'),
        '--figures',
        figures,
      ])
      expect([code, stderr]).to.eql([0, ''])
      const { caseIds }: { caseIds: string[] } = JSON.parse(await readFile(figures, 'utf8'))
      return caseIds.length
    }
    expect(await cases([])).to.equal(3)
    expect(await cases(['--known-on', '2026-04-09'])).to.equal(2)
    expect(await cases(['--known-on', '2026-02-01T00:00:00-06:00'])).to.equal(1)
  })

  const wrong: readonly (readonly [what: string, args: readonly string[], code: number, said: RegExp])[] = [
    ['an edition that is not there', ['--edition', 'A4-2020-1'], 1, /no hay una edición publicada/],
    ['an edition with a period', ['--edition', 'A4-2026-1', '--from', '2026-01-01'], 2, /va sin período/],
    [
      'an instant without a zone',
      ['--from', '2026-01-01', '--to', '2026-03-31', '--known-on', '2026-04-09T10:00'],
      2,
      /--known-on/,
    ],
  ]
  for (const [what, args, expected, said] of wrong) {
    it(`refuses ${what}`, async () => {
      const { code, stderr } = await run([...args, '--out', join(folder, 'no.pdf')])
      expect(code).to.equal(expected)
      expect(stderr).to.match(said)
    })
  }
})
