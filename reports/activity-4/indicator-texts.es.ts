import type { CohortId } from '../../server/domain/statistics/cohorts.ts'
import type { IndicatorCode } from '../../server/domain/statistics/indicator-codes.ts'

export interface IndicatorText {
  readonly name: string
  /** Numerator ÷ denominator, or how the value is found. */
  readonly formula: string
}

/** R, D and C stand for the three cohorts; the method chapter says what they are. */
export const indicatorsEs: Record<IndicatorCode, IndicatorText> = {
  V1: { name: 'Solicitudes recibidas', formula: 'Solicitudes con recepción en el período (R)' },
  V2: {
    name: 'Instituciones con solicitudes',
    formula: 'Instituciones distintas en R ÷ instituciones registradas',
  },
  V3: {
    name: 'Pendientes al corte',
    formula: 'Sin respuesta al corte ÷ recibidas hasta el corte, de cualquier período',
  },
  'V3-late': {
    name: 'Pendientes con plazo vencido',
    formula: 'Pendientes con vencimiento anterior al corte',
  },
  X1: { name: 'Desistidas dentro del plazo', formula: 'Desistidas a más tardar el vencimiento; fuera de D' },
  X2: {
    name: 'Remitidas dentro del plazo',
    formula: 'Enviadas a otra institución (art. 38) a más tardar el vencimiento; fuera de D',
  },
  X3: {
    name: 'Con plazo aún no vencido',
    formula: 'Vencimiento en el período, no cumplido al corte; fuera de D',
  },
  T1: { name: 'Respondidas en plazo', formula: 'Respuesta a más tardar el vencimiento (con prórroga) ÷ D' },
  'T1-calendar': {
    name: 'En plazo, si los días fueran calendario',
    formula: 'Respuesta a más tardar el día 10 calendario (más la prórroga) ÷ D',
  },
  T2: { name: 'En plazo sin contar prórroga', formula: 'Respuesta a más tardar el vencimiento original ÷ D' },
  T3: { name: 'Respondidas tarde', formula: 'Respuesta después del vencimiento, hasta el corte ÷ D' },
  'T3-open': { name: 'Sin respuesta al corte', formula: 'Plazo vencido y sin respuesta al corte ÷ D' },
  T4: {
    name: 'Silencio total al vencimiento',
    formula: 'Sin ningún acto de la institución hasta el vencimiento ÷ D',
  },
  T5: {
    name: 'Silencio persistente (art. 44)',
    formula:
      'Sin respuesta ni entrega en los 10 días hábiles tras el vencimiento ÷ D con esos 10 días cumplidos',
  },
  T6: {
    name: 'Entrega gratuita tras el silencio (art. 44)',
    formula: 'Entrega sin costo en esos 10 días ÷ sin respuesta al vencimiento, con esos 10 días cumplidos',
  },
  T7: { name: 'Con respuesta al corte', formula: 'Respuesta hasta el corte, en plazo o tarde ÷ D' },
  T8: {
    name: 'Solo acuse al vencimiento',
    formula: 'Algún acto, pero no la respuesta, hasta el vencimiento ÷ D',
  },
  T9: { name: 'Días hábiles hasta la respuesta', formula: 'Mediana, media, p90, mínimo y máximo sobre C' },
  'T9-calendar': {
    name: 'Días calendario hasta la respuesta',
    formula: 'Mediana, media, p90, mínimo y máximo sobre C',
  },
  T10: {
    name: 'Mediana con pendientes, días hábiles',
    formula: 'Kaplan–Meier sobre R; lo pendiente cuenta como aún sin respuesta',
  },
  'T10-calendar': { name: 'Mediana con pendientes, días calendario', formula: 'Kaplan–Meier sobre R' },
  T11: {
    name: 'Días hábiles netos',
    formula: 'Días hábiles menos los que tardó la aclaración de quien solicita, sobre C',
  },
  T12: { name: 'Franjas de días hábiles', formula: 'Respuestas por franja ÷ C con días conocidos' },
  'T12-calendar': {
    name: 'Franjas de días calendario',
    formula: 'Respuestas por franja ÷ C con días conocidos',
  },
  T13: {
    name: 'Días hábiles de atraso',
    formula: 'Sobre incumplimientos del plazo de respuesta (K1) con vencimiento en el período',
  },
  T14: { name: 'Diez pendientes de mayor antigüedad', formula: 'Pendientes al corte por fecha de recepción' },
  I1: {
    name: 'Solicitudes con incumplimiento',
    formula: 'Con algún plazo legal incumplido cuyo vencimiento cae en el período',
  },
  I2: {
    name: 'Con incumplimiento sin subsanar',
    formula: 'De las anteriores, con un incumplimiento que seguía al corte',
  },
  E1: { name: 'Con prórroga', formula: 'D con prórroga ÷ D' },
  E2: {
    name: 'Prórrogas con faltas (art. 43)',
    formula: 'Prórrogas con al menos una falta ÷ D con prórroga',
  },
  E3: {
    name: 'Prórrogas cumplidas',
    formula: 'Respuesta a más tardar el vencimiento prorrogado ÷ D con prórroga',
  },
  E4: { name: 'Prórrogas en masa', formula: 'Cinco prórrogas o más de una institución en un mismo día' },
  P1: { name: 'Con prevención para aclarar', formula: 'R con al menos una prevención ÷ R' },
  'P1-days': {
    name: 'Días hábiles hasta aclarar',
    formula: 'Días entre prevención y aclaración, sobre R con aclaración',
  },
  O1: { name: 'Entrega total', formula: 'Entrega total ÷ C' },
  O2: { name: 'Entrega parcial', formula: 'Entrega parcial ÷ C' },
  O3: { name: 'Negativa por reserva o confidencialidad', formula: 'Negativas ÷ C' },
  O4: { name: 'Inexistencia', formula: 'Inexistencia ÷ C' },
  O5: { name: 'Remitidas a otra institución', formula: 'R remitidas ÷ R' },
  O6: { name: 'Desechadas o desistidas', formula: 'Desechadas por falta de aclaración, o desistidas ÷ R' },
  O7: {
    name: 'Entrega total de lo que se podía entregar',
    formula: 'Entrega total ÷ C menos inexistencia y desechadas',
  },
  G1: {
    name: 'Motivo citado',
    formula: 'Citan el motivo ÷ C sin entrega total',
  },
  G2: {
    name: 'Sin motivo o sin artículo',
    formula: 'Sin motivo o sin artículo citado ÷ C sin entrega total',
  },
  G3: {
    name: 'Reserva sin resolución de clasificación (art. 25)',
    formula: 'Sin citar la resolución ÷ respuestas por reserva',
  },
  A1: {
    name: 'Con recurso de revisión',
    formula: 'Con recurso ÷ C sin entrega total o D en silencio al vencimiento',
  },
  A2: {
    name: 'Recursos decididos en 5 días (art. 58)',
    formula: 'Decididos a más tardar su vencimiento ÷ decisiones con vencimiento en el período',
  },
  A3: {
    name: 'Recursos a favor, en todo o en parte',
    formula: 'Revoca o modifica ÷ recursos decididos en el período',
  },
  A4: { name: 'Amparos', formula: 'Solicitudes con amparo en el período' },
  A5: {
    name: 'Cumplimiento tras el recurso (art. 60)',
    formula: 'Con cumplimiento al corte ÷ recursos a favor',
  },
  S1: { name: 'En disputa', formula: 'Organización e institución se contradicen en fecha o estado ÷ R' },
  S2: { name: 'Con respaldo', formula: 'Recepción y respuesta con sello, mensaje o archivo ÷ R' },
  S3: {
    name: 'Días calendario hasta el registro',
    formula: 'Del día de recepción al de registro en Vigía, sobre R',
  },
  Y1: {
    name: 'Cambio frente al período anterior',
    formula: 'T1 del período menos T1 de otros tantos días antes; intervalo de Newcombe',
  },
}

export const cohortsEs: Record<CohortId, string> = {
  known: 'recibidas hasta el corte',
  register: 'instituciones registradas',
  received: 'R: recibidas en el período',
  due: 'D: con vencimiento en el período',
  dueFictaOver: 'D con los 10 días tras el vencimiento cumplidos',
  silentFictaOver: 'sin respuesta al vencimiento, con los 10 días cumplidos',
  extended: 'D con prórroga',
  closed: 'C: respondidas en el período',
  resolvable: 'C menos inexistencia y desechadas',
  denied: 'C sin entrega total',
  reserved: 'respuestas por reserva',
  breaches: 'incumplimientos con vencimiento en el período',
  appealable: 'C sin entrega total o D en silencio',
  reviewsDue: 'decisiones con vencimiento en el período',
  reviewsDecided: 'recursos decididos en el período',
  reviewsUpheld: 'recursos a favor',
}
