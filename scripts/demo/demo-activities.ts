import type { Context } from '../../server/context.ts'
import { acknowledge, answer } from '../../server/dissemination/acknowledge.ts'
import { linkTokenOf } from '../../server/dissemination/link.ts'
import { addEdition } from '../../server/editions/edit-edition.ts'
import { openReply } from '../../server/editions/open-reply.ts'
import { publishEdition } from '../../server/editions/publish-edition.ts'
import { challengeFigure, decideChallenge, replyTo } from '../../server/editions/speak.ts'
import { editionPrinter } from '../../server/print-edition.ts'
import type { Edition } from '../../server/store/edition-store.ts'
import type { Training } from '../../server/store/training-store.ts'
import { ago, coordinator, head, morningOf, on, recorded } from './demo-past.ts'
import { addDemoBarriers } from './demo-barriers.ts'
import { addDemoRatings } from './demo-ratings.ts'
import { declare, judge, recommend } from './demo-recommendations.ts'

/**
 * What the coordination did, invented: trainings, assistance, two editions that were published after their right
 * of reply, with recommendations and what became of them, and one in reply. Made once, whatever day the demo stands
 * at later.
 */
export async function addDemoActivities(context: Context): Promise<void> {
  if (await context.stores.editions.find('demo-edition-1')) return
  await addTrainings(context)
  await addAssistance(context)
  await addDemoRatings(context)
  await addDemoBarriers(context)
  const earlier = await publishEarlier(context)
  await judge(context, earlier, 90)
  await declare(context, earlier, 80)
  const published = await publishOne(context)
  await judge(context, published, 12)
  await handOver(context, published)
  await openOne(context)
}

async function addTrainings(context: Context): Promise<void> {
  const usual = {
    ...{ hours: 6, place: 'Ciudad de Guatemala', trainer: 'Equipo de gobierno abierto' },
    ...{ materials: 'Guía para solicitantes, 12 páginas', otherGender: null },
  } as const
  const trainings: readonly Omit<Training, keyof ReturnType<typeof recorded>>[] = [
    {
      ...{
        ...usual,
        audience: 'organizaciones',
        kind: 'taller',
        subject: 'Cómo redactar una solicitud clara',
      },
      ...{
        days: [ago(context, 140), ago(context, 139)],
        mode: 'presencial',
        participants: 24,
        women: 13,
        men: 9,
      },
      ...{ organisationIds: ['red-ciudadana', 'ciidh', 'codefem'], institutionIds: [] },
      ...{ answers: 20, meanBefore: 54.5, meanAfter: 81 },
    },
    {
      ...{
        ...usual,
        audience: 'organizaciones',
        kind: 'charla',
        subject: 'El recurso de revisión, paso a paso',
      },
      ...{
        days: [ago(context, 75)],
        mode: 'en_linea',
        place: null,
        hours: 2,
        participants: 41,
        women: 26,
        men: 12,
      },
      ...{ organisationIds: ['red-ciudadana', 'ggm'], institutionIds: [], materials: null },
      ...{ answers: 18, meanBefore: null, meanAfter: null },
    },
    {
      ...{ ...usual, audience: 'unidades', kind: 'curso', subject: 'Plazos, prórrogas y prevenciones' },
      ...{
        days: [ago(context, 110), ago(context, 103)],
        mode: 'mixta',
        hours: 8,
        participants: 19,
        women: 11,
        men: 8,
      },
      ...{ organisationIds: [], institutionIds: ['minfin', 'mspas', 'mineduc', 'mem'] },
      ...{ answers: 17, meanBefore: 61, meanAfter: 84.5 },
    },
  ]
  await context.stores.trainings.addMissing(
    trainings.map((each, at) => ({
      ...each,
      ...recorded(`demo-training-${at + 1}`, morningOf(each.days.at(-1) ?? ago(context, 0))),
    })),
  )
}

async function addAssistance(context: Context): Promise<void> {
  const scope = { kind: 'organisation', organisationId: 'red-ciudadana' } as const
  const { items } = await context.stores.requests.list(
    scope,
    { view: 'todas', to: ago(context, 120) },
    { limit: 12, after: null, order: 'desc' },
  )
  const cases = items.map(({ id }) => id)
  const days = [118, 62, 40]
  const subjects = [
    'Cómo responder a una prevención',
    'Recurso de revisión por silencio',
    'Qué pedir por escrito',
  ]
  await context.stores.assistances.addMissing(
    days.map((daysAgo, at) => ({
      ...recorded(`demo-assistance-${at + 1}`, on(context, daysAgo).clock.now()),
      ...{ organisationId: 'red-ciudadana', day: ago(context, daysAgo), minutes: 30 + 15 * at },
      ...{ means: at === 0 ? 'presencial' : 'telefono', subject: subjects[at] ?? '' },
      requestIds: cases.slice(at * 3, at * 3 + 3),
    })),
  )
}

/** The edition before, whose recommendations the next one follows. */
async function publishEarlier(context: Context): Promise<Edition> {
  const printer = editionPrinter(context)
  const period = { from: ago(context, 364), to: ago(context, 241), asOf: ago(context, 230) }
  const id = 'demo-edition-0'
  const draft = await addEdition(on(context, 229), coordinator, {
    id,
    input: { ...period, supersedes: null },
  })
  await openReply(on(context, 228), coordinator, printer, { id, version: 1, days: 5 })
  await recommend(context, draft, 212)
  return publishEdition(on(context, 210), coordinator, printer, { id, version: 2, changes: [] })
}

async function publishOne(context: Context): Promise<Edition> {
  const printer = editionPrinter(context)
  const period = { from: ago(context, 240), to: ago(context, 60), asOf: ago(context, 46) }
  const id = 'demo-edition-1'
  const draft = await addEdition(on(context, 45), coordinator, { id, input: { ...period, supersedes: null } })
  await openReply(on(context, 44), coordinator, printer, { id, version: 1, days: 5 })
  await replyTo(on(context, 42), head, {
    id,
    text: 'Las fechas coinciden con nuestro registro.\n\nEl atraso de mayo se debió a la mudanza de la unidad; desde junio se responde en plazo.',
  })
  const challenge = await challengeFigure(on(context, 42), head, {
    ...{ editionId: id, id: 'demo-challenge-1', figure: 'T3' },
    claim: 'Una de las respuestas tardías se notificó por correo el último día del plazo.',
  })
  const reason = 'El correo que consta en el expediente es del día siguiente al vencimiento.'
  const decision = { id: challenge.id, version: challenge.version, state: 'rechazada', reason } as const
  await decideChallenge(on(context, 40), coordinator, decision)
  await recommend(context, draft, 35)
  return publishEdition(on(context, 30), coordinator, printer, { id, version: 2, changes: [] })
}

async function handOver(context: Context, { from, to, files }: Edition): Promise<void> {
  const report = { reportSha256: files[0]?.sha256 ?? '', reportFrom: from, reportTo: to, note: null }
  const open = { acknowledgedAt: null, answers: [] }
  await context.stores.disseminations.addMissing([
    {
      ...{ ...recorded('de01', on(context, 28).clock.now()), ...report, ...open, day: ago(context, 28) },
      ...{ audience: 'unidad', institutionId: 'minfin', means: 'reunion' },
    },
    {
      ...{ ...recorded('de02', on(context, 28).clock.now()), ...report, ...open, day: ago(context, 28) },
      ...{ audience: 'unidad', institutionId: 'mspas', means: 'papel' },
    },
    {
      ...{ ...recorded('de03', on(context, 27).clock.now()), ...report, ...open, day: ago(context, 27) },
      ...{ audience: 'regulador', institutionId: null, means: 'correo' },
    },
  ])
  for (const id of ['de01', 'de03']) {
    const item = await context.stores.disseminations.find(id)
    if (item) await acknowledge(on(context, 25), await linkTokenOf(context, item))
  }
  const first = await context.stores.disseminations.find('de01')
  if (first)
    await answer(
      on(context, 24),
      await linkTokenOf(context, first),
      'Recibido. Se revisará con la unidad jurídica.',
    )
}

async function openOne(context: Context): Promise<void> {
  const id = 'demo-edition-2'
  const period = { from: ago(context, 180), to: ago(context, 10), asOf: ago(context, 4) }
  await addEdition(on(context, 4), coordinator, { id, input: { ...period, supersedes: null } })
  await openReply(on(context, 3), coordinator, editionPrinter(context), { id, version: 1, days: 10 })
}
