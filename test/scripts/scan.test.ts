import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { readConfig } from '../../server/config.ts'
import { openContext } from '../../server/open-context.ts'
import { anInstitution, aRequest } from '../support/request-builder.ts'

const script = new URL('../../scripts/scan.ts', import.meta.url).pathname

describe('npm run scan', () => {
  let folder: string
  let env: Readonly<Record<string, string>>

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-scan-'))
    env = { NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' }
    const context = await openContext(readConfig(env))
    await context.stores.institutions.add(anInstitution())
    await context.stores.requests.addMany([
      aRequest({ id: 'r1', received: '2024-02-05' }),
      aRequest({ id: 'r2', received: '2024-02-05', institutionId: 'nobody' }),
    ])
    await context.engine.close()
  })
  after(() => rm(folder, { recursive: true, force: true }))

  function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise(resolve => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', script, ...args],
        { env: { PATH: process.env['PATH'], ...env } },
        (_error, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      )
    })
  }

  it('prints what it did as one document, and ends with 1 when a request could not be read', async () => {
    const { code, stdout } = await run('--as-of', '2024-02-20', '--json')
    expect(JSON.parse(stdout)).to.deep.equal({ asOf: '2024-02-20', examined: 2, recorded: 1, failed: 1 })
    expect(code).to.equal(1)
  })

  it('says it in words, and finds nothing new the second time', async () => {
    const { stdout } = await run('--as-of', '2024-02-20')
    expect(stdout).to.match(/^Hasta el 2024-02-20: .* 0 anotaciones nuevas/)
  })

  it('ends with 2 for a day that does not exist, and with 1 for one that has not come', async () => {
    const [wrong, future] = await Promise.all([run('--as-of', '2024-02-30'), run('--as-of', '2059-01-01')])
    expect([wrong.code, wrong.stdout]).to.deep.equal([2, ''])
    expect(wrong.stderr).to.include('2024-02-30')
    expect([future.code, future.stdout]).to.deep.equal([1, ''])
  })
})
