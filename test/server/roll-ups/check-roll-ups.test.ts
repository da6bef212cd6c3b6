import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { health } from '../../../server/http/health.ts'
import { checkNightly } from '../../../server/jobs/roll-up-check.ts'
import { runDueSlots } from '../../../server/jobs/run-due-slots.ts'
import { checkRollUps } from '../../../server/roll-ups/check-roll-ups.ts'
import { anAct, anInstitution, aRequest, aUser, officer } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'
import { keptCounts, naiveCounts, record } from './counted.ts'

describe('the nightly check of the roll-ups', function () {
  this.timeout(60_000)
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-03-20' })
    const { institutions, requests, users } = context.stores
    await institutions.add(anInstitution())
    await users.add(aUser({ id: 'admin', role: 'system_admin' }))
    await users.add(aUser({ id: 'regulator', role: 'regulator' }))
    await requests.addMany(
      ['2026-01-12', '2026-02-02', '2026-03-02'].map(received =>
        aRequest({ id: received, received, published: true }),
      ),
    )
  })
  afterEach(() => context.close())

  const asked = async () => {
    const app = express().get(
      '/health',
      health(context, async () => null),
    )
    const { status, body } = await request(app).get('/health')
    return [status, body.status, body.rollUps?.differences]
  }
  const logged = async () =>
    (
      await context.stores.systemLog.list(
        { kind: 'roll_up_difference', actorId: null },
        { limit: 5, after: null },
      )
    ).items
  /** As a fault of the program, or of the disk, would leave it. */
  async function spoil(month: string) {
    const kept = await context.stores.rollUps.month('inst-caminos', month)
    if (!kept) throw new Error(month)
    const wrong = { ...kept.count, published: { 'received 2026-02-03': 7 } }
    expect(await context.stores.rollUps.keepMonth(wrong, kept.version)).to.equal(true)
  }

  it('finds no difference, whatever was recorded, and writes down that it looked', async () => {
    await runDueSlots(context, { owner: 'one' })
    await record(context, '2026-02-02', officer, [anAct('admitted', '2026-03-20', { caseNumber: null })])
    context.setNow('2026-03-21')
    const summary = await runDueSlots(context, { owner: 'one' })
    expect(summary?.['roll-up-check']).to.deep.include({ examined: 1, differences: 0 })
    expect(await asked()).to.eql([200, 'ok', 0])
    expect(await logged()).to.eql([])
    expect((await context.stores.rollUps.state())?.checkedAt).to.eql(context.clock.now())
  })

  it('mends a count that is not what the requests say, and raises the alarm', async () => {
    await checkNightly(context)
    await spoil('2026-02')
    expect(await checkNightly(context)).to.eql({
      ...{ examined: 1, differences: 1, differing: ['inst-caminos:2026-02'] },
    })
    expect(await keptCounts(context)).to.eql(await naiveCounts(context))
    expect(await asked()).to.eql([503, 'failing', 1])
    expect(await logged()).to.have.length(1)
    await runDueSlots(context, { owner: 'one' })
    const told = async (user: string) =>
      (await context.stores.notifications.list(user, { onlyUnread: true, limit: 9, after: null })).items.map(
        ({ rule, path }) => `${rule} ${path}`,
      )
    expect(await told('admin')).to.eql(['roll_up_difference /bitacora'])
    expect(await told('regulator')).to.eql([])
    await checkNightly(context)
    expect(await asked()).to.eql([200, 'ok', 0])
  })

  it('finds a sum, a month too many and one too few', async () => {
    await checkNightly(context)
    const { rollUps } = context.stores
    const totals = await rollUps.totalsOf('inst-caminos')
    if (!totals) throw new Error('No totals')
    await rollUps.keepTotals({ ...totals.totals, known: 99 }, totals.version)
    expect((await checkRollUps(context)).differing).to.eql(['inst-caminos'])
    const empty = rollUps.emptyMonth('inst-caminos', '2025-05')
    await rollUps.keepMonth({ ...empty, known: 1, until: '2025-05-02' }, 0)
    const kept = await rollUps.month('inst-caminos', '2026-01')
    await rollUps.keepMonth(rollUps.emptyMonth('inst-caminos', '2026-01'), kept?.version ?? 0)
    expect((await checkRollUps(context)).differing).to.have.members([
      'inst-caminos:2025-05',
      'inst-caminos:2026-01',
    ])
    expect(await checkRollUps(context)).to.include({ differences: 0 })
  })

  it('takes what is recorded while it looks for no difference', async () => {
    await checkNightly(context)
    const { stores } = context
    let left = 1
    const meddling = {
      ...stores.rollUps,
      historiesOf(institutionId: string, month: string | null) {
        const histories = stores.rollUps.historiesOf(institutionId, month)
        return month === null && left-- > 0 ? afterAnAct(histories) : histories
      },
    }
    async function* afterAnAct<T>(histories: AsyncIterable<T>) {
      await record(context, '2026-03-02', officer, [anAct('admitted', '2026-03-20', { caseNumber: null })])
      yield* histories
    }
    const checked = await checkRollUps({ ...context, stores: { ...stores, rollUps: meddling } })
    expect(checked.differences).to.equal(0)
    expect(await keptCounts(context)).to.eql(await naiveCounts(context))
  })
})
