import { expect } from 'chai'
import { lastScanAt } from '../../../server/jobs/last-scan.ts'
import { runDueSlots } from '../../../server/jobs/run-due-slots.ts'
import { startJobs } from '../../../server/jobs/schedule.ts'
import { anInstitution, aRequest } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('the schedule', () => {
  let context: TempContext
  let stop: () => Promise<void>

  beforeEach(async () => {
    context = await tempContext({ now: '2026-02-17' })
    stop = () => Promise.resolve()
  })
  afterEach(async () => {
    await stop()
    await context.close()
  })

  it('rings at the start, and its stop waits for the work in hand', async () => {
    await context.stores.institutions.add(anInstitution())
    await context.stores.requests.add(aRequest({ id: 'r1', received: '2026-02-02' }))
    stop = startJobs(context)
    await eventually(async () => (await lastScanAt(context)) !== null)
    await stop()
    const request = await context.stores.requests.find('r1', { kind: 'everything' })
    expect(request?.state).to.equal('vencida_ficta')
  })

  it('takes up at once what is left to it, during a turn and after one', async () => {
    await context.stores.institutions.add(anInstitution())
    let turns = 0
    const { leases } = context.stores
    const acquire: typeof leases.acquire = (...args) => {
      turns += 1
      // Left when this turn may have passed it by.
      if (turns === 1) context.bell.ring()
      return leases.acquire(...args)
    }
    const stores = { ...context.stores, leases: { ...leases, acquire } }
    stop = startJobs({ ...context, stores })
    await eventually(() => Promise.resolve(turns >= 2))
    const stateOf = async (id: string) =>
      (await context.stores.requests.find(id, { kind: 'everything' }))?.state
    await context.stores.requests.add(aRequest({ id: 'r1', received: '2026-02-02' }))
    context.bell.ring()
    await eventually(async () => (await stateOf('r1')) === 'vencida_ficta')
    await stop()
    const before = turns
    context.bell.ring()
    expect(turns).to.equal(before)
  })

  it('may be stopped at once, and leaves the lease to the next', async () => {
    stop = startJobs(context)
    await stop()
    expect(context.logged.filter(line => line.includes('"level":50'))).to.deep.equal([])
    expect(await runDueSlots(context, { owner: 'next' })).to.not.equal(null)
  })

  it('runs no job while the clocks of process and store differ', async () => {
    const ahead = { ...context.engine, now: () => Promise.resolve(new Date('2026-02-17T09:02:00-06:00')) }
    stop = startJobs({ ...context, engine: ahead })
    await eventually(() => Promise.resolve(context.logged.some(line => line.includes('"skewMs":-120000'))))
    await stop()
    expect(await lastScanAt(context)).to.equal(null)
  })
})

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('It never came about')
}
