import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { institutionIdsOf } from '../../scripts/closure/find-institutions.ts'
import { readQuestion } from '../../scripts/closure/options.ts'
import { UsageError } from '../../scripts/command.ts'
import { readConfig } from '../../server/config.ts'
import type { Context } from '../../server/context.ts'
import { addDays, dayIn, guatemalaTimeZone } from '../../server/domain/calendar/calendar-date.ts'
import { catalogue } from '../../server/institutions/catalogue.ts'
import { openContext } from '../../server/open-context.ts'
import { anInstitution, aRequest } from '../support/request-builder.ts'

const root = new URL('../..', import.meta.url).pathname

describe('npm run closure', function () {
  this.timeout(60_000)

  const told = ['add', '--day', '2026-12-24', '--source', 'Acuerdo Gubernativo 1-2026']

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no act', [], /^Escriba add/],
    ['no day', ['add', '--source', 'x'], /^--day: indique/],
    [
      'a source of one letter',
      ['add', '--day', '2026-12-24', '--source', 'x'],
      /^--source x: cite el acuerdo con 3 caracteres o más, por ejemplo "Acuerdo Gubernativo 1-2026"\.$/,
    ],
    [
      'a source without end',
      ['add', '--day', '2026-12-24', '--source', 'x'.repeat(301)],
      /^--source x{40}…: cite el acuerdo con 300 caracteres o menos, por ejemplo/,
    ],
    ['a name without end', [...told, '--name', 'x'.repeat(201)], /^--name .*200 caracteres o menos/],
    [
      'a day that does not exist',
      ['add', '--day', '2026-02-30', '--source', 'Acuerdo'],
      /^--day 2026-02-30: /,
    ],
    ['a publication that is no day', [...told, '--published', 'ayer'], /^--published ayer: /],
  ]
  for (const [title, args, said] of wrong) {
    it(`says in words what is wrong with ${title}`, () => {
      expect(() => readQuestion([...args])).to.throw(UsageError, said)
    })
  }

  const names: readonly (readonly [string, string])[] = [
    ['its id', 'mineduc'],
    ['its acronym', 'Mineduc'],
    ['its name', 'Ministerio de Educación'],
    ['its name, typed as people do', 'MINISTERIO DE EDUCACION'],
  ]
  for (const [title, name] of names) {
    it(`finds an institution by ${title}`, () => {
      expect(institutionIdsOf([name], catalogue)).to.eql(['mineduc'])
    })
  }

  it('takes an institution once, however it is named', () => {
    expect(institutionIdsOf(['MINEDUC', 'Ministerio de Educación'], catalogue)).to.eql(['mineduc'])
  })

  it('suggests those of the register that an unknown name is nearest to', () => {
    const find = () => institutionIdsOf(['Ministerio de Educasión'], catalogue)
    expect(find).to.throw(
      UsageError,
      /^--institution Ministerio de Educasión: no está en el registro\. ¿Quiso decir MINEDUC \(Ministerio de Educación\)/,
    )
    expect(() => institutionIdsOf(['qqq'], catalogue)).to.throw(UsageError, /sigla o el nombre/)
  })

  describe('on a store', () => {
    let folder: string
    let env: Readonly<Record<string, string>>

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'vigia-closure-'))
      env = { NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' }
    })
    afterEach(() => rm(folder, { recursive: true, force: true }))

    function run(...args: readonly string[]): Promise<{ code: number; stdout: string }> {
      return new Promise(resolve => {
        const command = ['--import', 'tsx', 'scripts/closure.ts', ...args]
        const options = { cwd: root, env: { PATH: process.env['PATH'], ...env } }
        const child = execFile(process.execPath, command, options, (_error, stdout) =>
          resolve({ code: child.exitCode ?? -1, stdout }),
        )
      })
    }

    /** As the store is after it; the command holds it alone. */
    async function opened<R>(work: (context: Context) => Promise<R>): Promise<R> {
      const context = await openContext(readConfig(env))
      try {
        return await work(context)
      } finally {
        await context.engine.close()
      }
    }

    it('shows what an acuerdo would move for the institution that a name names', async () => {
      const { stdout } = await run(...told, '--institution', 'ministerio de educacion', '--dry-run', '--json')
      expect(JSON.parse(stdout).closure.scope).to.eql({ kind: 'institutions', institutionIds: ['mineduc'] })
    })

    it('names the one history that cannot be written, and ends with 1', async () => {
      await opened(async ({ stores }) => {
        await stores.institutions.add(anInstitution())
        await stores.requests.add({ ...aRequest({ id: 'broken', received: '2026-02-02' }), events: [] })
      })
      const args = ['add', '--day', '2026-02-10', '--source', 'Acuerdo Gubernativo 1-2026 de ejemplo']
      const { code, stdout } = await run(...args)
      expect(stdout).to.include('Historiales escritos: 0').and.include('no se pudo escribir: EJ-broken')
      expect(code).to.equal(1)
    })

    it('tells every history before it ends, however many move, and says how many', async () => {
      const loggedAt = new Date(Date.now() - 24 * 3_600_000)
      const yesterday = dayIn(guatemalaTimeZone, loggedAt)
      const asked = Array.from({ length: 300 }, (_, at) =>
        aRequest({ id: `r${at}`, received: yesterday, loggedAt }),
      )
      await opened(async ({ stores }) => {
        await stores.institutions.add(anInstitution())
        await stores.requests.addMany([
          ...asked,
          { ...aRequest({ id: 'broken', received: yesterday, loggedAt }), events: [] },
        ])
      })
      // A week of them holds working days whenever this runs.
      const days = Array.from({ length: 7 }, (_, at) => ['--day', addDays(yesterday, at + 2)]).flat()
      const { code, stdout } = await run('add', ...days, '--source', 'Acuerdo Gubernativo 1-2026 de ejemplo')
      expect(stdout)
        .to.include('Solicitudes con plazos que se mueven: 300')
        .and.include('Historiales escritos: 300')
        .and.include('no se pudo escribir: EJ-broken')
      expect(code).to.equal(1)
      await opened(async ({ stores }) => {
        for (const { id } of asked) {
          const request = await stores.requests.find(id, { kind: 'everything' })
          expect(request?.events.map(({ type }) => type)).to.eql(['filed', 'recounted'])
        }
      })
    })
  })
})
