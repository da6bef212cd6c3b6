import type { Position } from '../../server/domain/statistics/comparison.ts'
import type { IndicatorCode } from '../../server/domain/statistics/indicator-codes.ts'

type Standing = Readonly<Record<Position, string>>
type Short = Readonly<Partial<Record<IndicatorCode, string>>>

/** Each institution with its figures and its reply, in Spanish. */
export const sheetsEs = {
  title: 'Cada institución',
  titleHeard: 'Cada institución y su réplica',
  intro: (fewest: string) =>
    `Una ficha por institución con ${fewest} o más vencidas (D), por tipo y nombre: no es una clasificación. «Sobre» o «bajo» la cifra general es más allá del azar. Cada cifra lleva su fórmula, abreviada, y su n; a la derecha, la misma cifra de todas las instituciones.`,
  introHeard: (fewest: string) =>
    `Una ficha por institución que respondió, o con ${fewest} o más vencidas (D), por tipo y nombre: no es una clasificación. «Sobre» o «bajo» la cifra general es más allá del azar. Cada cifra lleva su fórmula, abreviada, y su n; a la derecha, la misma cifra de todas las instituciones.`,
  others: (n: string) => `Sin ficha, con sus conteos en las tablas por institución y por resultado: ${n}.`,
  noSheets: 'Ninguna institución tiene casos suficientes para una ficha.',
  asked: (n: string, day: string, replied: string, silent: string) =>
    `Antes de publicar, el ${day} cada institución con casos vio su página (${n}) y tuvo días hábiles para responder. Respondieron: ${replied}. No respondieron: ${silent}. Las palabras se imprimen como se escribieron.`,
  figuresOf: (name: string) => `Cifras de ${name}`,
  all: 'Todas',
  note: (received: string, due: string, closed: string, left: string) =>
    `De esta institución: R, n = ${received}; D, n = ${due}; C, n = ${closed}. Fuera de D, con plazo no vencido al corte: ${left}.`,
  standing: {
    above: 'En plazo (T1): sobre la cifra general.',
    below: 'En plazo (T1): bajo la cifra general.',
    'not-different': 'En plazo (T1): similar a la cifra general.',
    'too-few': 'Con menos de 10 vencidas, solo conteos.',
  } as Standing,
  /** Shorter than those of the method, where that is. */
  names: { O3: 'Negativa', G2: 'Sin motivo o artículo' } as Short,
  formulas: {
    V1: 'Recepción en el período (R)',
    V3: 'Sin respuesta al corte',
    T1: 'En plazo ÷ D',
    T3: 'Tarde ÷ D',
    'T3-open': 'Sin respuesta al corte ÷ D',
    T4: 'Ningún acto al vencer ÷ D',
    O3: 'Reserva o confidencial ÷ C',
    G2: '÷ C sin entrega total',
  } as Short,
  median: (days: string, n: string) => `Mediana de días hábiles (T9): ${days} (n = ${n}).`,
  reply: (day: string) => `Réplica de la institución, ${day}`,
  noReply: (day: string, until: string) =>
    `No respondió. Se le mostró su página el ${day}, con plazo hasta el ${until}.`,
  notAsked: 'No se le mostró su página antes de publicar.',
  restTitle: 'Instituciones sin ficha',
  restCaption: 'Instituciones sin ficha y si respondieron',
  restNote: 'Sus demás cifras están en las tablas por institución.',
  restMore: (printed: string, all: string) =>
    `Se imprimen ${printed} de ${all}; las demás tampoco respondieron.`,
  askedOn: 'Se le preguntó',
  until: 'Plazo',
  answer: 'Réplica',
  silent: 'no respondió',
  never: 'no se le mostró',
}

export type SheetTexts = typeof sheetsEs
