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
  'T4-ficta': {
    name: 'Sin respuesta al vencimiento (silencio)',
    formula: 'Sin resolución ni entrega hasta el vencimiento, haya o no otro acto ÷ D',
  },
  T5: {
    name: 'Silencio persistente (art. 44)',
    formula:
      'Sin respuesta ni entrega en los 10 días hábiles tras el vencimiento ÷ D con esos 10 días cumplidos',
  },
  'T5-running': {
    name: 'Con los 10 días para entregar aún en curso',
    formula: 'Silencios cuyo plazo de entrega (K4) no había vencido al corte',
  },
  'T5-open': {
    name: 'Nada hasta el corte',
    formula: 'Sin respuesta ni entrega al corte ÷ silencios con los 10 días cumplidos',
  },
  T6: {
    name: 'Entrega gratuita tras el silencio (art. 44)',
    formula: 'Entrega sin cobro registrado en esos 10 días ÷ silencios con esos 10 días cumplidos',
  },
  'T6-other': {
    name: 'Otra respuesta en los 10 días',
    formula: 'Respuesta o entrega en los 10 días que no es entrega gratuita ÷ silencios con ellos cumplidos',
  },
  'T6-late': {
    name: 'Respuesta o entrega después de los 10 días',
    formula: 'Respuesta o entrega pasados los 10 días, hasta el corte ÷ silencios con ellos cumplidos',
  },
  'T6-outcome': {
    name: 'Sentido de lo que llegó en los 10 días',
    formula: 'Por sentido ÷ silencios con respuesta en los 10 días',
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
  'T13-answered': {
    name: 'Días hábiles de silencio, respondidas',
    formula: 'Del vencimiento a la respuesta, sobre silencios con respuesta al corte',
  },
  'T13-open': {
    name: 'Días hábiles de silencio, sin respuesta',
    formula: 'Del vencimiento al corte, sobre silencios sin respuesta; la espera sigue',
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
  Q1: {
    name: 'Información completa',
    formula: 'Suma de puntos (0 a 4 por cada cosa pedida) ÷ suma máxima, sobre C valoradas',
  },
  'Q1-rated': { name: 'Respuestas valoradas', formula: 'C con valoración de quien pidió ÷ C' },
  Q2: { name: 'Formato de lo entregado', formula: 'Por clase ÷ entregas valoradas' },
  Q3: {
    name: 'Formato pedido, respetado',
    formula: 'En el formato pedido ÷ entregas valoradas en que se pidió uno',
  },
  Q4: {
    name: 'Entregas con cobro',
    formula: 'Con costo mayor de cero ÷ C con entrega total o parcial y costo registrado',
  },
  'Q4-unknown': {
    name: 'Entregas sin costo registrado',
    formula: 'Sin dato de costo, que no es costo cero ÷ C con entrega total o parcial',
  },
  'Q4-cost': { name: 'Quetzales cobrados', formula: 'Mediana sobre las entregas con cobro' },
  Q5: {
    name: 'Acuerdo entre dos personas: puntos',
    formula: 'Kappa de Cohen sobre los puntos de cada cosa pedida, C con doble valoración',
  },
  'Q5-format': {
    name: 'Acuerdo entre dos personas: formato',
    formula: 'Kappa de Cohen sobre la clase de formato, C con doble valoración',
  },
  A1: {
    name: 'Con recurso de revisión',
    formula: 'Con recurso ÷ C sin entrega total o D en silencio al vencimiento',
  },
  'A1-ficta': { name: 'Silencios con recurso de revisión', formula: 'Silencios con recurso ÷ silencios' },
  A2: {
    name: 'Recursos decididos en 5 días (art. 58)',
    formula: 'Decididos a más tardar su vencimiento ÷ decisiones con vencimiento en el período',
  },
  'A2-ficta': {
    name: 'Recursos tras el silencio, decididos',
    formula: 'Decididos hasta el corte ÷ silencios con recurso',
  },
  A3: {
    name: 'Recursos a favor, en todo o en parte',
    formula: 'Revoca o modifica ÷ recursos decididos en el período',
  },
  'A3-ficta': {
    name: 'Recursos tras el silencio, a favor',
    formula: 'Revoca o modifica ÷ recursos tras el silencio decididos',
  },
  A4: { name: 'Amparos', formula: 'Solicitudes con amparo en el período' },
  'A4-ficta': { name: 'Silencios con amparo', formula: 'Silencios con amparo hasta el corte ÷ silencios' },
  A5: {
    name: 'Cumplimiento tras el recurso (art. 60)',
    formula: 'Con cumplimiento al corte ÷ recursos a favor',
  },
  'A5-ficta': {
    name: 'Cumplimiento tras ese recurso (art. 60)',
    formula: 'Con cumplimiento al corte ÷ recursos tras el silencio a favor',
  },
  B1: {
    name: 'Intentos con barrera',
    formula: 'Con al menos una barrera, por clase ÷ R más los intentos que no llegaron a ser solicitud',
  },
  S1: { name: 'En disputa', formula: 'Organización e institución se contradicen en fecha o estado ÷ R' },
  S2: { name: 'Con respaldo', formula: 'Recepción y respuesta con sello, mensaje o archivo ÷ R' },
  S3: {
    name: 'Días calendario hasta el registro',
    formula: 'Del día de recepción al de registro en Vigía, sobre R',
  },
  D1: {
    name: 'Por grupo',
    formula:
      'T1, T3, O1 a O4 y G2 por institución, tipo, organización, canal y tipo de solicitud; T1 por mes',
  },
  D2: {
    name: 'Por datos de quien solicita',
    formula: 'T1, T4 y O1 por género, edad, idioma y pueblo. Sin datos: Vigía no los pide',
  },
  D3: {
    name: 'Prueba por pares',
    formula: 'Mismo texto, distinta persona: McNemar exacto. Sin datos: depende de D2',
  },
  Y1: {
    name: 'Cambio frente al período anterior',
    formula: 'T1 del período menos T1 de otros tantos días antes; intervalo de Newcombe',
  },
  Y2: {
    name: 'Incumplimiento repetido',
    formula:
      'Con incumplimiento en 3 o 4 de los últimos cuatro trimestres ÷ instituciones con D de 5 o más en ellos',
  },
  Y3: {
    name: 'Recomendaciones del informe anterior',
    formula: 'Hechas, hechas en parte o no hechas ÷ recomendaciones',
  },
}

export const cohortsEs: Record<CohortId, string> = {
  known: 'recibidas hasta el corte',
  register: 'instituciones registradas',
  received: 'R: recibidas en el período',
  due: 'D: con vencimiento en el período',
  dueFictaOver: 'D con los 10 días tras el vencimiento cumplidos',
  silentFictaOver: 'sin respuesta al vencimiento, con los 10 días cumplidos',
  silent: 'silencios: D sin respuesta al vencimiento',
  fictaAnswered: 'silencios con respuesta en los 10 días',
  silentReviewed: 'silencios con recurso',
  silentDecided: 'recursos tras el silencio, decididos',
  silentUpheld: 'recursos tras el silencio, a favor',
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
  rated: 'C con valoración',
  doubleRated: 'C con dos valoraciones',
  delivered: 'C con entrega total o parcial',
  costKnown: 'C con entrega y costo registrado',
  ratedDelivered: 'entregas valoradas',
  formatAsked: 'entregas valoradas en que se pidió un formato',
  attempts: 'R más los intentos que no llegaron a ser solicitud',
  bodiesDue: 'instituciones con D de 5 o más en cuatro trimestres',
}
