import { expect } from 'chai'
import fc from 'fast-check'
import { addClosure } from '../../../server/calendar/add-closure.ts'
import { addDays, calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { catchUp } from '../../../server/roll-ups/catch-up.ts'
import type { Stores } from '../../../server/store/stores.ts'
import { anAct, anInstitution, aRequest, member, officer } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'
import { keptCounts, naiveCounts, record } from './counted.ts'

const coordinator: Actor = {
  ...{ userId: 'user-coordinator', role: 'coordinator' },
  ...{ organisationId: null, institutionId: null },
}
const offices = ['inst-caminos', 'inst-puentes']

async function isRight(context: TempContext): Promise<void> {
  expect(await keptCounts(context)).to.eql(await naiveCounts(context))
  for (const institutionId of offices) {
    const totals = (await context.stores.rollUps.totalsOf(institutionId))?.totals
    const months = [...(await naiveCounts(context)).values()].filter(
      count => count.institutionId === institutionId,
    )
    const sum = (part: 'known' | 'knownPublished' | 'breachesPublished') =>
      months.reduce((all, month) => all + month[part], 0)
    expect(totals?.known ?? 0).to.equal(sum('known'))
    expect(totals?.knownPublished ?? 0).to.equal(sum('knownPublished'))
    expect(totals?.breachesPublished ?? 0).to.equal(sum('breachesPublished'))
    expect(totals?.unfinished ?? false).to.equal(false)
  }
}

const resolved = (on: string) =>
  anAct('resolved', on, {
    ...{ outcome: 'entrega_parcial', reasoning: 'En parte', grounds: ['confidencial'], article: '22' },
    ...{ classificationResolution: null, costQuetzales: 0 },
  })

describe('the roll-ups', function () {
  this.timeout(120_000)
  let context: TempContext

  beforeEach(async () => {
    context = await tempContext({ now: '2026-03-20' })
    for (const id of offices) await context.stores.institutions.add(anInstitution({ id }))
  })
  afterEach(() => context.close())

  it('count every request of a store that never counted, and nothing the second time', async () => {
    await context.stores.requests.addMany(
      ['2026-01-12', '2026-02-02', '2026-02-03'].map((received, at) =>
        aRequest({ id: `r${at}`, received, published: at > 0, institutionId: offices[at % 2] ?? '' }),
      ),
    )
    expect(await catchUp(context)).to.eql({ examined: 3, written: 3 })
    await isRight(context)
    expect(await catchUp(context)).to.eql({ examined: 0, written: 0 })
  })

  it('follow an act, a corrected day of receipt, a term that passes and an acuerdo', async () => {
    await context.stores.requests.add(aRequest({ id: 'r', received: '2026-03-02', published: true }))
    await catchUp(context)
    const steps: readonly (() => Promise<unknown>)[] = [
      () => record(context, 'r', officer, [anAct('admitted', '2026-03-03', { caseNumber: null })]),
      async () => {
        const request = await context.stores.requests.find('r', { kind: 'everything' })
        const corrects = request?.events[0]?.id ?? ''
        const data = { corrects, occurredOn: calendarDate('2026-02-25'), occurredAt: null }
        const correction = anAct('corrected', '2026-03-20', {
          ...{ ...data, reason: 'El sello dice otra fecha', approvedBy: 'berta' },
        })
        await record(context, 'r', member, [correction])
      },
      async () => context.setNow('2026-04-01'),
      () =>
        addClosure(context, coordinator, {
          ...{ days: [calendarDate('2026-03-05')], source: 'Acuerdo de prueba', name: 'Asueto' },
          ...{ publishedOn: null, institutionIds: [], doubt: null },
        }),
      () => record(context, 'r', officer, [resolved('2026-04-01')]),
      async () => {
        const office = await context.stores.institutions.find(offices[0] ?? '')
        await context.stores.institutions.change(office?.id ?? '', office?.version ?? 0, { inCapital: true })
      },
    ]
    for (const step of steps) {
      await step()
      await catchUp(context)
      await isRight(context)
    }
    expect([...(await keptCounts(context)).keys()]).to.eql(['inst-caminos:2026-02'])
  })

  it('are right after a kill between any two writes', async () => {
    await context.stores.requests.addMany(
      Array.from({ length: 4 }, (_, at) =>
        aRequest({
          id: `r${at}`,
          received: '2026-02-02',
          published: true,
          institutionId: offices[at % 2] ?? '',
        }),
      ),
    )
    for (let writes = 0; writes < 60; writes += 1) {
      const killed = await catchUp(dyingAfter(context, writes)).then(
        () => false,
        (error: Error) => error.message === 'killed',
      )
      if (!killed) {
        expect(writes).to.be.at.least(5)
        return
      }
      await catchUp(context)
      await isRight(context)
      context.setNow(new Date(context.clock.now().getTime() + 86_400_000))
      await record(context, `r${writes % 4}`, officer, [
        anAct('assigned', context.clock.today(), { liaison: 'Archivo' }),
      ])
      await context.stores.requests.add(
        aRequest({
          id: `n${writes}`,
          received: context.clock.today(),
          institutionId: offices[writes % 2] ?? '',
        }),
      )
    }
    throw new Error('It never came to an end')
  })

  it('count once what two instances count at once', async () => {
    await context.stores.requests.addMany(
      Array.from({ length: 30 }, (_, at) =>
        aRequest({ received: `2026-02-${String(2 + (at % 20)).padStart(2, '0')}`, published: at % 2 === 0 }),
      ),
    )
    await Promise.all([catchUp(context), catchUp(context)])
    await isRight(context)
    await context.stores.requests.add(aRequest({ id: 'late', received: '2026-02-20' }))
    await Promise.all([
      catchUp(context),
      record(context, 'late', officer, [resolved('2026-03-02')]),
      catchUp(context),
    ])
    await catchUp(context)
    await isRight(context)
  })

  it('are what a pass over the requests says after any sequence of events, days and acuerdos', async () => {
    const step = fc.record({
      what: fc.constantFrom('add', 'act', 'act', 'correct', 'day', 'closure', 'count', 'killed', 'twice'),
      pick: fc.nat({ max: 1_000 }),
      days: fc.integer({ min: 0, max: 9 }),
    })
    let made = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async steps => {
        for (const given of steps) made = await take(context, given, made)
        await catchUp(context)
        await isRight(context)
      }),
      { numRuns: 12 },
    )
  })
})

interface Step {
  readonly what: 'add' | 'act' | 'correct' | 'day' | 'closure' | 'count' | 'killed' | 'twice'
  readonly pick: number
  readonly days: number
}

/** @returns how many requests there are by now */
async function take(context: TempContext, { what, pick, days }: Step, made: number): Promise<number> {
  const today = context.clock.today()
  const id = `s${pick % Math.max(1, made)}`
  switch (what) {
    case 'add': {
      const institutionId = offices[pick % 2] ?? ''
      const received = addDays(today, -days)
      await context.stores.requests.add(
        aRequest({ id: `s${made}`, received, institutionId, published: pick % 3 > 0 }),
      )
      return made + 1
    }
    case 'act':
      if (made > 0) await record(context, id, officer, [actOf(pick, today)])
      break
    case 'correct':
      if (made > 0) await correct(context, id, addDays(today, -40 + days * 4))
      break
    case 'day':
      context.setNow(addDays(today, days))
      break
    case 'closure':
      await addClosure(context, coordinator, {
        ...{ days: [addDays(today, days)], source: `Acuerdo ${made} ${pick} ${today}`, name: 'Asueto' },
        ...{ publishedOn: null, institutionIds: pick % 2 === 0 ? [] : [...offices.slice(1)], doubt: null },
      })
      break
    case 'count':
      await catchUp(context)
      break
    case 'killed':
      await catchUp(dyingAfter(context, pick % 9)).catch(() => {})
      break
    case 'twice':
      await Promise.all([catchUp(context), catchUp(context)])
  }
  return made
}

function actOf(pick: number, on: string) {
  if (pick % 3 === 0) return resolved(on)
  return pick % 3 === 1
    ? anAct('admitted', on, { caseNumber: null })
    : anAct('notified', on, { means: 'correo' })
}

async function correct(context: TempContext, id: string, occurredOn: ReturnType<typeof calendarDate>) {
  const request = await context.stores.requests.find(id, { kind: 'everything' })
  const corrects = request?.events[0]?.id ?? ''
  const data = { corrects, occurredOn, occurredAt: null, reason: 'Otra fecha', approvedBy: 'berta' }
  await record(context, id, member, [anAct('corrected', context.clock.today(), data)])
}

/** The process ends before the write after so many. */
function dyingAfter(context: TempContext, writes: number): TempContext {
  let left = writes
  const mortal =
    <Given extends readonly unknown[], Result>(write: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      if (left === 0) throw new Error('killed')
      left -= 1
      return write(...given)
    }
  const { rollUps } = context.stores
  const stores: Stores = {
    ...context.stores,
    rollUps: {
      ...rollUps,
      keepMonth: mortal(rollUps.keepMonth),
      keepTotals: mortal(rollUps.keepTotals),
      settle: mortal(rollUps.settle),
      noteCounted: mortal(rollUps.noteCounted),
    },
  }
  return { ...context, stores }
}
