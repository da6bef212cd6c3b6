import { expect } from 'chai'
import { changeInstitution, previewInstitution } from '../../../server/institutions/change-institution.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { scanForBreaches } from '../../../server/jobs/breach-scan.ts'
import type { InformationRequest } from '../../../server/store/request-store.ts'
import { logRequest } from '../../../server/requests/log-request.ts'
import { refusalOf } from '../../support/refusal.ts'
import { anInstitution, aRequest, member, officer } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

const coordinator: Actor = {
  userId: 'user-coordinator',
  role: 'coordinator',
  organisationId: null,
  institutionId: null,
}
const institutionId = anInstitution().id

describe('changing the hours of an office', () => {
  let context: TempContext

  // 15 August 2025 was a Friday.
  beforeEach(async () => {
    context = await tempContext({ now: '2025-08-11' })
    await context.stores.institutions.add(anInstitution())
  })
  afterEach(() => context.close())

  const file = (id: string, received: string) => context.stores.requests.add(aRequest({ id, received }))
  const change = (patch: object, version: number, on: TempContext = context) =>
    changeInstitution(on, coordinator, { institutionId, version, patch })

  async function stored(id: string): Promise<InformationRequest> {
    const request = await context.stores.requests.find(id, { kind: 'everything' })
    if (!request) throw new Error(id)
    return request
  }
  const recountsOf = ({ events }: InformationRequest) =>
    events.flatMap(event => (event.type === 'recounted' ? [event.data] : []))

  /** As if the process were killed after so many histories: nothing more is written by this hand. */
  function killedAfter(writes: number): TempContext {
    const { requests, institutions } = context.stores
    let left = writes
    const killed = () => Promise.reject(new Error('killed'))
    const stores = {
      ...context.stores,
      requests: {
        ...requests,
        append: (...args: Parameters<typeof requests.append>) => {
          left -= 1
          return left >= 0 ? requests.append(...args) : killed()
        },
      },
      institutions: { ...institutions, settleChange: killed },
    }
    return { ...context, stores }
  }

  it('shows what would move and writes nothing, then moves just that and tells each history', async () => {
    await file('running', '2025-08-06')
    await file('later', '2025-08-18')
    expect(await stored('running')).to.include({ dueOn: '2025-08-20' })
    const patch = { inCapital: true }
    const foreseen = await previewInstitution(context, coordinator, { institutionId, patch })
    expect(foreseen).to.deep.include({ requests: 1 })
    expect(foreseen.moves).to.eql([
      {
        ...{ requestId: 'running', reference: 'EJ-running', title: 'Contratos de obra del año pasado' },
        ...{ institutionId, institution: 'EJ', clock: 'K1', from: '2025-08-20', to: '2025-08-21' },
      },
    ])
    expect(await stored('running')).to.include({ dueOn: '2025-08-20', version: 1 })

    const { institution, recount } = await change(patch, 1)
    expect(recount).to.eql({ ...foreseen, failed: [] })
    expect(institution).to.include({ inCapital: true }).and.not.to.have.property('officeChanges')
    const moved = await stored('running')
    expect(moved).to.include({ dueOn: '2025-08-21', dutyDueOn: '2025-08-21', nextMarkOn: '2025-08-22' })
    expect(recountsOf(moved)).to.have.length(1)
    expect(moved.events.at(-1)?.actor.role).to.equal('system')
    expect(recountsOf(await stored('later'))).to.eql([])
  })

  it('counts what came after the hour of closing as of the next day', async () => {
    const ceiba = { id: 'org-ceiba', name: 'Ceiba', foldedName: 'ceiba', active: true, version: 1 }
    await context.stores.organisations.add(ceiba)
    const received = new Date('2025-08-06T16:30:00-06:00')
    const { id } = await logRequest(context, member, {
      ...{ institutionId, organisationId: null, title: 'Contratos', body: '', received },
      ...{ kind: 'access', channel: 'electronica', evidence: [], published: false },
    })
    const { recount } = await change({ cutoffMinutes: 16 * 60 }, 1)
    expect(recount?.moves.map(({ from, to }) => [from, to])).to.eql([['2025-08-20', '2025-08-21']])
    const back = await context.stores.institutions.find(institutionId)
    await change({ cutoffMinutes: null }, back?.version ?? 0)
    const request = await stored(id)
    expect(request).to.include({ dueOn: '2025-08-20', nextMarkOn: '2025-08-21' })
    expect(recountsOf(request)).to.have.length(2)
  })

  it('leaves every request alone where its hours stay as they are', async () => {
    await file('running', '2025-08-06')
    expect((await change({ hours: '08:00-16:00', inCapital: false }, 1)).recount).to.equal(null)
    expect(await stored('running')).to.include({ version: 1 })
  })

  it('is made up by the next scan after a kill, without doubling what was told', async () => {
    for (const id of ['a', 'b', 'c']) await file(id, '2025-08-06')
    const { recount } = await change({ inCapital: true }, 1, killedAfter(1))
    expect(recount?.failed).to.have.length(2)
    context.setNow('2025-08-12')
    expect(await scanForBreaches(context)).to.include({ recorded: 2, failed: 0 })
    expect(await scanForBreaches(context)).to.include({ examined: 0, recorded: 0 })
    for (const id of ['a', 'b', 'c']) {
      const request = await stored(id)
      expect(recountsOf(request)).to.have.length(1)
      expect(request.dueOn).to.equal('2025-08-21')
    }
    expect(await context.stores.institutions.withChanges()).to.eql([])
  })

  it('tells two changes one after the other where the first was cut off', async () => {
    await file('running', '2025-08-06')
    await change({ inCapital: true }, 1, killedAfter(0))
    const { recount } = await change({ inCapital: false }, 2)
    expect(recount?.moves.map(({ from, to }) => [from, to])).to.eql([
      ['2025-08-20', '2025-08-21'],
      ['2025-08-21', '2025-08-20'],
    ])
    const request = await stored('running')
    expect(request.dueOn).to.equal('2025-08-20')
    expect(new Set(recountsOf(request).map(({ closureId }) => closureId))).to.have.property('size', 2)
  })

  it('is counted by its new hours for what is filed in between, and tells that nothing', async () => {
    await change({ inCapital: true }, 1, killedAfter(0)).catch(() => null)
    expect(await context.stores.institutions.withChanges()).to.eql([institutionId])
    context.setNow('2025-08-12')
    await file('between', '2025-08-12')
    await scanForBreaches(context)
    expect(recountsOf(await stored('between'))).to.eql([])
  })

  it('goes on where one history cannot be counted, and tries it again', async () => {
    await file('whole', '2025-08-06')
    await context.stores.requests.add({ ...aRequest({ id: 'broken', received: '2025-08-06' }), events: [] })
    const { recount } = await change({ inCapital: true }, 1)
    expect(recount?.failed).to.eql(['EJ-broken'])
    expect(await stored('whole')).to.include({ dueOn: '2025-08-21' })
    expect(context.logged.filter(line => line.includes('broken'))).to.have.length(1)
    expect(await context.stores.institutions.withChanges()).to.eql([institutionId])
  })

  it('is for those who keep the register', async () => {
    const asked = { institutionId, version: 1, patch: { inCapital: true } }
    for (const actor of [member, officer]) {
      expect(await refusalOf(changeInstitution(context, actor, asked))).to.eql({ code: 'forbidden' })
      expect(await refusalOf(previewInstitution(context, actor, asked))).to.eql({ code: 'forbidden' })
    }
    expect(
      await refusalOf(previewInstitution(context, coordinator, { ...asked, institutionId: 'nada' })),
    ).to.eql({ code: 'not-found' })
  })
})
