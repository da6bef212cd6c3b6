import { expect } from 'chai'
import { scanForBreaches } from '../../../server/jobs/breach-scan.ts'
import { recordAct } from '../../../server/requests/record-act.ts'
import type { InformationRequest } from '../../../server/store/request-store.ts'
import { refusalOf } from '../../support/refusal.ts'
import { anAct, anInstitution, aRequest, officer } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('the case of a referral at the body that receives it', () => {
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-02-03' })
    await context.stores.institutions.addMissing([anInstitution(), anInstitution({ id: 'inst-aguas' })])
    await context.stores.organisations.addMissing([
      { id: 'org-ceiba', name: 'Ceiba', foldedName: 'ceiba', active: true, version: 1 },
    ])
    await context.stores.requests.add(aRequest({ id: 'first' }))
  })
  afterEach(() => context.close())

  const refer = (on: TempContext, toInstitutionId = 'inst-aguas') =>
    recordAct(on, officer, {
      ...{ requestId: 'first', version: 1 },
      act: anAct('referred', '2026-02-03', { toInstitutionId, reason: 'Es de su competencia.' }),
    })

  async function linked(): Promise<InformationRequest[]> {
    const page = { limit: 10, after: null }
    const { items } = await context.stores.requests.list({ kind: 'everything' }, { view: 'todas' }, page)
    return items.filter(({ referredFrom }) => referredFrom === 'first')
  }

  type Requests = TempContext['stores']['requests']

  /** As if the process were killed at that write. */
  function killedAt(write: 'addOnce' | 'markLinked'): TempContext {
    const killed: Partial<Requests> = { [write]: () => Promise.reject(new Error('killed')) }
    return { ...context, stores: { ...context.stores, requests: { ...context.stores.requests, ...killed } } }
  }

  it('is opened with the referral, and the scan has nothing to add', async () => {
    await refer(context)
    expect(await linked()).to.have.length(1)
    expect(await scanForBreaches(context)).to.include({ examined: 0, recorded: 0 })
  })

  for (const write of ['addOnce', 'markLinked'] as const) {
    it(`is there once after the next scan where the process was killed at ${write}`, async () => {
      const error = await refer(killedAt(write)).catch((thrown: unknown) => thrown)
      expect(error).to.be.an('error').with.property('message', 'killed')
      const first = await context.stores.requests.find('first', { kind: 'everything' })
      expect(first).to.include({ state: 'remitida', version: 2 })
      context.setNow('2026-02-05')
      expect(await scanForBreaches(context)).to.include({ recorded: 1, failed: 0 })
      expect(await scanForBreaches(context)).to.include({ examined: 0, recorded: 0 })
      const [kase, ...more] = await linked()
      expect(more).to.eql([])
      expect(kase).to.include({ institutionId: 'inst-aguas', receivedOn: '2026-02-03', dueOn: '2026-02-17' })
      expect(kase?.events.map(({ type, actor }) => [type, actor.userId])).to.eql([['filed', officer.userId]])
    })
  }

  it('is not opened, and nothing is recorded, for a body that is not there', async () => {
    for (const nowhere of ['nada', officer.institutionId ?? '']) {
      expect(await refusalOf(refer(context, nowhere))).to.include({ code: 'unknown-institution' })
    }
    expect(await context.stores.requests.find('first', { kind: 'everything' })).to.include({ version: 1 })
    expect(await scanForBreaches(context)).to.include({ examined: 0 })
  })
})
