import { expect } from 'chai'
import type { Act } from '../../../server/domain/request/events.ts'
import { foldedFieldsOf } from '../../../server/domain/request/folded-fields.ts'
import { scanForBreaches } from '../../../server/jobs/breach-scan.ts'
import { queueNotices } from '../../../server/jobs/notices.ts'
import { deliverMessages } from '../../../server/jobs/outbox-delivery.ts'
import { queueReminders } from '../../../server/jobs/reminders.ts'
import type { Message } from '../../../server/store/outbox-store.ts'
import { sealEvents } from '../../../server/store/seal-events.ts'
import {
  anAct,
  anInstitution,
  aRequest,
  aUser,
  member,
  officer,
  testLaw,
} from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('notices and reminders', () => {
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-02-02' })
    await context.stores.institutions.add(anInstitution())
    await addPeople(context)
  })
  afterEach(() => context.close())

  it('tells the unit of a new request, and the organisation of what the unit does', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    await queueNotices(context)
    expect(await told(context)).to.deep.equal(['filed → head', 'filed → officer'])
    await act(context, 'r1', anAct('admitted', '2026-02-03', { caseNumber: null }), officer)
    await queueNotices(context)
    expect(await told(context))
      .to.include('admitted → member')
      .and.have.length(3)
  })

  it('tells both sides of a breach, once however often it runs', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    await queueNotices(context)
    context.setNow('2026-02-17')
    for (let run = 0; run < 3; run += 1) {
      await scanForBreaches(context)
      await queueNotices(context)
    }
    const breaches = (await told(context)).filter(each => each.startsWith('lapsed'))
    expect(breaches).to.deep.equal(['lapsed → head', 'lapsed → member', 'lapsed → officer'])
  })

  it('loses and doubles nothing when it is cut off after the event was stored, or after the messages were', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    await queueNotices(context)
    context.setNow('2026-02-17')
    await scanForBreaches(context)

    const { outbox, requests } = context.stores
    const dead = () => Promise.reject(new Error('killed'))
    const beforeMessages = {
      ...context,
      stores: { ...context.stores, outbox: { ...outbox, addMissing: dead } },
    }
    expect(await queueNotices(beforeMessages)).to.include({ queued: 0, failed: 1 })
    const beforeTick = {
      ...context,
      stores: { ...context.stores, requests: { ...requests, markNoticed: dead } },
    }
    expect(await queueNotices(beforeTick)).to.include({ failed: 1 })

    await queueNotices(context)
    expect((await told(context)).filter(each => each.startsWith('lapsed'))).to.have.length(3)
    expect(await queueNotices(context)).to.deep.equal({ examined: 0, queued: 0, failed: 0 })
  })

  it('does not tick off an event that came while it was at work', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    const { requests } = context.stores
    const racing = {
      ...context,
      stores: {
        ...context.stores,
        requests: {
          ...requests,
          async markNoticed(request: Parameters<typeof requests.markNoticed>[0]) {
            await act(context, 'r1', anAct('admitted', '2026-02-02', { caseNumber: null }), officer)
            return requests.markNoticed(request)
          },
        },
      },
    }
    await queueNotices(racing)
    await queueNotices(context)
    expect(await told(context)).to.deep.equal(['admitted → member', 'filed → head', 'filed → officer'])
  })

  it('leaves the version that people see as it was', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    await queueNotices(context)
    const request = await context.stores.requests.find('r1', { kind: 'everything' })
    expect(request?.version).to.equal(1)
  })

  it('does not tell of what an imported log already said, but of what comes after', async () => {
    context.setNow('2026-03-30')
    const loggedAt = context.clock.now()
    await context.stores.requests.addMany([aRequest({ id: 'old', importKey: 'log:1', loggedAt })])
    await scanForBreaches(context)
    expect(await queueNotices(context)).to.include({ queued: 0 })
    context.setNow('2026-03-31')
    await act(context, 'old', anAct('disputed', '2026-03-31', { breachId: null, text: 'No consta.' }), member)
    await queueNotices(context)
    expect(await told(context)).to.deep.equal(['disputed → head', 'disputed → officer'])
  })

  it('reminds the unit two working days before its term ends, once', async () => {
    await context.stores.requests.addMany([aRequest({ id: 'r1' })])
    const byDay: Record<string, number> = {}
    for (const day of ['2026-02-11', '2026-02-12', '2026-02-13', '2026-02-16', '2026-02-17']) {
      context.setNow(day)
      byDay[day] = (await queueReminders(context)).queued
    }
    // Due on Monday 16 February: the second working day before is Thursday the 12th.
    expect(byDay).to.deep.equal({
      '2026-02-11': 0,
      '2026-02-12': 2,
      '2026-02-13': 0,
      '2026-02-16': 0,
      '2026-02-17': 0,
    })
    expect(await told(context)).to.deep.equal(['reminder K1 → head', 'reminder K1 → officer'])
  })

  it('makes up for days that did not run while the term has not ended', async () => {
    await context.stores.requests.addMany([aRequest({ id: 'r1' })])
    context.setNow('2026-02-16')
    expect(await queueReminders(context)).to.include({ queued: 2 })
  })

  it('reminds the organisation of the days that it has itself', async () => {
    const asked = anAct('clarification_requested', '2026-02-03', { days: 5, text: 'Indique el año.' })
    await context.stores.requests.addMany([aRequest({ id: 'r1', then: [{ acts: [asked], actor: officer }] })])
    context.setNow('2026-02-06')
    await queueReminders(context)
    expect(await told(context)).to.deep.equal(['reminder K2 → member'])
  })

  it('reminds of the free delivery once silence has been written down', async () => {
    await context.stores.requests.addMany([aRequest({ id: 'r1' })])
    context.setNow('2026-02-17')
    await scanForBreaches(context)
    context.setNow('2026-02-26')
    await queueReminders(context)
    expect(await told(context)).to.include('reminder K4 → officer')
  })

  it('reminds the máxima autoridad of a review, and nobody else', async () => {
    const notified = [
      anAct('admitted', '2026-02-03', { caseNumber: null }),
      anAct('resolved', '2026-02-04', {
        outcome: 'inexistencia',
        reasoning: 'No existe.',
        grounds: [],
        article: null,
        classificationResolution: null,
        costQuetzales: 0,
      }),
      anAct('notified', '2026-02-04', { means: 'correo' }),
    ]
    const review = anAct('review_filed', '2026-02-05', { ground: '54', text: 'Sí existe.' })
    const then = [
      { acts: notified, actor: officer },
      { acts: [review], actor: member },
    ]
    await context.stores.requests.addMany([aRequest({ id: 'r1', then })])
    context.setNow('2026-02-10')
    await queueReminders(context)
    expect(await told(context)).to.deep.equal(['reminder K6 → head'])
  })

  it('goes on when the reminder of one request cannot be made', async () => {
    await context.stores.requests.addMany([aRequest({ institutionId: 'nobody' }), aRequest({ id: 'r1' })])
    context.setNow('2026-02-12')
    expect(await queueReminders(context)).to.deep.equal({ examined: 2, queued: 2, failed: 1 })
  })

  it('without a mail server keeps the messages, and shows them in the app', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    await queueNotices(context)
    expect(await deliverMessages(context, null)).to.deep.equal({ sent: 0, kept: 2, postponed: 0, failed: 0 })
    expect(await deliverMessages(context, null)).to.include({ kept: 0 })
    const mine = await context.stores.notifications.list('officer', {
      onlyUnread: true,
      limit: 10,
      after: null,
    })
    expect(mine.items).to.have.length(1)
    expect(mine.items[0]).to.deep.include({
      rule: 'filed',
      requestId: 'r1',
      article: '41',
      day: '2026-02-02',
    })
  })
})

async function addPeople({ stores }: TempContext): Promise<void> {
  const institutionId = officer.institutionId
  const organisationId = member.organisationId
  await stores.users.add(aUser({ id: 'officer', role: 'uip_officer', institutionId }))
  await stores.users.add(aUser({ id: 'head', role: 'uip_head', institutionId }))
  await stores.users.add(aUser({ id: 'member', role: 'organisation_member', organisationId }))
  await stores.users.add(aUser({ id: 'gone', role: 'organisation_member', organisationId, active: false }))
  await stores.users.add(aUser({ id: 'stranger', role: 'uip_officer', institutionId: 'inst-aguas' }))
}

/** Every message: `rule [term] → recipient`, in order. */
async function told({ stores }: TempContext): Promise<string[]> {
  const { items } = await stores.outbox.list('pending', { limit: 100, after: null })
  return items.map(inShort).sort()
}

function inShort({ rule, clock, recipientId }: Message): string {
  return rule === 'reminder' ? `${rule} ${clock} → ${recipientId}` : `${rule} → ${recipientId}`
}

/** Stored as an action does, without asking the law: these tests are about what follows. */
async function act(
  { stores, clock }: TempContext,
  id: string,
  what: Act,
  actor: typeof officer,
): Promise<void> {
  const request = await stores.requests.find(id, { kind: 'everything' })
  if (!request) throw new Error(`There is no request ${id}`)
  const events = sealEvents(request.events.at(-1), [{ acts: [what], actor }], clock.now())
  const after = { ...request, events: [...request.events, ...events] }
  await stores.requests.append(request, events, foldedFieldsOf(after, testLaw, clock.today()))
}
