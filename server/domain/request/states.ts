import type { RequestKind } from '../law/laip.ts'

/** Where a request is. The words are the law's own; law and practice are in README's glossary. */
export const requestStates = [
  'presentada',
  'en_prevencion',
  'en_tramite',
  'prorrogada',
  'resuelta',
  'notificada',
  'entregada',
  'vencida_ficta',
  'ficta_incumplida',
  'en_revision',
  'revision_resuelta',
  'revision_vencida',
  'cumplida',
  'incumplida',
  'en_amparo',
  'remitida',
  'desistida',
  'cerrada',
] as const

export type RequestState = (typeof requestStates)[number]

/** States from which the law expects nothing more of anyone. */
export const finalStates = ['remitida', 'desistida', 'cerrada'] as const satisfies readonly RequestState[]

/** What came of a request: the four senses of LAIP 42, the refusals of 42.3 told apart. */
export const outcomes = [
  'entrega_total',
  'entrega_parcial',
  'negativa_reserva',
  'negativa_confidencial',
  'inexistencia',
  'desechada',
] as const

export type Outcome = (typeof outcomes)[number]

/** How the máxima autoridad decided a review (LAIP 59). */
export const reviewSenses = ['confirma', 'revoca', 'modifica'] as const

export type ReviewSense = (typeof reviewSenses)[number]

/** What is asked: public information (38), one's own data (33), or a change of one's own data (34). */
export const requestKinds = [
  'access',
  'habeas_access',
  'habeas_modify',
] as const satisfies readonly RequestKind[]

export type { RequestKind }

/** Who the law lets act: requester, information unit (UIP), head of the body, or the passing of time. */
export const parties = ['requester', 'unit', 'authority', 'system'] as const

export type Party = (typeof parties)[number]

/**
 * K1 answer (42; habeas data 33, 34) · K2 clarification (42.2) · K3 extension (43) · K4 delivery after
 * silence (44) · K5 filing a review (54) · K6 deciding it (58) · K7 complying with it (60).
 */
export const clockIds = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'] as const

export type ClockId = (typeof clockIds)[number]

export function isFinal(state: RequestState): boolean {
  return (finalStates as readonly RequestState[]).includes(state)
}
