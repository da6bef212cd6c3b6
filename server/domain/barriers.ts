import type { CalendarDate } from './calendar/calendar-date.ts'

/** What stood between somebody and their request (indicator B1), one class each. */
export const barrierKinds = [
  'no_la_recibieron',
  'exigieron_identidad',
  'exigieron_motivo',
  'exigieron_formulario',
  'exigieron_pago',
  'portal_caido',
  'oficina_cerrada',
  'negativa_verbal',
  'otra',
] as const

export type BarrierKind = (typeof barrierKinds)[number]

/** What the law says of it, by article of Decreto 57-2008; null where it says nothing of its own. */
export const barrierArticles: Readonly<Record<BarrierKind, string | null>> = {
  no_la_recibieron: '38',
  exigieron_identidad: '41',
  exigieron_motivo: '41',
  exigieron_formulario: '38',
  exigieron_pago: '18',
  portal_caido: '39',
  oficina_cerrada: '19',
  negativa_verbal: '45',
  otra: null,
}

/** One attempt that met a barrier: what indicator B1 counts, by class, over attempts. */
export interface BarrierFact {
  readonly id: string
  readonly kind: BarrierKind
  readonly occurredOn: CalendarDate
  readonly organisationId: string
  readonly institutionId: string
  /** The request that it was about; null where it never came to be one. */
  readonly requestId: string | null
}
