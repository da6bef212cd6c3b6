import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { addClosure } from '../../../server/calendar/add-closure.ts'
import { calendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { Actor } from '../../../server/domain/request/events.ts'
import { addEdition } from '../../../server/editions/edit-edition.ts'
import { openReply } from '../../../server/editions/open-reply.ts'
import { publishEdition, wordsOf } from '../../../server/editions/publish-edition.ts'
import { annulEntry, correctEntry, freshly } from '../../../server/http/register/keep-entry.ts'
import { changeInstitution } from '../../../server/institutions/change-institution.ts'
import { changeOrganisation } from '../../../server/organisations/change-organisation.ts'
import { editionPrinter } from '../../../server/print-edition.ts'
import { recommendationRegister } from '../../../server/recommendations/recommendation-register.ts'
import { recordAct } from '../../../server/requests/record-act.ts'
import type { Edition } from '../../../server/store/edition-store.ts'
import { trainingRegister, type Training } from '../../../server/trainings/training-register.ts'
import { anEdition } from '../../support/edition-builder.ts'
import { aRequest, anInstitution, officer } from '../../support/request-builder.ts'
import { tempContext, type TempContext } from '../../support/temp-context.ts'
import { addSides, sides } from '../../support/test-server.ts'

const coordinator: Actor = {
  ...{ userId: 'coordinacion', role: 'coordinator', organisationId: null, institutionId: null },
}
const day = calendarDate

/** Publish, change whatever can be changed, and print again. */
describe('a published edition printed again', function () {
  this.timeout(120_000)
  let context: TempContext
  let edition: Edition

  before(async () => {
    context = await tempContext({ now: '2026-04-06', env: { PUBLIC_URL: 'https://vigia.ejemplo.gt' } })
    await addSides({ context })
    for (const received of ['2026-01-12', '2026-02-03', '2026-03-02', '2026-03-09'])
      await context.stores.requests.add(aRequest({ id: `r-${received}`, received }))
    await addRegisters()
    edition = await published()
  })
  after(() => context.close())

  async function addRegisters(): Promise<void> {
    const recorded = (id: string) => freshly(id, coordinator, context.clock.now())
    await context.stores.trainings.addMissing(['t1', 't2'].map(id => ({ ...aTraining, ...recorded(id) })))
    await context.stores.assistances.add({
      ...recorded('a1'),
      ...{ organisationId: sides.organisation, day: day('2026-02-10'), minutes: 30, means: 'correo' },
      ...{ subject: 'Recurso de revisión', requestIds: ['r-2026-01-12'] },
    })
    await context.stores.disseminations.add({
      ...recorded('d1'),
      ...{ audience: 'unidad', institutionId: sides.institution, means: 'papel', day: day('2026-03-10') },
      ...{ reportSha256: 'ab'.repeat(32), reportFrom: day('2025-01-01'), reportTo: day('2025-06-30') },
      ...{ note: null, acknowledgedAt: null, answers: [] },
    })
    await context.stores.editions.add(anEdition())
    await context.stores.recommendations.add({
      ...recorded('rec1'),
      ...{ edition: 'A4-2025-1', institutionId: sides.institution, state: 'sin_respuesta', words: [] },
      ...{ text: 'Notificar las prórrogas a tiempo.', stateDay: null, stateNote: null },
    })
  }

  async function published(): Promise<Edition> {
    const printer = editionPrinter(context)
    const input = { from: day('2026-01-01'), to: day('2026-03-31'), asOf: null, supersedes: null }
    const { id } = await addEdition(context, coordinator, { id: 'e1', input })
    await openReply(context, coordinator, printer, { id, version: 1, days: 5 })
    context.setNow('2026-04-20')
    return publishEdition(context, coordinator, printer, { id, version: 2, changes: [] })
  }

  async function printedAgain(changes: Partial<TempContext['config']> = {}): Promise<readonly string[]> {
    const moved = { ...context, config: { ...context.config, ...changes } }
    const files = await editionPrinter(moved).print(edition, await wordsOf(context, edition))
    return files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
  }

  const changes: readonly (readonly [what: string, change: () => Promise<unknown>])[] = [
    [
      'an acuerdo that closed offices in its period',
      () =>
        addClosure(context, coordinator, {
          ...{ days: [day('2026-02-09'), day('2026-02-10')], name: 'Asueto de ejemplo', doubt: null },
          ...{ source: 'Acuerdo Gubernativo 99-2026', publishedOn: day('2026-02-06') },
          institutionIds: [],
        }),
    ],
    [
      'an answer recorded late',
      async () => {
        const request = await context.stores.requests.find('r-2026-02-03', { kind: 'everything' })
        return recordAct(context, officer, {
          ...{ requestId: 'r-2026-02-03', version: request?.version ?? 0 },
          act: {
            ...{ type: 'resolved', occurredOn: day('2026-03-10'), occurredAt: null },
            ...{ evidence: [{ kind: 'sello', sha256: null, note: null }], data: resolution },
          },
        })
      },
    ],
    [
      'a request logged late',
      () =>
        context.stores.requests.add(
          aRequest({ received: '2026-02-16', loggedAt: new Date('2026-05-04T15:00:00Z') }),
        ),
    ],
    [
      'a training corrected out of the period',
      () =>
        correctEntry(context, coordinator, trainingRegister(context), {
          ...{ id: 't1', version: 1, reason: 'Fue el año anterior' },
          fields: { ...aTraining, days: [day('2025-11-20')], participants: 99 },
        }),
    ],
    [
      'a training annulled',
      () =>
        annulEntry(context, coordinator, trainingRegister(context), {
          ...{ id: 't2', version: 1, reason: 'Se registró dos veces' },
        }),
    ],
    [
      'a training recorded late',
      () =>
        context.stores.trainings.add({ ...aTraining, ...freshly('t3', coordinator, context.clock.now()) }),
    ],
    [
      'a delivery acknowledged',
      async () => {
        const item = await context.stores.disseminations.find('d1')
        return item && context.stores.disseminations.acknowledge(item, context.clock.now())
      },
    ],
    [
      'a recommendation judged',
      () =>
        correctEntry(context, coordinator, recommendationRegister(context), {
          ...{ id: 'rec1', version: 1, reason: 'Se revisó' },
          fields: {
            ...{ edition: 'A4-2025-1', institutionId: sides.institution, state: 'hecha' },
            ...{
              text: 'Notificar las prórrogas a tiempo.',
              stateDay: day('2026-03-02'),
              stateNote: 'Consta.',
            },
          },
        }),
    ],
    [
      'another name, other hours and another city of an institution',
      () =>
        changeInstitution(context, coordinator, {
          ...{ institutionId: sides.institution, version: 1 },
          patch: { name: 'Institución renombrada', inCapital: true, cutoffMinutes: 900 },
        }),
    ],
    [
      'another institution on the register',
      () => context.stores.institutions.addMissing([anInstitution({ id: 'nueva' })]),
    ],
    [
      'another name of an organisation',
      () =>
        changeOrganisation(context, coordinator, {
          ...{ organisationId: sides.organisation, version: 1 },
          patch: { name: 'Asociación renombrada' },
        }),
    ],
    [
      'another edition after it',
      () =>
        context.stores.editions.add(
          anEdition({ id: 'e9', code: 'A4-2026-9', publishedAt: context.clock.now() }),
        ),
    ],
  ]

  for (const [what, change] of changes) {
    it(`is the same bytes after ${what}`, async () => {
      context.setNow('2026-05-04')
      await change()
      expect(await printedAgain()).to.eql(edition.files.map(({ sha256 }) => sha256))
    })
  }

  it('is the same bytes after the site moved to another address', async () => {
    const again = await printedAgain({ publicUrl: 'https://otra.ejemplo.gt' })
    expect(again).to.eql(edition.files.map(({ sha256 }) => sha256))
  })

  it('while a new edition of the same period tells all of it', async () => {
    const draft = { ...edition, knownAt: null, registerSha256: null }
    const files = await editionPrinter(context).print(draft, await wordsOf(context, edition))
    const kept = new Set(edition.files.map(({ sha256 }) => sha256))
    const digests = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'))
    expect(digests.filter(digest => kept.has(digest))).to.eql([])
  })
})

const resolution = {
  outcome: 'entrega_total',
  ...{ reasoning: 'Se entrega copia.', grounds: [], article: null },
  ...{ classificationResolution: null, costQuetzales: 0 },
} as const

const aTraining = {
  ...{ audience: 'unidades', kind: 'taller', subject: 'Prórrogas', days: [day('2026-02-20')], hours: 6 },
  ...{ mode: 'presencial', place: null, trainer: 'Equipo de ejemplo', materials: null },
  ...{ participants: 20, women: null, men: null, otherGender: null, organisationIds: [] },
  ...{ institutionIds: [sides.institution], answers: null, meanBefore: null, meanAfter: null },
} satisfies Omit<Training, keyof ReturnType<typeof freshly>>
