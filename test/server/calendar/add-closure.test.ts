import { expect } from 'chai'
import { addClosure } from '../../../server/calendar/add-closure.ts'
import { previewClosure } from '../../../server/calendar/preview-closure.ts'
import { newClosure, type NewClosure } from '../../../server/calendar/schemas.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Act, Actor } from '../../../server/domain/request/events.ts'
import { parse } from '../../../server/http/parse.ts'
import { composeRequest } from '../../../server/store/compose-request.ts'
import type { InformationRequest } from '../../../server/store/request-store.ts'
import { refusalOf } from '../../support/refusal.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

const coordinator: Actor = {
  userId: 'user-coordinator',
  role: 'coordinator',
  organisationId: null,
  institutionId: null,
}
const member: Actor = { ...coordinator, role: 'organisation_member', organisationId: 'org-ceiba' }

const acuerdo: NewClosure = parse(newClosure, {
  days: ['2026-12-28', '2026-12-24'],
  source: 'Acuerdo Gubernativo 1-2026 de ejemplo',
})

describe('recording an acuerdo', () => {
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-12-21' })
  })
  afterEach(() => context.close())

  async function file(
    id: string,
    institutionId: string,
    ...acts: readonly Act[]
  ): Promise<InformationRequest> {
    const institution = await context.stores.institutions.find(institutionId)
    if (!institution) throw new Error(institutionId)
    const header = {
      ...{
        id,
        reference: id,
        importKey: null,
        referredFrom: null,
        organisationId: 'org-ceiba',
        institutionId,
      },
      ...{ title: id, body: '', published: true, attachments: [] },
      kind: 'access',
      channel: 'electronica',
    } as const
    const law = await context.calendars.lawOf(institution)
    const written = { recordedAt: context.clock.now(), today: context.clock.today() }
    const request = composeRequest(header, [{ actor: member, acts }], law, written)
    await context.stores.requests.add(request)
    return request
  }

  function filed(on: string): Act {
    const data = { kind: 'access', channel: 'electronica' } as const
    return { type: 'filed', occurredOn: calendarDate(on), occurredAt: null, evidence: [], data }
  }

  function answered(on: string): Act {
    const data = { fact: 'notified', outcome: 'entrega_total', days: null, note: null } as const
    return { type: 'stated', occurredOn: calendarDate(on), occurredAt: null, evidence: [], data }
  }

  async function stored(id: string): Promise<InformationRequest> {
    const request = await context.stores.requests.find(id, { kind: 'everything' })
    if (!request) throw new Error(id)
    return request
  }

  it('shows what would move and writes nothing, then moves just that and tells each history', async () => {
    const running = await file('running', 'minfin', filed('2026-12-14'))
    const before = await file('before', 'mineduc', filed('2026-12-01'), answered('2026-12-03'))
    expect(running.dueOn).to.equal('2026-12-29')
    const preview = await previewClosure(context, coordinator, acuerdo)
    expect(preview.moves.filter(({ requestId }) => requestId === 'running')).to.eql([
      {
        ...{ requestId: 'running', reference: 'running', title: 'running', institutionId: 'minfin' },
        ...{ institution: 'MINFIN', clock: 'K1', from: '2026-12-29', to: '2026-12-31' },
      },
    ])
    expect(preview.idleDays).to.eql([])
    expect(await stored('running')).to.eql(running)

    const added = await addClosure(context, coordinator, acuerdo)
    expect(added).to.deep.include({ moves: preview.moves, requests: preview.requests, failed: [] })
    const moved = await stored('running')
    expect(moved).to.include({ dueOn: '2026-12-31', dutyDueOn: '2026-12-31', nextMarkOn: '2027-01-01' })
    const told = moved.events.at(-1)
    expect(told?.type === 'recounted' && told.data).to.deep.include({ closureId: added.closure.id })
    expect(told?.actor.role).to.equal('system')
    // Its answer came before: only the requester's own days to seek a review run on over the closed days.
    expect((await stored('before')).answeredOn).to.equal(before.answeredOn)
  })

  it('is a duplicate the second time, and new requests are counted with it', async () => {
    await file('running', 'minfin', filed('2026-12-14'))
    const { closure } = await addClosure(context, coordinator, acuerdo)
    expect(await refusalOf(addClosure(context, coordinator, acuerdo))).to.eql({
      code: 'duplicate',
      id: closure.id,
    })
    context.setNow('2026-12-22')
    expect((await file('later', 'minfin', filed('2026-12-14'))).dueOn).to.equal('2026-12-31')
    expect(await refusalOf(addClosure(context, coordinator, acuerdo))).to.include({ code: 'duplicate' })
    expect((await stored('running')).events.map(({ type }) => type)).to.eql(['filed', 'recounted'])
  })

  it('reports what it could not write, completes it the next time, and tells nobody twice', async () => {
    for (const id of ['a', 'b', 'c']) await file(id, 'minfin', filed('2026-12-14'))
    const { requests } = context.stores
    let writes = 0
    const failing: typeof requests.append = (...args) => {
      writes += 1
      return writes === 1 ? requests.append(...args) : Promise.reject(new Error('disk full'))
    }
    const stores = { ...context.stores, requests: { ...requests, append: failing } }
    const first = await addClosure({ ...context, stores }, coordinator, acuerdo)
    expect(first.failed).to.have.length(2)
    context.setNow('2026-12-22')
    const second = await addClosure(context, coordinator, acuerdo)
    expect(second).to.deep.include({ requests: 2, failed: [] })
    expect(second.closure.recordedAt).to.eql(first.closure.recordedAt)
    for (const id of ['a', 'b', 'c']) {
      expect((await stored(id)).events.map(({ type }) => type)).to.eql(['filed', 'recounted'])
    }
  })

  it('reaches a late answer to an old request, of which only the days to seek a review run', async () => {
    const late = await file('late', 'minfin', filed('2025-01-06'), answered('2026-12-15'))
    expect(late).to.include({ owed: false })
    const { moves } = await addClosure(context, coordinator, acuerdo)
    expect(moves.map(({ requestId, clock }) => [requestId, clock])).to.eql([['late', 'K5']])
  })

  it('reaches only the institutions that it names', async () => {
    await file('inside', 'minfin', filed('2026-12-14'))
    await file('outside', 'mineduc', filed('2026-12-14'))
    const { moves } = await addClosure(context, coordinator, { ...acuerdo, institutionIds: ['minfin'] })
    expect(moves.map(({ requestId }) => requestId)).to.eql(['inside'])
    expect((await stored('outside')).dueOn).to.equal('2026-12-29')
    expect(
      await refusalOf(addClosure(context, coordinator, { ...acuerdo, institutionIds: ['nada'] })),
    ).to.include({ code: 'unknown-institution', id: 'nada' })
  })

  it('says which days change nothing', async () => {
    const days = ['2026-12-25', '2026-12-26', '2026-12-28'].map(calendarDate)
    const { idleDays } = await previewClosure(context, coordinator, { ...acuerdo, days })
    expect(idleDays).to.eql([
      { day: '2026-12-25', reason: 'day-off' },
      { day: '2026-12-26', reason: 'weekend' },
    ])
  })

  it('is for those who oversee and administer', async () => {
    expect(await refusalOf(addClosure(context, member, acuerdo))).to.eql({ code: 'forbidden' })
    expect(await refusalOf(previewClosure(context, member, acuerdo))).to.eql({ code: 'forbidden' })
  })

  const wrong: readonly (readonly [string, object, string])[] = [
    ['30 February', { days: ['2026-02-30'] }, 'day.invalid'],
    ['a day before 2009', { days: ['2008-12-24'] }, 'day.early'],
    ['no day', { days: [] }, 'array.min'],
    ['one day twice', { days: ['2026-12-24', '2026-12-24'] }, 'array.unique'],
    ['an operator in place of text', { source: { $ne: '' } }, 'string.base'],
  ]
  for (const [title, change, type] of wrong) {
    it(`refuses ${title}`, () => {
      expect(() => parse(newClosure, { days: ['2026-12-24'], source: 'Acuerdo', ...change }))
        .to.throw()
        .with.nested.property('details.fields[0].type', type)
    })
  }
})
