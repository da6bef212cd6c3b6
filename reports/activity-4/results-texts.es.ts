import type { CaseResult } from '../../server/domain/register/case-results.ts'

const resultEs: Readonly<Record<CaseResult, string>> = {
  delivered: 'información entregada',
  refused: 'negativa',
  silent: 'silencio',
  left: 'retirada o remitida',
  open: 'en plazo',
}

const wordsEs: Readonly<Record<string, string>> = {
  taller: 'taller',
  curso: 'curso',
  charla: 'charla',
  diplomado: 'diplomado',
  otra: 'otra',
  correo: 'correo',
  papel: 'papel',
  reunion: 'reunión',
  abierta: 'por decidir',
  admitida: 'admitida',
  rechazada: 'rechazada',
}

/** Results 2 to 4 and the right of reply, in Spanish. */
export const resultsEs = {
  first: 'Ejercicio del derecho por organizaciones civiles',
  second: 'Capacitación y asistencia técnica a organizaciones',
  third: 'Capacitación a unidades de información pública',
  fourth: 'Difusión a unidades y al regulador',
  noRecords: 'Sin datos registrados en Vigía en este período.',
  partial:
    'Este informe abarca solo una parte de las solicitudes: las actividades de la coordinación están en el informe general.',
  result: resultEs,
  words: wordsEs,
  trainings: 'Capacitaciones',
  trainingsTotal: (n: string, people: string, bodies: string, hours: string) =>
    `Capacitaciones: ${n}. Participantes: ${people}. Entidades distintas: ${bodies}. Horas: ${hours}.`,
  gender: (women: string, men: string, other: string, untold: string) =>
    `Por género, solo de quienes lo dijeron: mujeres, ${women}; hombres, ${men}; otro género, ${other}; no lo dijeron, ${untold}.`,
  evaluation: (trainings: string, answers: string, before: string, after: string) =>
    `Evaluación con prueba antes y después. Capacitaciones: ${trainings}; respuestas: ${answers}. Media de 0 a 100, ponderada por respuestas: antes, ${before}; después, ${after}.`,
  evaluationNone: 'Evaluación con prueba antes y después: sin datos.',
  assistances: 'Asistencia técnica',
  assistancesTotal: (n: string, organisations: string, minutes: string) =>
    `Asistencias: ${n}, a ${organisations}. Minutos: ${minutes}.`,
  helped: 'Casos ayudados',
  helpedTotal: (n: string, parts: string) => `Casos ayudados: ${n}. Al corte: ${parts}.`,
  helpedNone: 'Casos ayudados: ninguno.',
  helpedNote: 'El resultado se lee del historial de cada caso al corte; nadie lo anota.',
  beforeAfter: 'Cumplimiento antes y después de la capacitación',
  beforeAfterNote: (days: string) =>
    `No es prueba de causa. T1 de las solicitudes con vencimiento en los ${days} días anteriores a la primera capacitación del período y en los ${days} posteriores a la última, o hasta el corte. Diferencia en puntos, intervalo de 95 % (Newcombe).`,
  cause: 'No es prueba de causa',
  causeText:
    'Que una cifra cambie después de una capacitación no prueba que la capacitación la cambió. Influyen el tipo de solicitudes, el personal, la época del año y el azar; con pocos casos, sobre todo el azar.',
  before: 'Antes',
  after: 'Después',
  difference: 'Diferencia',
  points: (text: string) => `${text} p.p.`,
  institution: 'Institución',
  since: 'Capacitación',
  disseminations: 'Entregas de resultados',
  disseminationsTotal: (n: string, units: string, regulator: string) =>
    `Entregas: ${n}. A titulares de unidades: ${units}. Al regulador: ${regulator}.`,
  acknowledgedTotal: (n: string, of: string, answers: string) =>
    `Con acuse por enlace firmado: ${n} de ${of}. Respuestas recibidas: ${answers}.`,
  acknowledged: 'Acuse',
  notAcknowledged: 'sin acuse',
  answersTitle: 'Respuestas recibidas',
  answerOf: (who: string, day: string) => `${who}, ${day}`,
  date: 'Fecha',
  activity: 'Actividad',
  kind: 'Tipo',
  audience: 'Dirigido a',
  units: 'unidades de información',
  regulator: 'Regulador (PDH/SECAI)',
  people: 'Participantes',
  bodies: 'Entidades',
  hours: 'Horas',
  marks: 'Media antes y después',
  means: 'Medio',
  report: 'Informe entregado',
  subject: 'Asunto',
  organisation: 'Organización',
  minutes: 'Minutos',
  case: 'Caso',
  came: 'Resultado',
  reply: 'Derecho de réplica y correcciones',
  replyIntro:
    'Cada institución vio su página antes de publicarse y tuvo días hábiles para responder. Sus palabras se imprimen como las escribió, junto a sus cifras, en ',
  replyWhere: 'Cada institución y su réplica',
  repliesNone: 'Ninguna institución escribió una réplica.',
  challenges: 'Cifras impugnadas',
  challengesNone: 'Ninguna cifra fue impugnada.',
  figure: 'Cifra',
  claim: 'Qué dice la institución',
  decision: 'Decisión',
  changes: 'Correcciones a la edición anterior',
  changesTo: (code: string) => `Esta edición sustituye a la ${code}.`,
  change: 'Qué cambia',
  why: 'Por qué',
  otherFigure: 'otra cosa de la página',
  edition: (code: string) => `Edición ${code}`,
}
