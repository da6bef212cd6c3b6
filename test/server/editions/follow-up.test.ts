import { expect } from 'chai'
import type { Activity4Figures } from '../../../reports/activity-4/figures.ts'
import { addClosure } from '../../../server/calendar/add-closure.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { addEdition } from '../../../server/editions/edit-edition.ts'
import { openReply } from '../../../server/editions/open-reply.ts'
import { publishEdition } from '../../../server/editions/publish-edition.ts'
import { challengeFigure, decideChallenge } from '../../../server/editions/speak.ts'
import { correctEntry, freshly } from '../../../server/http/register/keep-entry.ts'
import { editionPrinter } from '../../../server/print-edition.ts'
import { recommendationRegister } from '../../../server/recommendations/recommendation-register.ts'
import { sayWhatWasDone } from '../../../server/recommendations/speak.ts'
import { assistanceRegister, type AssistanceFields } from '../../../server/assistance/assistance-register.ts'
import type { Edition } from '../../../server/store/edition-store.ts'
import { aRequest } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'
import { addSides, sides } from '../../support/test-server.ts'

const day = calendarDate
const coordinator: Actor = {
  ...{ userId: 'coordinacion', role: 'coordinator', organisationId: null, institutionId: null },
}
const head: Actor = {
  ...{ userId: 'jefatura', role: 'uip_head', organisationId: null, institutionId: sides.institution },
}
const assistance: AssistanceFields = {
  ...{ organisationId: sides.organisation, day: day('2026-02-10'), minutes: 30, means: 'correo' },
  ...{ subject: 'Recurso de revisión', requestIds: [] },
}

/** Two editions, one after the other: what the second says of the first. */
describe('an edition, of the one before it', function () {
  this.timeout(120_000)
  let context: TempContext
  let first: Activity4Figures
  let second: Activity4Figures

  before(async () => {
    context = await tempContext({ now: '2026-04-06' })
    await addSides({ context })
    await context.stores.requests.add(aRequest({ id: 'r1', received: '2026-01-12' }))
    await context.stores.assistances.add({
      ...assistance,
      ...freshly('a1', coordinator, context.clock.now()),
    })
    first = await publish(
      'e1',
      { from: day('2026-01-01'), to: day('2026-03-31') },
      '2026-04-06',
      '2026-04-20',
    )
    await recommendAndChange()
    second = await publish(
      'e2',
      { from: day('2026-04-01'), to: day('2026-06-30') },
      '2026-07-06',
      '2026-07-20',
    )
  })
  after(() => context.close())

  async function publish(
    id: string,
    period: Pick<Edition, 'from' | 'to'>,
    opened: string,
    closed: string,
  ): Promise<Activity4Figures> {
    const printer = editionPrinter(context)
    context.setNow(opened)
    await addEdition(context, coordinator, { id, input: { ...period, asOf: null, supersedes: null } })
    await openReply(context, coordinator, printer, { id, version: 1, days: 5 })
    const claim = 'Una respuesta se notificó a tiempo.'
    const given = { editionId: id, id: `c-${id}`, figure: 'T3', claim } as const
    const { version } = await challengeFigure(context, head, given)
    const reason = 'El sello del expediente lo muestra.'
    await decideChallenge(context, coordinator, { id: `c-${id}`, version, state: 'admitida', reason })
    context.setNow(closed)
    const { files } = await publishEdition(context, coordinator, printer, { id, version: 2, changes: [] })
    const file = files.find(({ kind }) => kind === 'figures')
    const pieces: Uint8Array[] = []
    for await (const piece of await context.engine.files.open(file?.sha256 ?? ''))
      pieces.push(Buffer.from(piece))
    const figures: Activity4Figures = JSON.parse(Buffer.concat(pieces).toString('utf8'))
    return figures
  }

  /** Each in the time between the two editions, but for the judgement that came after the second's cut-off. */
  async function recommendAndChange(): Promise<void> {
    context.setNow('2026-04-21')
    const made = { edition: 'A4-2026-1', institutionId: sides.institution, state: 'sin_respuesta' } as const
    const open = { stateDay: null, stateNote: null, words: [] }
    for (const id of ['rec1', 'rec2', 'rec3']) {
      const recorded = freshly(id, coordinator, context.clock.now())
      await context.stores.recommendations.add({
        ...recorded,
        ...made,
        ...open,
        text: `Recomendación ${id}.`,
      })
    }
    context.setNow('2026-05-04')
    await sayWhatWasDone(context, head, { id: 'rec1', state: 'hecha', text: 'Se hizo en abril.' })
    await judge('rec1', 2, 'en_parte', '2026-05-02')
    await context.stores.requests.add(
      aRequest({ id: 'r2', received: '2026-02-16', loggedAt: new Date('2026-05-04T15:00:00Z') }),
    )
    await correctEntry(context, coordinator, assistanceRegister(context), {
      ...{ id: 'a1', version: 1, reason: 'Duró el doble \u4e2d', fields: { ...assistance, minutes: 60 } },
    })
    await context.stores.assistances.add({
      ...assistance,
      ...freshly('a2', coordinator, context.clock.now()),
    })
    await addClosure(context, coordinator, {
      ...{ days: [day('2026-02-09')], name: 'Asueto de ejemplo', doubt: null, institutionIds: [] },
      ...{ source: 'Acuerdo Gubernativo 99-2026', publishedOn: day('2026-02-06') },
    })
    context.setNow('2026-07-10')
    await judge('rec2', 1, 'hecha', '2026-07-09')
  }

  function judge(id: string, version: number, state: 'hecha' | 'en_parte', on: string) {
    return correctEntry(context, coordinator, recommendationRegister(context), {
      ...{ id, version, reason: 'Se revisó' },
      fields: {
        ...{ edition: 'A4-2026-1', institutionId: sides.institution, text: `Recomendación ${id}.` },
        ...{ state, stateDay: day(on), stateNote: 'Consta en el expediente.' },
      },
    })
  }

  it('says nothing where there is none before', () => {
    expect(first.followUp).to.deep.include({ previous: null, recommended: [], corrections: null })
  })

  it('prints its recommendations as they stood at the cut-off, and what was said of them', () => {
    const { followUp } = second
    expect(followUp?.previous).to.deep.include({ code: 'A4-2026-1', publishedOn: '2026-04-20' })
    expect(followUp?.recommended.map(({ id, state, stateDay }) => [id, state, stateDay])).to.eql([
      ['rec1', 'en_parte', '2026-05-02'],
      ['rec2', 'sin_respuesta', null],
      ['rec3', 'sin_respuesta', null],
    ])
    const said = {
      institutionId: sides.institution,
      state: 'hecha',
      on: '2026-05-04',
      text: 'Se hizo en abril.',
    }
    expect(followUp?.recommended[0]?.words).to.eql([said])
  })

  it('counts them as Y3, and gives no rate below ten', () => {
    const shares = second.followUp?.shares.map(({ state, count, n, rate, caution }) => [
      state,
      count,
      n,
      rate,
      caution,
    ])
    expect(shares).to.eql([
      ['hecha', 0, 3, null, 'counts-only'],
      ['en_parte', 1, 3, null, 'counts-only'],
      ['no', 0, 3, null, 'counts-only'],
      ['sin_respuesta', 2, 3, null, 'counts-only'],
    ])
  })

  it('logs the challenges that were decided on it', () => {
    expect(second.followUp?.corrections?.challenges.map(({ figure, state }) => [figure, state])).to.eql([
      ['T3', 'admitida'],
    ])
  })

  it('logs what was corrected or came late, with the reason as far as it can be printed', () => {
    const { entries, requests, closures } = second.followUp?.corrections ?? {}
    expect(entries?.map(({ id, change, reason }) => [id, change, reason])).to.have.deep.members([
      ['a1', 'corrected', 'Duró el doble [U+4E2D]'],
      ['a2', 'late', null],
    ])
    expect(requests?.map(({ reference, change, type }) => [reference, change, type])).to.eql([
      ['EJ-r2', 'late', 'filed'],
    ])
    expect(closures?.map(({ source, days }) => [source, days])).to.eql([
      ['Acuerdo Gubernativo 99-2026', ['2026-02-09']],
    ])
  })
})
