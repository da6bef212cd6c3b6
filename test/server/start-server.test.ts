import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { pino } from 'pino'
import { createHasher } from '../../server/auth/hasher.ts'
import { ConfigurationError, readConfig } from '../../server/config.ts'
import { startServer, type StartedServer } from '../../server/start-server.ts'
import { refusalOf } from '../support/refusal.ts'

describe('the server', () => {
  let folder: string
  const options = {
    log: pino({ level: 'silent' }),
    hasher: createHasher({ memoryKiB: 8, passes: 1, lanes: 1 }),
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-start-'))
  })

  afterEach(() => rm(folder, { recursive: true, force: true }))

  function start(env: Record<string, string> = {}): Promise<StartedServer> {
    return startServer(readConfig({ NODE_ENV: 'test', DATA_DIR: folder, PORT: '0', ...env }), options)
  }

  it('makes the administrator at the first start only, with a password that opens the account', async () => {
    const first = await start()
    const administrator = first.administrator
    const reply = await fetch(`${first.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(administrator),
    })
    expect(reply.status).to.equal(200)
    await first.close()
    const second = await start()
    expect(administrator?.email).to.equal('admin@vigia.local')
    expect(second.administrator).to.equal(null)
    await second.close()
  })

  it('keeps sessions over a restart', async () => {
    const first = await start()
    const reply = await fetch(`${first.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(first.administrator),
    })
    const cookie = String(reply.headers.get('set-cookie')).split(';')[0] ?? ''
    await first.close()
    const second = await start()
    const session: unknown = await (
      await fetch(`${second.url}/api/v1/session`, { headers: { cookie } })
    ).json()
    expect(session).to.have.nested.property('user.email', 'admin@vigia.local')
    await second.close()
  })

  it('says that a port is taken, and leaves the data folder free', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await refusalOf(start({ PORT: String(port) }))).to.eql({ code: 'port-in-use', port })
    await (await start()).close()
    other.close()
  })

  it('does not start on an alarm that can never ring', async () => {
    for (const cron of ['99 99 99 99 99', '*/5 * * * foo']) {
      const error: unknown = await start({ SCAN_CRON: cron }).catch((thrown: unknown) => thrown)
      expect(error, cron)
        .to.be.instanceOf(ConfigurationError)
        .with.property('message')
        .that.includes('SCAN_CRON')
    }
  })

  it('says who holds the data folder', async () => {
    const first = await start()
    expect(await refusalOf(start())).to.include({ code: 'data-folder-in-use', pid: process.pid })
    await first.close()
  })

  it('lets a request that has begun finish when it is told to stop', async () => {
    const server = await start()
    const body = JSON.stringify({ email: 'nadie@ejemplo.test', password: 'wrong' })
    const status = new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }
      const call = request(`${server.url}/api/v1/session`, { method: 'POST', headers }, reply => {
        reply.resume()
        resolve(reply.statusCode)
      })
      call.once('error', reject)
      call.write(body.slice(0, 10))
      setTimeout(() => call.end(body.slice(10)), 300)
    })
    await new Promise(resolve => setTimeout(resolve, 100))
    const closed = server.close()
    expect(await status).to.equal(401)
    await closed
    expect(
      await fetch(`${server.url}/health`).then(
        () => 'it still listens',
        () => 'gone',
      ),
    ).to.equal('gone')
  })
})
