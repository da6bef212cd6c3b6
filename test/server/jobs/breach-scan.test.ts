import { expect } from 'chai'
import { addDays, calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import { decide } from '../../../server/domain/request/decide.ts'
import { foldedFieldsOf } from '../../../server/domain/request/folded-fields.ts'
import type { Act } from '../../../server/domain/request/events.ts'
import { AppError } from '../../../server/errors.ts'
import { scanForBreaches } from '../../../server/jobs/breach-scan.ts'
import { requestCollection, type InformationRequest } from '../../../server/store/request-store.ts'
import { sealEvents } from '../../../server/store/seal-events.ts'
import { anAct, anInstitution, aRequest, member, officer, testLaw } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

describe('the breach scan', () => {
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-02-02' })
    await context.stores.institutions.add(anInstitution())
  })
  afterEach(() => context.close())

  const stored = async (id: string) => {
    const request = await context.stores.requests.find(id, { kind: 'everything' })
    if (!request) throw new Error(`There is no request ${id}`)
    return request
  }
  const marksOf = ({ events }: InformationRequest) =>
    events.flatMap(event =>
      event.type === 'lapsed' ? [`${event.data.clock} ${event.data.dueOn} ${event.data.breachId}`] : [],
    )

  it('writes nothing while there is time, and the silence of article 44 the day after', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1', received: '2026-02-02' }))
    context.setNow('2026-02-16')
    expect(await scanForBreaches(context)).to.deep.equal({
      asOf: '2026-02-16',
      examined: 0,
      recorded: 0,
      failed: 0,
    })
    context.setNow('2026-02-17')
    expect(await scanForBreaches(context)).to.include({ examined: 1, recorded: 1, failed: 0 })
    const request = await stored('r1')
    expect(request.state).to.equal('vencida_ficta')
    expect(request.events.at(-1)).to.deep.include({ type: 'lapsed', occurredOn: '2026-02-17' })
    expect(request.events.at(-1)?.actor.role).to.equal('system')
  })

  it('run twice, writes nothing the second time', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    context.setNow('2026-02-20')
    await scanForBreaches(context)
    const { version } = await stored('r1')
    expect(await scanForBreaches(context)).to.include({ examined: 0, recorded: 0 })
    expect((await stored('r1')).version).to.equal(version)
  })

  it('after missed nights writes the same breaches as if every night had run', async () => {
    const days = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05']
    for (const received of days) {
      await context.stores.requests.add(aRequest({ id: `every-${received}`, received }))
      await context.stores.requests.add(aRequest({ id: `missed-${received}`, received }))
    }
    const nightly: string[] = []
    for (let day = calendarDate('2026-02-15'); day <= '2026-03-20'; day = addDays(day, 1)) {
      context.setNow(day)
      await scanForBreaches(context)
    }
    for (const received of days) nightly.push(...marksOf(await stored(`every-${received}`)))

    const late = await tempContext({ now: '2026-02-02' })
    try {
      await late.stores.institutions.add(anInstitution())
      for (const received of days)
        await late.stores.requests.add(aRequest({ id: `every-${received}`, received }))
      late.setNow('2026-03-20')
      expect(await scanForBreaches(late)).to.include({ examined: 4, recorded: 8, failed: 0 })
      const madeUp: string[] = []
      for (const received of days) {
        const request = await late.stores.requests.find(`every-${received}`, { kind: 'everything' })
        if (request) madeUp.push(...marksOf(request))
      }
      expect(madeUp).to.deep.equal(nightly)
      expect(nightly).to.have.length(8)
    } finally {
      await late.close()
    }
  })

  it('goes on when one record is broken, and says which by its id alone', async () => {
    await context.stores.requests.addMany(
      Array.from({ length: 40 }, (_, at) => aRequest({ id: `good-${at}` })),
    )
    const requests = context.engine.collection(requestCollection)
    const good = await requests.get('good-0')
    if (!good) throw new Error('There is no good record')
    await requests.insert({ ...good, _id: 'poison', reference: 'EJ-poison', title: 'Secreto', events: [] })
    context.setNow('2026-02-17')
    expect(await scanForBreaches(context)).to.include({ examined: 41, recorded: 40, failed: 1 })
    const errors = context.logged.filter(line => line.includes('"level":50'))
    expect(errors).to.have.length(1)
    expect(errors[0]).to.include('"requestId":"poison"').and.not.include('Secreto')
    expect(await scanForBreaches(context)).to.include({ examined: 1, recorded: 0, failed: 1 })
  })

  it('counts a request whose institution is gone as failed', async () => {
    await context.stores.requests.add(aRequest({ institutionId: 'nobody' }))
    context.setNow('2026-02-17')
    expect(await scanForBreaches(context)).to.include({ recorded: 0, failed: 1 })
  })

  it('finds nothing more to write after a late answer was recorded before it ran', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    context.setNow('2026-02-19')
    const admitted = anAct('admitted', '2026-02-04', { caseNumber: null })
    await record(context, await stored('r1'), admitted)
    const answer = anAct('resolved', '2026-02-19', {
      outcome: 'entrega_total',
      reasoning: 'Se entrega.',
      grounds: [],
      article: null,
      classificationResolution: null,
      costQuetzales: 0,
    })
    const answered = await record(context, await stored('r1'), answer)
    expect(answered.events.map(({ type }) => type)).to.deep.equal(['filed', 'admitted', 'lapsed', 'resolved'])
    expect(await scanForBreaches(context)).to.include({ recorded: 0, failed: 0 })
    expect(marksOf(await stored('r1'))).to.have.length(1)
  })

  it('stands a clock that jumps ahead and back', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    context.setNow('2026-02-17')
    await scanForBreaches(context)
    context.setNow('2026-03-29')
    await scanForBreaches(context)
    const ahead = await stored('r1')
    context.setNow('2026-03-28')
    expect(await scanForBreaches(context)).to.include({ recorded: 0, failed: 0 })
    expect(await stored('r1')).to.deep.equal(ahead)
    expect(new Set(marksOf(ahead)).size)
      .to.equal(marksOf(ahead).length)
      .and.equal(2)
  })

  it('looks no further than the day asked about, and never into the future', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    context.setNow('2026-06-01')
    expect(await scanForBreaches(context, { asOf: calendarDate('2026-02-17') })).to.include({ recorded: 1 })
    expect(marksOf(await stored('r1'))).to.have.length(1)
    const refused = await scanForBreaches(context, { asOf: calendarDate('2026-06-02') }).catch(
      (error: unknown) => error,
    )
    expect(refused).to.be.instanceOf(AppError).with.property('code', 'in-the-future')
  })

  it('judges a request anew when somebody acts in the same moment', async () => {
    await context.stores.requests.add(aRequest({ id: 'r1' }))
    context.setNow('2026-02-17')
    const { requests } = context.stores
    let acted = false
    const racing = {
      ...context,
      stores: {
        ...context.stores,
        requests: {
          ...requests,
          async append(...given: Parameters<typeof requests.append>) {
            if (!acted) {
              acted = true
              await record(
                context,
                await stored('r1'),
                anAct('withdrawn', '2026-02-13', { reason: null }),
                member,
              )
            }
            return requests.append(...given)
          },
        },
      },
    }
    expect(await scanForBreaches(racing)).to.include({ examined: 1, recorded: 0, failed: 0 })
    expect((await stored('r1')).state).to.equal('desistida')
  })

  it('two at once write each breach once', async () => {
    await context.stores.requests.addMany(Array.from({ length: 60 }, (_, at) => aRequest({ id: `r${at}` })))
    context.setNow('2026-02-17')
    const [one, other] = await Promise.all([scanForBreaches(context), scanForBreaches(context)])
    expect(one.recorded + other.recorded).to.equal(60)
    expect(one.failed + other.failed).to.equal(0)
    for (let at = 0; at < 60; at += 1) expect(marksOf(await stored(`r${at}`))).to.have.length(1)
  })

  it('is ended between batches by its signal, and the next one goes on from there', async () => {
    await context.stores.requests.addMany(Array.from({ length: 100 }, (_, at) => aRequest({ id: `r${at}` })))
    context.setNow('2026-02-17')
    const ended = new AbortController()
    ended.abort(new Error('enough'))
    const failure = await scanForBreaches(context, { signal: ended.signal }).catch((error: unknown) => error)
    expect(failure).to.have.property('message', 'enough')
    expect(await scanForBreaches(context)).to.include({ recorded: 100 })
  })
})

/** As an action does: decides, seals, and saves with what follows. */
async function record(context: TempContext, request: InformationRequest, act: Act, actor = officer) {
  const decision = decide(request, act, actor, context.clock.today(), testLaw)
  if (!decision.ok) throw new Error(decision.refusal)
  const events = sealEvents(request.events.at(-1), [{ acts: decision.acts, actor }], context.clock.now())
  const after = { ...request, events: [...request.events, ...events] }
  return context.stores.requests.append(
    request,
    events,
    foldedFieldsOf(after, testLaw, context.clock.today()),
  )
}
