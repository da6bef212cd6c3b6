import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { institutionIdsOf } from '../../scripts/closure/find-institutions.ts'
import { readQuestion } from '../../scripts/closure/options.ts'
import { UsageError } from '../../scripts/command.ts'
import { catalogue } from '../../server/institutions/catalogue.ts'

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

  it('shows what an acuerdo would move for the institution that a name names', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vigia-closure-'))
    const env = { PATH: process.env['PATH'], NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' }
    const args = [...told, '--institution', 'ministerio de educacion', '--dry-run', '--json']
    const said = await new Promise<string>(resolve => {
      const command = ['--import', 'tsx', 'scripts/closure.ts', ...args]
      execFile(process.execPath, command, { cwd: root, env }, (_error, stdout) => resolve(stdout))
    })
    await rm(folder, { recursive: true, force: true })
    expect(JSON.parse(said).closure.scope).to.eql({ kind: 'institutions', institutionIds: ['mineduc'] })
  })
})
