import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { lastScanAt } from '../../../server/jobs/last-scan.ts'
import { runDueSlots } from '../../../server/jobs/run-due-slots.ts'
import { leaseMs } from '../../../server/jobs/under-lease.ts'
import type { Slot } from '../../../server/store/slot-store.ts'
import { anInstitution, aRequest, aUser, officer } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('the jobs that are due', () => {
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-02-02' })
    await context.stores.institutions.add(anInstitution())
    await context.stores.users.add(
      aUser({ id: 'officer', role: 'uip_officer', institutionId: officer.institutionId }),
    )
  })
  afterEach(() => context.close())

  const run = (owner = 'one') => runDueSlots(context, { owner })
  const slotsOf = async (job: string): Promise<Slot[]> => {
    const slots: Slot[] = []
    const all = context.stores.slots.between(job, calendarDate('2026-01-01'), calendarDate('2026-12-31'))
    for await (const slot of all) slots.push(slot)
    return slots
  }
  const inShort = ({ day, state, madeUpOn }: Slot) =>
    `${day} ${state}${madeUpOn ? ` made up on ${madeUpOn}` : ''}`

  it('at the very first start owe this day alone', async () => {
    await run()
    expect((await slotsOf('breach-scan')).map(inShort)).to.deep.equal(['2026-02-02 done'])
    expect(await lastScanAt(context)).to.deep.equal(context.clock.now())
  })

  it('make up for the nights that did not run, and keep which they were', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    context.setNow('2026-02-13')
    await run()
    context.setNow('2026-02-17')
    const summary = await run()
    expect(summary?.['breach-scan']).to.include({ recorded: 1 })
    expect((await slotsOf('breach-scan')).map(inShort)).to.deep.equal([
      '2026-02-13 done',
      '2026-02-14 done made up on 2026-02-17',
      '2026-02-15 done made up on 2026-02-17',
      '2026-02-16 done made up on 2026-02-17',
      '2026-02-17 done',
    ])
    expect((await slotsOf('breach-scan')).at(-1)?.summary).to.deep.equal({
      examined: 1,
      recorded: 1,
      failed: 0,
    })
  })

  it('write nothing the second time on one day', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    context.setNow('2026-02-17')
    await run()
    const before = await context.stores.requests.find('r1', { kind: 'everything' })
    expect(await run()).to.deep.equal({
      'breach-scan': { asOf: '2026-02-17', examined: 0, recorded: 0, failed: 0 },
      reminders: null,
      'view-summaries': null,
      notices: { examined: 0, queued: 0, failed: 0 },
      outbox: { sent: 0, kept: 0, postponed: 0, failed: 0 },
      'roll-ups': { examined: 0, written: 0 },
      'roll-up-check': null,
      snapshots: null,
      purge: null,
    })
    expect(await context.stores.requests.find('r1', { kind: 'everything' })).to.deep.equal(before)
  })

  it('scan again on the same day for what was logged since', async () => {
    context.setNow('2026-03-30')
    await run()
    await context.stores.requests.add(
      aRequest({ id: 'late', received: '2026-03-02', loggedAt: context.clock.now() }),
    )
    expect((await run())?.['breach-scan']).to.include({ recorded: 1 })
  })

  it('are done once by two schedulers at the same moment', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    context.setNow('2026-02-17')
    const turns = await Promise.all([run('one'), run('other')])
    expect(turns.filter(turn => turn !== null)).to.have.length(1)
    const request = await context.stores.requests.find('r1', { kind: 'everything' })
    expect(request?.events.map(({ type }) => type)).to.deep.equal(['filed', 'lapsed'])
    const mine = await context.stores.notifications.list('officer', {
      onlyUnread: false,
      limit: 10,
      after: null,
    })
    expect(mine.items.map(({ rule }) => rule).sort()).to.deep.equal(['filed', 'lapsed'])
  })

  it('are taken over from a holder that stopped, once its lease is over', async () => {
    await context.stores.leases.acquire('jobs', 'dead', leaseMs)
    expect(await run()).to.equal(null)
    context.setNow(new Date(context.clock.now().getTime() + leaseMs))
    expect(await run()).to.not.equal(null)
  })

  it('refuse the late write of a holder that was paused', async () => {
    const { leases, slots } = context.stores
    const day = calendarDate('2026-02-02')
    await slots.addDue('breach-scan', [day])
    const paused = await leases.acquire('jobs', 'paused', leaseMs)
    context.setNow(new Date(context.clock.now().getTime() + leaseMs))
    await run('other')
    const late = { state: 'failed', finishedAt: context.clock.now(), madeUpOn: null, summary: null } as const
    expect(paused && (await slots.finish('breach-scan', day, paused.token, late))).to.equal(false)
    expect((await slotsOf('breach-scan')).map(inShort)).to.deep.equal(['2026-02-02 done'])
    expect(paused && (await leases.renew(paused, leaseMs))).to.equal(false)
  })

  it('stay owed when they fail, and the others go on', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    const { requests } = context.stores
    const broken = {
      ...context,
      stores: {
        ...context.stores,
        requests: {
          ...requests,
          withMarksDue() {
            throw new Error('unreadable')
          },
        },
      },
    }
    context.setNow('2026-02-17')
    const summary = await runDueSlots(broken, { owner: 'one' })
    expect(summary).to.include({ 'breach-scan': 'failed' })
    expect(summary?.notices).to.include({ queued: 1 })
    expect((await slotsOf('breach-scan')).map(inShort)).to.deep.equal(['2026-02-17 failed'])
    expect(await lastScanAt(context)).to.equal(null)
    expect((await run())?.['breach-scan']).to.include({ recorded: 1 })
    expect((await slotsOf('breach-scan')).map(inShort)).to.deep.equal(['2026-02-17 done'])
  })

  it('run again after the clock was ahead: what it did in the future is not done', async () => {
    await run()
    context.setNow('2026-03-14')
    await run()
    context.setNow('2026-03-13')
    await context.stores.requests.add(aRequest({ id: 'r1', received: '2026-03-02' }))
    const summary = await run()
    expect(summary?.reminders).to.include({ queued: 1 })
    expect((await lastScanAt(context))?.toISOString()).to.equal(context.clock.now().toISOString())
    expect((await run())?.reminders).to.equal(null)
  })

  it('take a lease whose end the clock that was ahead had set', async () => {
    context.setNow('2026-03-14')
    await context.stores.leases.acquire('jobs', 'dead', leaseMs)
    context.setNow('2026-02-03')
    expect(await run()).to.not.equal(null)
  })
})
