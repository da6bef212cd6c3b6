import type { Context } from '../../server/context.ts'
import { addEntry, correctEntry } from '../../server/http/register/keep-entry.ts'
import {
  recommendationRegister,
  type RecommendationFields,
} from '../../server/recommendations/recommendation-register.ts'
import { sayWhatWasDone } from '../../server/recommendations/speak.ts'
import type { Edition } from '../../server/store/edition-store.ts'
import { ago, coordinator, head, on } from './demo-past.ts'

const unanswered = { state: 'sin_respuesta', stateDay: null, stateNote: null } as const

const texts = [
  'Notificar toda prórroga dentro de los dos días anteriores al vencimiento, con su motivo (artículo 43).',
  'Entregar en los diez días del artículo 44 lo que quedó sin respuesta, sin costo y sin nueva solicitud.',
  'Citar el artículo y la resolución de clasificación en toda negativa por reserva (artículo 25).',
  'Publicar en el portal un solo correo para solicitudes, con acuse automático.',
  'Entregar las bases de datos en formato abierto cuando así se piden (artículo 42).',
] as const

/** Addressed in turn to all and to one unit. */
const addressees = [null, 'minfin', null, 'mspas', 'minfin'] as const

/** What an edition recommends, on record before it is published. */
export async function recommend(context: Context, edition: Edition, daysAgo: number): Promise<void> {
  const then = on(context, daysAgo)
  const register = recommendationRegister(then)
  for (const [at, text] of texts.entries()) {
    const fields = { edition: edition.code, institutionId: addressees[at] ?? null, text, ...unanswered }
    await addEntry(then, coordinator, register, { id: idOf(edition, at), fields })
  }
}

type Judged = Pick<RecommendationFields, 'state' | 'stateNote'>

const judgements: readonly Judged[] = [
  { state: 'en_parte', stateNote: 'Circular de tres unidades; otras dos siguen avisando el último día.' },
  { state: 'hecha', stateNote: 'Instructivo publicado y aplicado en los casos del semestre.' },
  { state: 'no', stateNote: 'Las negativas del período citan solo la ley, sin resolución.' },
  { state: 'en_parte', stateNote: 'Hay un correo único; el acuse llega a mano.' },
]

/** What became of them, as the coordination judged it: one stays unanswered. */
export async function judge(context: Context, edition: Edition, daysAgo: number): Promise<void> {
  const then = on(context, daysAgo)
  const register = recommendationRegister(then)
  for (const [at, judged] of judgements.entries()) {
    const item = await then.stores.recommendations.find(idOf(edition, at))
    if (!item) continue
    const fields = { ...register.fieldsOf(item), ...judged, stateDay: ago(context, daysAgo) }
    const { id, version } = item
    await correctEntry(then, coordinator, register, {
      id,
      version,
      fields,
      reason: 'Seguimiento del semestre',
    })
  }
}

/** The unit's own word, which decides nothing. */
export async function declare(context: Context, edition: Edition, daysAgo: number): Promise<void> {
  const text =
    'El instructivo rige desde enero y cubre todas las ventanillas.\nEl formato abierto depende de un sistema nuevo.'
  await sayWhatWasDone(on(context, daysAgo), head, { id: idOf(edition, 1), state: 'hecha', text })
}

function idOf({ id }: Edition, at: number): string {
  return `${id}-recommendation-${at + 1}`
}
