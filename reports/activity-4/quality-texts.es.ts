import type { BarrierKind } from '../../server/domain/barriers.ts'
import type { FormatClass } from '../../server/domain/ratings.ts'
import type { Parting } from './comparison-figures.ts'

/** What the organisations found on the way and in the answers, and how the period compares. */
export const qualityEs = {
  title: 'Calidad y formato de lo entregado',
  said: (share: string, mean: string, n: string, rated: string, interval: string) =>
    `Puntos de lo pedido que vinieron en la respuesta (Q1): ${share} (intervalo de 95 %: ${interval}); media de ${mean} sobre 4, en ${n}. Respuestas valoradas: ${rated}.`,
  few: (answers: string, rated: string) =>
    `Completitud (Q1): ${answers}; con menos de 10 no se da. Respuestas valoradas: ${rated}.`,
  none: 'Completitud y formato (Q1 a Q3 y Q5): sin datos; ninguna respuesta del período tiene valoración.',
  elsewhere: 'Las valoraciones de las respuestas (Q1 a Q3 y Q5) no entran en este informe.',
  limits:
    'Cada organización valora las respuestas que recibe, y elige cuáles: no es una muestra al azar ni la palabra de la institución. Cuenta la valoración de la primera persona; la segunda, que no ve la primera, mide el acuerdo.',
  caption: 'Valoración, formato y cobro',
  formatsCaption: 'Formato de lo entregado',
  format: 'Formato',
  formats: {
    abierto: 'Abierto y legible por máquina',
    digital_no_reutilizable: 'Digital, no reutilizable',
    papel_o_imagen: 'Papel o imagen',
  } satisfies Record<FormatClass, string>,
  agreementCaption: 'Acuerdo entre dos personas que valoran (Q5)',
  answers: 'Respuestas',
  pairs: 'Pares',
  agreed: 'Iguales',
  kappa: 'Kappa',
  kappaNote:
    'Kappa de Cohen sin pesos: 1 es acuerdo total, 0 el del azar. Con menos de 10 respuestas no se da.',
  barriersTitle: 'Barreras al pedir',
  barriersSaid: (figure: string) => `Intentos de pedir con alguna barrera (B1): ${figure}.`,
  barriersElsewhere: 'Las barreras que las organizaciones registran (B1) no están en un informe de parte.',
  barriersLimits:
    'Solo lo que las organizaciones registraron; quien no pudo pedir y no lo dijo no está en estas cifras.',
  barriersCaption: 'Barreras por clase',
  barrier: 'Barrera',
  barriersNote:
    'Un intento puede tener varias barreras. Los intentos no son filas de la lista de casos: están en las cifras adjuntas (barriers).',
  barriers: {
    no_la_recibieron: 'No recibieron la solicitud (art. 38)',
    exigieron_identidad: 'Exigieron identidad o interés (art. 41)',
    exigieron_motivo: 'Exigieron el motivo (art. 41)',
    exigieron_formulario: 'Exigieron un formulario (art. 38)',
    exigieron_pago: 'Exigieron un pago (art. 18)',
    portal_caido: 'El portal no funcionaba (art. 39)',
    oficina_cerrada: 'La oficina estaba cerrada (art. 19)',
    negativa_verbal: 'Negativa de palabra (art. 45)',
    otra: 'Otra',
  } satisfies Record<BarrierKind, string>,
  comparisonTitle: 'Comparación con el período anterior',
  changesCaption: 'Cambio frente al período anterior (Y1)',
  changesNote: (from: string, to: string) =>
    `Y1. El indicador del período menos el del anterior (del ${from} al ${to}), en puntos, con intervalo de 95 % de Newcombe; con n menor de 10 en alguno de los dos, no se da.`,
  before: 'Antes',
  beforeN: 'n antes',
  after: 'Ahora',
  afterN: 'n ahora',
  difference: 'Puntos',
  none95: 'sin cambio más allá del azar',
  simpsonNone:
    'Prueba de Simpson (regla 8): en ningún corte por institución, tipo, organización, canal o clase de solicitud todas las partes se mueven al revés que el total.',
  simpsonNothing:
    'Prueba de Simpson (regla 8): sin datos en los dos períodos para comparar las partes con el total.',
  simpson: (by: string, isUp: boolean, parts: string) =>
    `Atención: la respuesta en plazo ${isUp ? 'sube' : 'baja'} en el total y ${isUp ? 'baja' : 'sube'} en cada una de las ${parts} partes por ${by} (paradoja de Simpson). El cambio del total viene de que cambió el peso de las partes.`,
  partings: {
    institution: 'institución',
    institutionKind: 'tipo de institución',
    organisation: 'organización',
    channel: 'canal',
    requestKind: 'clase de solicitud',
  } satisfies Record<Parting, string>,
  repeatSaid: (count: string, n: string, from: string, to: string) =>
    `Incumplimiento repetido (Y2): ${count} de ${n} instituciones con cinco o más vencidas entre ${from} y ${to}.`,
  repeatCaption: 'Instituciones con incumplimiento repetido (Y2)',
  repeatNote: 'Solicitudes con algún incumplimiento por trimestre de su vencimiento. En orden alfabético.',
  requesterTitle: 'Por datos de quien solicita',
  requester:
    'D2 y D3: sin datos. Quien pide es una organización, y Vigía no pregunta género, edad, idioma ni pueblo de sus personas. La prueba por pares necesita esos datos para decir qué se compara.',
  outcomesByKind: 'Resultado por tipo de institución',
  outcomesByInstitution: 'Resultado por institución',
  outcomesByInstitutionNote:
    'Respuestas del período (C): total + parcial + negativa + inexistencia + desechada = C. Sin motivo (G2): de las que no entregaron todo.',
  unreasoned: 'Sin motivo',
  answersColumn: 'C (n)',
  full: 'Total',
  partial: 'Parcial',
  refused: 'Negativa',
  notHeld: 'Inexist.',
  dismissed: 'Desech.',
  funnel: {
    title: (outside: string, rate: string) =>
      `Fuera de los límites de 95 %: ${outside}. Cifra general: ${rate}`,
    subtitle:
      'Porcentaje en plazo (T1) por número de vencidas (D); un punto por institución con n de 10 o más. Por puro azar queda fuera de 95 % una de cada veinte, y fuera de 99.8 % una de cada quinientas',
    axis: 'Vencidas (D), en escala de raíz cuadrada',
    limits: { 'outside-95': 'límite 95 %', 'outside-998': 'límite 99.8 %' },
    overall: (rate: string) => `general ${rate}`,
    outside: { 'outside-95': 'fuera de 95 %', 'outside-998': 'fuera de 99.8 %' },
    inside: 'dentro',
    standing: 'Frente a los límites',
    within: (n: string) => `Dentro de los límites: ${n}.`,
  },
  noteMethod: (version: string) => `Método ${version}.`,
  noteExcluded: (withdrawn: string, referred: string, running: string) =>
    `Fuera de D: desistidas en plazo ${withdrawn}, remitidas en plazo ${referred}, plazo no vencido ${running}.`,
}

export type QualityTexts = typeof qualityEs
