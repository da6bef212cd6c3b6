import { formatInteger } from '../format.ts'
import { cohortsEs, indicatorsEs } from './indicator-texts.es.ts'
import { resultsEs } from './results-texts.es.ts'
import { summaryEs } from './summary-texts.es.ts'
import { namesEs } from './name-texts.es.ts'
import { methodEs } from './method-texts.es.ts'

/** The report's words in Spanish. Sentences need no gender agreement: figures follow a colon or a noun. */
export const textsEs = {
  indicators: indicatorsEs,
  cohorts: cohortsEs,
  names: namesEs,
  method: methodEs,
  frame: {
    kicker: 'Vigía · seguimiento de solicitudes de acceso a la información pública',
    author: 'Vigía',
    title: 'Informe de monitoreo',
    /** In the head of each page and in the file's properties. */
    fullTitle: (period: string) => `Informe de monitoreo ${period} · Actividad 4 · compromiso GT0121`,
    subtitle:
      'Monitoreo y fortalecimiento del acceso a la información pública desde la perspectiva ciudadana',
    activity: 'Actividad 4 · compromiso GT0121',
    subject: 'Ejercicio del derecho de acceso a la información pública por organizaciones civiles',
    keywords: ['acceso a la información pública', 'LAIP', 'Decreto 57-2008', 'GT0121', 'Guatemala'],
    period: (from: string, to: string) => `Período: del ${from} al ${to}`,
    asOf: (day: string) => `Datos al corte del ${day}`,
    scope: (requests: string, institutions: string, organisations: string) =>
      `${requests} · ${institutions} · ${organisations}`,
    version: (method: string, calendar: string) => `Método ${method} · calendario ${calendar}`,
    strip: {
      title: 'Solicitudes por día',
      note: (most: string) =>
        `Cada cuadro es un día del período, de lunes a domingo; más oscuro, más solicitudes recibidas (hasta ${most}). Rojo con punto: ese día un plazo de respuesta venció sin respuesta.`,
      desc: (days: string, received: string, most: string, on: string, missed: string) =>
        `Solicitudes por día de recepción: ${received}, en ${days} días; lo más en un día, ${most} (${on}). Días en que venció sin respuesta algún plazo de respuesta: ${missed}.`,
    },
    contents: 'Contenido',
    noData: 'sin datos',
    emptyTable: 'Sin datos en este período.',
    few: 'n < 10',
    requests: (n: number) => counted(n, 'solicitud', 'solicitudes'),
    institutions: (n: number) => counted(n, 'institución', 'instituciones'),
    organisations: (n: number) => counted(n, 'organización', 'organizaciones'),
    days: (value: string) => (value === '1' ? '1 día' : `${value} días`),
    ofN: (count: string, n: string) => `${count} de ${n}`,
    share: (count: string, rate: string, interval: string) =>
      `${count} (${rate}; intervalo de 95 %: ${interval})`,
    reading: {
      title: 'Cómo leer las tablas',
      text: 'R, D y C son las tres maneras de contar: solicitudes recibidas, vencidas y respondidas en el período. % es casos ÷ n, con su intervalo de 95 % (Wilson). Con n menor de 10 se dan solo conteos («n < 10»); el asterisco señala n de 10 a 29, que se lee con cautela. Sin casos se escribe «sin datos», que no es 0 %. Más en ',
      link: 'Método y límites',
    },
    chapters: 'Los capítulos 1 a 4 siguen los cuatro resultados de la Actividad 4.',
    printedOf: (printed: number, all: number, file: string) =>
      `Se imprimen ${formatInteger(printed)} de ${formatInteger(all)} filas; la lista completa está en el archivo adjunto ${file}.`,
  },
  notices: {
    title: 'Antes de leer las cifras',
    'period-not-over': (to: string, asOf: string) =>
      `El corte (${asOf}) es anterior al final del período (${to}): lo que ocurra después no está en estas cifras.`,
    'period-not-begun': (from: string, asOf: string) =>
      `El corte (${asOf}) es anterior al inicio del período (${from}): no hay nada que contar todavía.`,
    'no-requests':
      'No hay solicitudes en este período. Las cifras dicen «sin datos», que no es lo mismo que 0 %.',
    'not-yet-due': (count: string) =>
      `El plazo no ha vencido al corte en ${count}, que por eso no cuentan en los indicadores de plazo.`,
    'few-due': (count: string) =>
      `Con ${count} de plazo vencido no se calculan porcentajes: hacen falta al menos 10.`,
  },
  summary: summaryEs,
  results: resultsEs,
  sections: {
    volume: 'Solicitudes recibidas y pendientes',
    timeliness: 'Plazos',
    days: 'Días hasta la respuesta',
    extensions: 'Prórrogas y prevenciones',
    outcomes: 'Resultado de las solicitudes',
    appeals: 'Recursos de revisión y amparo',
    institutions: 'Por institución',
    organisations: 'Por organización, canal y tipo',
    breaches: 'Incumplimientos de plazo',
    oldest: 'Diez pendientes de mayor antigüedad',
    praise: 'Cumplimiento completo',
    testimony: 'Confianza en los datos',
  },
  tables: {
    code: 'Cód.',
    indicator: 'Indicador',
    formula: 'Fórmula y cohorte',
    count: 'Casos',
    n: 'n',
    rate: '%',
    interval: 'Int. 95 %',
    median: 'Mediana',
    mean: 'Media',
    p90: 'p90',
    min: 'Mín.',
    max: 'Máx.',
    month: 'Mes',
    received: 'Recib.',
    due: 'D (n)',
    onTime: 'En plazo',
    late: 'Tarde',
    unanswered: 'Sin resp.',
    silent: 'Silencio',
    band: 'Días',
    working: 'Hábiles',
    workingRate: '% hábiles',
    calendar: 'Calendario',
    calendarRate: '% calendario',
    fault: 'Falta',
    ground: 'Motivo',
    institution: 'Institución',
    organisation: 'Organización',
    group: 'Grupo',
    position: 'Frente al total',
    total: 'Total',
    case: 'Caso',
    clock: 'Plazo',
    article: 'Art.',
    dueOn: 'Venció',
    curedOn: 'Subsanado',
    notCured: 'no',
    daysLate: 'Días hábiles',
    receivedOn: 'Recibida',
    answeredOn: 'Respondida',
    situation: 'Situación',
    outcome: 'Resultado',
    waiting: 'Días hábiles',
    pendingDue: 'sin fecha',
    date: 'Fecha',
    cases: 'Casos',
    uncured: 'Sin subsanar',
    dayOff: 'Asueto o cierre',
    source: 'Fuente',
    counts: 'Se cuenta',
    yes: 'sí',
    no: 'no',
    volumeCaption: 'Volumen',
    timelinessCaption: 'Indicadores de plazo',
    daysCaption: 'Días hasta la respuesta',
    bandsCaption: 'Respuestas por franja de días',
    monthlyCaption: 'Por mes',
    monthlyNote:
      'Recibidas: por mes de recepción. Lo demás: cohorte D, por mes de vencimiento; D = en plazo + tarde + sin respuesta.',
    extensionsCaption: 'Prórrogas y prevenciones',
    faultsCaption: 'Faltas de las prórrogas',
    massCaption: 'Prórrogas en masa',
    outcomesCaption: 'Resultados',
    groundsCaption: 'Motivos citados',
    appealsCaption: 'Recursos de revisión y amparo',
    institutionsCaption: 'Respuesta por institución',
    organisationsCaption: 'Respuesta por organización',
    channelsCaption: 'Respuesta por canal',
    kindsCaption: 'Respuesta por tipo de solicitud',
    groupNote: (overall: string) =>
      `En plazo + tarde + sin respuesta = D. % = T1 (en plazo ÷ D). Mediana: días hábiles sobre C. «Frente al total»: el intervalo de 95 % está sobre o bajo la cifra general${overall}, o la contiene (similar). No es una clasificación.`,
    smallCaption: (caption: string) => `${caption}: con menos de 10 vencidas`,
    smallNote:
      'Solo conteos: con tan pocas, un porcentaje no diría nada. En plazo + tarde + sin respuesta = D.',
    smallTotal: 'Suma',
    receivedLong: 'Recibidas',
    dueLong: 'Vencidas (D)',
    unansweredLong: 'Sin respuesta',
    groupShortNote: '% = T1 (en plazo ÷ D); mediana de días hábiles sobre C.',
    breachesCaption: 'Incumplimientos por plazo',
    breachListCaption: 'Lista de incumplimientos',
    breachListNote:
      'Vencimiento en el período. Días hábiles de atraso hasta que se subsanó o hasta el corte. Orden: de mayor a menor atraso.',
    breachCountNote: 'Solicitudes distintas por plazo; una solicitud puede estar en varias filas.',
    oldestCaption: 'Pendientes de mayor antigüedad (T14)',
    oldestNote: 'Sin respuesta al corte, de cualquier período de recepción. Días desde la recepción contada.',
    praiseCaption: 'Instituciones con toda su cohorte D en plazo',
    testimonyCaption: 'Disputas, respaldo y registro',
    spreadNote:
      'p90: nueve de cada diez, ese día o antes. Intervalo de la mediana por estadísticos de orden.',
  },
  said: {
    calendar: (working: string, calendar: string) =>
      `Respuesta en plazo según la lectura de los diez días: hábiles, ${working}; calendario, ${calendar}.`,
    silence: (value: string) => `Silencio total al vencimiento: ${value}.`,
    change: (points: string, interval: string) =>
      `Cambio de la respuesta en plazo frente al período anterior (Y1): ${points} puntos (intervalo de 95 %: ${interval}).`,
    median: (median: string, p90: string) =>
      `Días hábiles hasta la respuesta: mediana de ${median}; nueve de cada diez respuestas, en ${p90} o menos.`,
    survival: (median: string) =>
      `Si se cuenta también lo que sigue pendiente, la mitad de las solicitudes tuvo respuesta en ${median} días hábiles.`,
    survivalOpen:
      'Si se cuenta también lo que sigue pendiente, menos de la mitad de las solicitudes tuvo respuesta al corte.',
    breaches: (cases: string, uncured: string) =>
      `Solicitudes con algún plazo legal incumplido: ${cases}; con incumplimiento sin subsanar al corte: ${uncured}.`,
    tooFewForMedian: (name: string, cases: string) => `${name}: ${cases}; con menos de 10 no se da mediana.`,
    smallGroups: (n: string) => `Con menos de 10 vencidas (${n})`,
    praised: (institutions: string, few: string) =>
      `Con todo lo vencido respondido en plazo: ${institutions}. De ellas, con menos de 10 vencidas: ${few}.`,
    chartTimeliness: (onTime: string, n: string) => `En plazo: ${onTime} de ${n} con plazo vencido`,
    chartTimelinessSubtitle: 'Solicitudes con vencimiento en el período por su situación al corte, cohorte D',
    reconcile: (onTime: string, late: string, unanswered: string, due: string) =>
      `En plazo ${onTime} + tarde ${late} + sin respuesta ${unanswered} = ${due} con plazo vencido (D).`,
    notYetDue: (count: string, all: string) =>
      `Además, con vencimiento en el período y plazo no cumplido al corte: ${count}. En total vencen en el período ${all}.`,
    excluded: (withdrawn: string, referred: string) =>
      `Fuera de los plazos y contadas aparte: desistidas dentro del plazo, ${withdrawn}; remitidas a otra institución dentro del plazo, ${referred}.`,
    zones: ['hasta el día 10', 'del 11 al 20', 'más de 20'],
    workingDays: 'Días hábiles desde la recepción contada',
    beyond: (days: number) => `más de ${days}`,
    allInstitutions: 'Todas',
    answers: 'Respuestas',
    chartMonths: (month: string, n: string) => `El mes con más solicitudes fue ${month}: ${n}`,
    chartMonthsSubtitle:
      'Solicitudes por mes de recepción, y de las vencidas en el mes, las respondidas en plazo',
    chartBands: (band: string, value: string) =>
      `La franja con más respuestas es de ${band} días hábiles: ${value}`,
    chartBandsSubtitle: 'Respuestas por días hábiles desde la recepción contada, cohorte C',
    chartOutcomes: (outcome: string, value: string) => `El resultado más frecuente: ${outcome}, ${value}`,
    chartOutcomesSubtitle: (n: string) => `Respuestas del período por resultado, cohorte C, n = ${n}`,
    sums: (parts: string, n: string) => `${parts} = ${n} respuestas (C).`,
    sample:
      'Estas solicitudes las presentaron organizaciones civiles. No son una muestra al azar de todas las solicitudes que recibe cada institución.',
  },
}

export type Activity4Texts = typeof textsEs

export function counted(n: number, one: string, many: string): string {
  return `${formatInteger(n)} ${n === 1 ? one : many}`
}
