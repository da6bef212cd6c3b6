import { expect } from 'chai'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { decide } from '../../../server/domain/request/decide.ts'
import type { RequestEvent } from '../../../server/domain/request/events.ts'
import type { LawContext } from '../../../server/domain/request/law-context.ts'
import { scanForBreaches } from '../../../server/jobs/breach-scan.ts'
import { catalogue } from '../../../server/institutions/catalogue.ts'
import { institutionsUpTo } from '../../../server/seeding/institutions.ts'
import { inventedOrganisations, organisationsUpTo } from '../../../server/seeding/organisations.ts'
import { makeUpRequest, seedRequests } from '../../../server/seeding/seed-requests.ts'
import { hashOfEvent } from '../../../server/store/seal-events.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('a made-up population', function () {
  this.timeout(60_000)
  let context: TempContext
  const laws = new Map<string, LawContext>()
  const period = { from: calendarDate('2023-11-24'), to: calendarDate('2026-11-23') }
  const making = {
    ...{ seed: 7, years: 3, institutions: catalogue, organisations: inventedOrganisations },
    ...{ ...period, laws, open: null },
  }

  before(async () => {
    context = await tempContext({ now: '2026-11-23' })
    for (const each of catalogue) laws.set(each.id, await context.calendars.lawOf(each))
  })
  after(() => context.close())

  const requests = (count: number) =>
    Array.from({ length: count }, (_, index) => makeUpRequest(index, making))

  it('is the same for the same seed, down to the ids of events, and another for another', () => {
    expect(requests(50)).to.eql(requests(50))
    expect(makeUpRequest(0, { ...making, seed: 8 }).id).not.to.equal(makeUpRequest(0, making).id)
  })

  it('holds only histories that the law allows, each act by its side', () => {
    const refused = requests(600).flatMap(request => {
      const law = laws.get(request.institutionId)
      if (!law) throw new Error(request.institutionId)
      return request.events.flatMap((event, index) => {
        if (index === 0 || event.actor.role === 'system') return []
        const kase = { id: request.id, events: request.events.slice(0, index) }
        const decision = decide(kase, event, event.actor, period.to, law)
        return decision.ok ? [] : [`${event.type}: ${decision.refusal}`]
      })
    })
    expect(refused).to.eql([])
  })

  it('seals each history and leaves nothing in the future', () => {
    for (const { events } of requests(200)) {
      events.forEach((event, index) => {
        const before: RequestEvent | undefined = events[index - 1]
        expect(event.prev).to.equal(before ? hashOfEvent(before) : '')
        expect(event.occurredOn <= period.to).to.equal(true)
      })
    }
  })

  it('is answered in time by most, late by some, and never by others; and has every kind of act', () => {
    const all = requests(1500)
    const due = all.filter(({ dueOn }) => dueOn !== null && dueOn < period.to)
    const share = (test: (each: (typeof due)[number]) => boolean) => due.filter(test).length / due.length
    expect(
      share(({ answeredOn, dueOn }) => answeredOn !== null && dueOn !== null && answeredOn <= dueOn),
    ).to.be.within(0.65, 0.82)
    expect(
      share(({ answeredOn, dueOn }) => answeredOn !== null && dueOn !== null && answeredOn > dueOn),
    ).to.be.within(0.08, 0.18)
    expect(share(({ answeredOn }) => answeredOn === null)).to.be.within(0.06, 0.15)
    const types = new Set(all.flatMap(({ events }) => events.map(({ type }) => type)))
    expect(types).to.include.keys(
      ...['filed', 'admitted', 'assigned', 'clarification_requested', 'clarified', 'extended', 'resolved'],
      ...['notified', 'delivered', 'review_filed', 'review_decided', 'review_notified', 'complied'],
      ...['withdrawn', 'lapsed', 'closed', 'stated', 'disputed'],
    )
  })

  it('is stored once, with nothing left for the scan to write', async () => {
    const options = { requests: 520, years: 3, seed: 7, institutions: catalogue }
    const first = await seedRequests(context, options)
    expect(first).to.include({ requests: 520, institutions: 43, organisations: 40, ...period })
    const second = await seedRequests(context, options)
    expect(second).to.include({ requests: 0, events: 0 })
    const scan = await scanForBreaches(context)
    expect(scan).to.include({ recorded: 0, failed: 0 })
  })

  it('goes to as many offices, from as many organisations and as open as is asked for', async () => {
    const many = await tempContext({ now: '2026-11-23' })
    const sides = { institutions: institutionsUpTo(60, catalogue), organisations: organisationsUpTo(90) }
    const options = { requests: 201, years: 3, seed: 8, open: 13, ...sides }
    expect(await seedRequests(many, options)).to.include({ institutions: 60, organisations: 90 })
    const days: string[] = []
    for await (const { receivedOn } of many.stores.requests.owed()) days.push(receivedOn)
    expect(days).to.have.lengthOf(13)
    expect(days.every(day => day >= '2026-10-09')).to.equal(true)
    const [first, office] = [catalogue[0]?.id ?? '', 'ejemplo-oficina-60']
    expect((await many.stores.institutions.findMany([first, office])).map(({ id }) => id)).to.eql([
      first,
      office,
    ])
    expect(await seedRequests(many, options)).to.include({ requests: 0 })
    await many.close()
  })

  it('names every organisation and every office once', () => {
    const names = [...organisationsUpTo(500), ...institutionsUpTo(3000, catalogue)].map(({ name }) => name)
    expect(new Set(names).size).to.equal(3500)
    expect(organisationsUpTo(40)).to.eql(inventedOrganisations)
  })
})
