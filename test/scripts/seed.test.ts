import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'

const script = new URL('../../scripts/seed.ts', import.meta.url).pathname

describe('npm run seed', function () {
  this.timeout(60_000)
  let folder: string

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-seed-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const env = { PATH: process.env['PATH'], NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' }
    return new Promise(resolve => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', script, ...args],
        { env },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      )
    })
  }

  const population = ['--requests', '30', '--years', '2', '--seed', 'demo']

  it('makes a population of the size that is asked for', async () => {
    const sides = ['--institutions', '50', '--organisations', '45', '--open', '6']
    const { code, stdout } = await run(...population, ...sides, '--json')
    expect(JSON.parse(stdout)).to.include({ requests: 30, institutions: 50, organisations: 45 })
    expect(code).to.equal(0)
  })

  it('ends with 2 when more are to be open than there are', async () => {
    const { code, stderr } = await run(...population, '--open', '31')
    expect([code, stderr.startsWith('--open: ')]).to.eql([2, true])
  })
})
