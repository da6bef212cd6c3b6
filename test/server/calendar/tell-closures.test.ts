import { expect } from 'chai'
import { addClosure } from '../../../server/calendar/add-closure.ts'
import { listClosures } from '../../../server/calendar/list-closures.ts'
import { newClosure, type NewClosure } from '../../../server/calendar/schemas.ts'
import { tellClosures } from '../../../server/calendar/tell-closures.ts'
import type { Context } from '../../../server/context.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { parse } from '../../../server/http/parse.ts'
import { scanForBreaches } from '../../../server/jobs/breach-scan.ts'
import { runDueSlots } from '../../../server/jobs/run-due-slots.ts'
import type { InformationRequest } from '../../../server/store/request-store.ts'
import { refusalOf } from '../../support/refusal.ts'
import { anInstitution, aRequest } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'

const coordinator: Actor = {
  userId: 'user-coordinator',
  role: 'coordinator',
  organisationId: null,
  institutionId: null,
}

const acuerdo = (number: number, day: string): NewClosure =>
  parse(newClosure, { days: [day], source: `Acuerdo Gubernativo ${number}-2026 de ejemplo` })
const first = acuerdo(1, '2026-02-10')
const second = acuerdo(2, '2026-02-12')

describe('telling what acuerdos moved', function () {
  this.timeout(60_000)
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-02-03' })
    await context.stores.institutions.add(anInstitution())
  })
  afterEach(() => context.close())

  const add = (input: NewClosure, by: Context = context) => addClosure(by, coordinator, input)
  const file = (...ids: readonly string[]) =>
    context.stores.requests.addMany(ids.map(id => aRequest({ id, received: '2026-02-02' })))
  /** More than are told at once. */
  const many = Array.from({ length: 300 }, (_, at) => `r${at}`)

  async function stored(id: string): Promise<InformationRequest> {
    const request = await context.stores.requests.find(id, { kind: 'everything' })
    if (!request) throw new Error(id)
    return request
  }
  const movesIn = ({ events }: InformationRequest) =>
    events.flatMap(event =>
      event.type === 'recounted' ? event.data.moved.map(({ from, to }) => `${from} → ${to}`) : [],
    )
  async function movesOf(ids: readonly string[]): Promise<string[]> {
    return (await Promise.all(ids.map(stored))).map(request => movesIn(request).join(', '))
  }
  const untold = async (input: NewClosure) =>
    (await listClosures(context)).find(({ source }) => source === input.source)?.untold

  /** As if the process were killed after so many histories: nothing more is written by this hand. */
  function killedAfter(writes: number): TempContext {
    const { requests, closures } = context.stores
    let left = writes
    const killed = () => Promise.reject(new Error('killed'))
    const append: typeof requests.append = (...args) => {
      left -= 1
      return left >= 0 ? requests.append(...args) : killed()
    }
    const dead = { ...closures, owe: killed, settle: killed }
    return { ...context, stores: { ...context.stores, requests: { ...requests, append }, closures: dead } }
  }

  it('is left to the jobs where many move, and they are called at once', async () => {
    await file(...many)
    let rings = 0
    context.bell.answer(() => (rings += 1))
    const added = await add(first)
    expect(added).to.include({ requests: 300, told: 0, untold: 300 })
    expect(added.moves).to.have.length(300)
    expect(new Set(await movesOf(many))).to.eql(new Set(['']))
    expect([rings, await untold(first)]).to.eql([1, 300])

    const turn = await runDueSlots(context, { owner: 'one' })
    expect(turn?.['breach-scan']).to.include({ recorded: 300, failed: 0 })
    expect(turn?.notices).to.include({ examined: 300 })
    expect(new Set(await movesOf(many))).to.eql(new Set(['2026-02-16 → 2026-02-17']))
    expect(await stored('r299')).to.include({ dueOn: '2026-02-17' })
    expect(await untold(first)).to.equal(0)
    expect(await scanForBreaches(context)).to.include({ examined: 0, recorded: 0 })
    expect(await refusalOf(add(first))).to.include({ code: 'duplicate' })
  })

  it('is done at once where few move, and nobody is called', async () => {
    await file('a', 'b')
    context.bell.answer(() => expect.fail('called'))
    expect(await add(first)).to.deep.include({ requests: 2, told: 2, untold: 0, failed: [] })
    expect(await untold(first)).to.equal(0)
    expect(await context.stores.closures.owed()).to.eql([])
  })

  it('is made up by the next turn after a kill, without doubling what was told', async () => {
    await file(...many)
    await add(first)
    const failure = await tellClosures(killedAfter(40))
    expect(failure.failed).to.have.length.above(0)
    expect((await movesOf(many)).filter(moves => moves !== '')).to.have.length(40)
    expect(await scanForBreaches(context)).to.include({ recorded: 260, failed: 0 })
    expect(new Set(await movesOf(many))).to.eql(new Set(['2026-02-16 → 2026-02-17']))
    expect(await context.stores.closures.owed()).to.eql([])
  })

  it('is made up after a kill before anything was counted', async () => {
    await file('a', 'b')
    const closures = { ...context.stores.closures, owed: () => Promise.reject(new Error('killed')) }
    const killed = { ...context, stores: { ...context.stores, closures } }
    await add(first, killed).catch(() => null)
    expect(await untold(first)).to.equal(null)
    expect(await scanForBreaches(context)).to.include({ recorded: 2, failed: 0 })
    expect(await movesOf(['a', 'b'])).to.eql(Array(2).fill('2026-02-16 → 2026-02-17'))
    expect(await untold(first)).to.equal(0)
  })

  it('ends between two batches when it is told to, and the next one goes on', async () => {
    await file(...many)
    await add(first)
    const ending = new AbortController()
    const { requests } = context.stores
    const append: typeof requests.append = (...args) => {
      ending.abort(new Error('stopped'))
      return requests.append(...args)
    }
    const stopped = { ...context, stores: { ...context.stores, requests: { ...requests, append } } }
    const failure = await tellClosures(stopped, ending).catch((error: unknown) => error)
    expect(failure).to.be.an('error').with.property('message', 'stopped')
    const told = (await movesOf(many)).filter(moves => moves !== '').length
    expect(told).to.be.within(1, 64)
    expect(await tellClosures(context)).to.eql({ told: 300 - told, failed: [] })
  })

  it('starts the second from where the first moved', async () => {
    await file(...many)
    await add(first)
    context.setNow('2026-02-04')
    const added = await add({ ...second, institutionIds: [anInstitution().id] })
    expect(added.moves[0]).to.include({ from: '2026-02-17', to: '2026-02-18' })
    expect(await tellClosures(context)).to.eql({ told: 600, failed: [] })
    expect(new Set(await movesOf(many))).to.eql(new Set(['2026-02-16 → 2026-02-17, 2026-02-17 → 2026-02-18']))
  })

  it('leaves a few behind an acuerdo that is still to be told', async () => {
    await file('a')
    await add(first, killedAfter(0)).catch(() => null)
    context.setNow('2026-02-04')
    expect(await add(second)).to.include({ requests: 1, told: 0, untold: 1 })
    expect(await movesOf(['a'])).to.eql([''])
    expect(await tellClosures(context)).to.eql({ told: 2, failed: [] })
    expect(await movesOf(['a'])).to.eql(['2026-02-16 → 2026-02-17, 2026-02-17 → 2026-02-18'])
  })

  it('writes each history once where two are at it', async () => {
    await file(...many)
    await add(first)
    await Promise.all([tellClosures(context), tellClosures(context)])
    await tellClosures(context)
    expect(new Set(await movesOf(many))).to.eql(new Set(['2026-02-16 → 2026-02-17']))
    expect(await context.stores.closures.owed()).to.eql([])
  })

  it('goes on where one history cannot be counted, and tries that again once a day', async () => {
    await file('whole')
    await context.stores.requests.add({ ...aRequest({ id: 'broken', received: '2026-02-02' }), events: [] })
    const tries = () => context.logged.filter(line => line.includes('could not be recounted')).length
    expect(await add(first)).to.deep.include({ requests: 1, told: 1, untold: 1, failed: ['EJ-broken'] })
    // Once more, since the pass before got on.
    for (const failed of [['EJ-broken'], [], []]) {
      expect(await tellClosures(context)).to.eql({ told: 0, failed })
    }
    expect([tries(), await untold(first)]).to.eql([2, 1])
    context.setNow('2026-02-04')
    expect(await add(second)).to.deep.include({ requests: 1, failed: ['EJ-broken'] })
    await tellClosures(context)
    const before = tries()
    await tellClosures(context)
    await tellClosures(context)
    expect(tries()).to.be.within(before, before + 1)
    expect(movesIn(await stored('whole'))).to.eql(['2026-02-16 → 2026-02-17', '2026-02-17 → 2026-02-18'])
    expect([await untold(first), await untold(second)]).to.eql([1, 1])
  })

  it('does not rest until a day that only a clock that was ahead had seen', async () => {
    await context.stores.requests.add({ ...aRequest({ id: 'broken', received: '2026-02-02' }), events: [] })
    await add(first)
    expect(await tellClosures(context)).to.eql({ told: 0, failed: [] })
    context.setNow('2026-02-02')
    expect(await tellClosures(context)).to.eql({ told: 0, failed: ['EJ-broken'] })
  })

  it('is asked for again by the same input, where it was left before this was remembered', async () => {
    await file('a', 'b')
    await add(first, killedAfter(1)).catch(() => null)
    const { closures } = context.stores
    for (const { closure } of await closures.owed()) await closures.settle(closure.id)
    expect(await tellClosures(context)).to.eql({ told: 0, failed: [] })
    expect(await add(first)).to.deep.include({ requests: 1, told: 1, untold: 0 })
    expect(await movesOf(['a', 'b'])).to.eql(Array(2).fill('2026-02-16 → 2026-02-17'))
  })
})
