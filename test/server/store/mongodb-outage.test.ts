import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { readConfig } from '../../../server/config.ts'
import { openContext } from '../../../server/open-context.ts'
import { buildIndexes } from '../../../server/store/build-indexes.ts'
import type { Engine } from '../../../server/store/engine.ts'
import { createLeaseStore, type Lease } from '../../../server/store/lease-store.ts'
import { openMongodb } from '../../../server/store/mongodb/open.ts'
import { createSlotStore } from '../../../server/store/slot-store.ts'
import { breakableProxy, type BreakableProxy } from '../../support/breakable-proxy.ts'
import { refusalOf } from '../../support/refusal.ts'
import { sample, sampleCollection, type Samples } from './records.ts'

const given = process.env.MONGODB_URI

describe('MongoDB, lost and found', function () {
  this.timeout(60_000)
  if (given === undefined) {
    it.skip('needs MONGODB_URI: npm run test:mongodb')
    return
  }
  const direct = new URL(given)
  let proxy: BreakableProxy
  let engine: Engine
  let samples: Samples

  before(async () => {
    proxy = await breakableProxy({ host: direct.hostname, port: Number(direct.port || 27_017) })
    const uri = `mongodb://127.0.0.1:${proxy.port}/?directConnection=true`
    engine = await openMongodb({ uri, dbName: `vigia-test-${randomUUID().slice(0, 8)}` })
    samples = engine.collection(sampleCollection('samples'))
    createLeaseStore(engine)
    createSlotStore(engine)
    await engine.ensureIndexes()
  })
  after(async () => {
    proxy.restore()
    await engine.close()
    await proxy.close()
  })

  for (const [title, lose] of [
    ['that ended', () => proxy.cut()],
    ['to which the network drops everything', () => proxy.silence()],
  ] as const) {
    it(`says so of a server ${title}, and goes on when it is back, with all that it acknowledged`, async () => {
      const acknowledged: string[] = []
      const write = async (id: string) => {
        await samples.insert(sample(id, { code: id }))
        acknowledged.push(id)
      }
      await write(`${title}-before`)
      lose()
      const refusals = await Promise.all([
        refusalOf(write(`${title}-during`)),
        refusalOf(samples.insertMany([sample(`${title}-in-a-batch`, { code: 'batch' })])),
        refusalOf(samples.get('a')),
        refusalOf(engine.now()),
        refusalOf(engine.files.has('0'.repeat(64))),
        refusalOf(samples.find({ index: 'byOffice', limit: 5 })),
      ])
      for (const refusal of refusals) expect(refusal).to.deep.include({ code: 'database-unreachable' })
      proxy.restore()
      await retried(() => write(`${title}-after`))
      expect((await samples.getMany(acknowledged)).map(({ _id }) => _id)).to.deep.equal(acknowledged)
    })
  }

  it('leaves a lease to the next once its time is over, and fences what its holder writes later', async () => {
    const [leases, slots] = [createLeaseStore(engine), createSlotStore(engine)]
    const day = calendarDate('2026-02-02')
    await slots.addDue('a-job', [day])
    const lost = await leases.acquire('a-job', 'one', 400)
    if (!lost) throw new Error('The lease is held')
    proxy.cut()
    const work = () => slots.begin('a-job', day, lost.token, new Date())
    const refusals = await Promise.all([leases.renew(lost, 400), leases.release(lost), work()].map(refusalOf))
    for (const refusal of refusals) expect(refusal).to.include({ code: 'database-unreachable' })
    proxy.restore()
    let next: Lease | null = null
    await retried(async () => {
      next = await leases.acquire('a-job', 'other', 60_000)
      if (!next) throw new Error('Not yet')
      expect(await slots.begin('a-job', day, next.token, new Date())).to.equal(true)
    })
    expect(await leases.renew(lost, 60_000)).to.equal(false)
    expect(await work()).to.equal(false)
  })

  it('is not started on without its indexes, and the refusal names them', async () => {
    const uri = new URL(given)
    uri.pathname = `/vigia-test-${randomUUID().slice(0, 8)}`
    const config = readConfig({ NODE_ENV: 'test', MONGODB_URI: uri.href, LOG_LEVEL: 'silent' })
    const bare = await refusalOf(openContext(config))
    expect(bare).to.deep.include({ code: 'indexes-missing' })
    expect(JSON.stringify(bare)).to.include('requests.byDue')
    const { built } = await buildIndexes({ mongodbUri: uri.href, dataDir: '' })
    expect(built).to.include('requests.byDue').and.include('attachments.files.byDigest')
    const context = await openContext(config)
    await context.engine.close()
    expect((await buildIndexes({ mongodbUri: uri.href, dataDir: '' })).built).to.deep.equal([])
  })
})

/** A server that is back is found within a heartbeat or two. */
async function retried(work: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= 20) throw error
      await setTimeout(250)
    }
  }
}
