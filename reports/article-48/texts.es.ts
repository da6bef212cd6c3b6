import type { AnnualGap, AnnualResult } from '../../server/domain/statistics/article-48.ts'
import type { AnnualCheckName } from '../../server/domain/statistics/article-48-checks.ts'
import type { RequestKind } from '../../server/domain/request/states.ts'
import { namesEs } from '../activity-4/name-texts.es.ts'
import type { Numeral } from './figures.ts'

interface ItemText {
  readonly name: string
  /** How the number is counted. */
  readonly formula: string
  /** What of the record it is read from. */
  readonly source: string
}

export interface Article48Texts {
  readonly title: (year: number) => string
  readonly subject: string
  readonly keywords: readonly string[]
  readonly attachment: string
  readonly lead: (institution: string, year: number, count: string) => string
  readonly due: (day: string) => string
  readonly draft: { readonly title: string; readonly text: (asOf: string) => string }
  readonly asOf: (day: string) => string
  readonly headings: {
    readonly gaps: string
    readonly checks: string
    readonly items: string
    readonly cases: string
    readonly definitions: string
    readonly seal: string
  }
  readonly captions: Readonly<Record<'items' | 'cases' | 'definitions', string>>
  readonly gaps: Readonly<Record<AnnualGap, string>>
  readonly said: {
    readonly gaps: string
    readonly noGaps: string
    readonly checks: string
    readonly noCases: string
    readonly casesNote: string
    readonly more: (shown: string, all: string) => string
    readonly otherCodes: (count: string) => string
    readonly calendar: (version: string) => string
    readonly seal: string
  }
  readonly checks: Readonly<Record<AnnualCheckName, string>>
  readonly agree: string
  readonly disagree: string
  readonly items: Readonly<Record<Numeral, ItemText>>
  readonly results: Readonly<Record<AnnualResult, string>>
  readonly kinds: Readonly<Record<RequestKind, string>>
  readonly heads: {
    readonly numeral: string
    readonly what: string
    readonly figure: string
    readonly formula: string
    readonly source: string
    readonly gap: string
    readonly count: string
    readonly codes: string
    readonly check: string
    readonly left: string
    readonly right: string
    readonly verdict: string
    readonly kind: string
    readonly result: string
    readonly share: string
    readonly measure: string
    readonly case: string
    readonly receivedOn: string
    readonly dueOn: string
    readonly extension: string
    readonly answeredOn: string
    readonly notifiedOn: string
    readonly days: string
    readonly review: string
    readonly missing: string
  }
  readonly spread: {
    readonly n: string
    readonly median: string
    readonly mean: string
    readonly max: string
  }
  readonly sheets: { readonly items: string; readonly cases: string; readonly definitions: string }
  readonly total: string
  readonly none: string
  readonly institution: string
  readonly cutOff: string
  readonly handIn: string
  readonly digest: string
}

export const textsEs: Article48Texts = {
  title: year => `Informe anual ${year} (artículo 48)`,
  subject: 'Informe anual de solicitudes de acceso a la información pública, Decreto 57-2008, artículo 48',
  keywords: ['Decreto 57-2008', 'artículo 48', 'informe anual'],
  attachment: 'Las cifras y los casos de este informe, para volver a contarlos',
  lead: (institution, year, count) =>
    `${institution} informa a la autoridad reguladora sobre las solicitudes recibidas en ${year}: ${count} en total.`,
  due: day => `La ley pide presentarlo antes de que termine el último día hábil de enero: ${day}.`,
  draft: {
    title: 'Borrador',
    text: asOf => `El año no ha terminado: las cifras son al ${asOf} y pueden cambiar hasta el cierre.`,
  },
  asOf: day => `Cifras al ${day}.`,
  headings: {
    gaps: 'Lo que falta en el registro',
    checks: 'Comprobaciones',
    items: 'Los ocho numerales',
    cases: 'Casos por código',
    definitions: 'Cómo se cuenta cada numeral',
    seal: 'Sello',
  },
  captions: {
    items: 'Las cifras del año',
    cases: 'Solicitudes recibidas en el año',
    definitions: 'Fórmula y fuente',
  },
  gaps: {
    vencidas: 'Vencidas sin respuesta',
    sin_notificar: 'Resueltas que nadie ha notificado',
    reserva_sin_resolucion: 'Negadas por reserva sin la resolución que las clasificó (artículo 25)',
    negativa_sin_motivo: 'Negadas o entregadas en parte sin motivo citado',
    en_disputa: 'Con fechas que la organización contradice',
    sin_constancia: 'Respondidas sin constancia',
  },
  said: {
    gaps: 'Cada caso de esta lista cambia alguna cifra del informe o la deja en duda.',
    noGaps: 'No se encontró nada que falte en el registro.',
    checks: 'Cada cifra se obtuvo por dos caminos. Donde no coinciden, hay que revisar los casos.',
    noCases: 'Ninguna solicitud se recibió en el año.',
    casesNote: 'Sin nombres de personas (artículo 31). Los días son hábiles, hasta la notificación.',
    more: (shown, all) =>
      `Se imprimen ${shown} de ${all} casos. Todos están en la hoja de cálculo y en el archivo adjunto.`,
    otherCodes: count => `y ${count} más`,
    calendar: version => `Días hábiles según el calendario ${version}.`,
    seal: 'El mismo registro da el mismo informe, byte por byte. Huella SHA-256 de las cifras adjuntas:',
  },
  checks: {
    tipos_suman: 'Los tipos de solicitud suman el total de casos',
    resultados_suman: 'Los resultados suman el total de casos',
    pendientes_coinciden: 'Pendientes (4) y sin resultado (2) son los mismos',
    desechadas_coinciden: 'Desechadas (6) y su resultado (2) son las mismas',
    no_satisfechas_coinciden: 'No satisfechas (7) son las negadas y las parciales (2)',
    tiempos_y_no_notificadas_suman: 'Con tiempo de respuesta (3) y sin notificar suman el total',
    cada_caso_una_vez: 'Cada código aparece una sola vez',
  },
  agree: 'coincide',
  disagree: 'no coincide',
  items: {
    1: {
      name: 'Número de solicitudes y qué se pidió',
      formula: 'Solicitudes recibidas del 1 de enero al 31 de diciembre, por tipo',
      source: 'Día de recepción y tipo de cada solicitud',
    },
    2: {
      name: 'Resultado de cada una',
      formula: 'Cada solicitud una vez, por lo resuelto; sin resolución: remitida, desistida o sin resultado',
      source: 'Sentido de la resolución (artículo 42), remisión (38) o desistimiento',
    },
    3: {
      name: 'Tiempos de respuesta',
      formula: 'Días hábiles desde la recepción que cuenta hasta la notificación: mediana, media y máximo',
      source: 'Notificaciones y calendario de días hábiles',
    },
    4: {
      name: 'Pendientes',
      formula: 'Sin respuesta al día de corte; ni desistidas ni remitidas',
      source: 'Estado de cada solicitud al día de corte',
    },
    5: {
      name: 'Con prórroga',
      formula: 'Con ampliación del plazo anotada, aunque tenga faltas',
      source: 'Prórrogas (artículo 43)',
    },
    6: {
      name: 'Desechadas',
      formula: 'Resueltas como desechadas porque nadie aclaró lo pedido',
      source: 'Sentido de la resolución (artículo 42.2)',
    },
    7: {
      name: 'No satisfechas por ser información reservada o confidencial',
      formula: 'Negadas por reserva o por confidencial, y entregas parciales',
      source: 'Sentido de la resolución (artículos 42.3, 22 y 23)',
    },
    8: {
      name: 'Impugnaciones',
      formula: 'Con recurso de revisión presentado hasta el día de corte',
      source: 'Recursos de revisión (artículos 52 a 60)',
    },
  },
  results: {
    ...namesEs.outcomes,
    remitida: 'Remitida a otra institución',
    desistida: 'Desistida',
    pendiente: 'Sin resultado todavía',
  },
  kinds: namesEs.requestKinds,
  heads: {
    numeral: 'Numeral',
    what: 'Qué pide la ley',
    figure: 'Cifra',
    formula: 'Fórmula',
    source: 'Fuente',
    gap: 'Qué falta',
    count: 'Casos',
    codes: 'Códigos',
    check: 'Comprobación',
    left: 'Un camino',
    right: 'El otro',
    verdict: 'Resultado',
    kind: 'Tipo',
    result: 'Resultado',
    share: 'Parte',
    measure: 'Medida',
    case: 'Caso',
    receivedOn: 'Recibida',
    dueOn: 'Vence',
    extension: 'Prórroga (días)',
    answeredOn: 'Respondida',
    notifiedOn: 'Notificada',
    days: 'Días hábiles',
    review: 'Impugnada',
    missing: 'Falta en el registro',
  },
  spread: { n: 'Notificadas (n)', median: 'Mediana', mean: 'Media', max: 'Máximo' },
  sheets: { items: 'Numerales', cases: 'Casos', definitions: 'Definiciones' },
  total: 'Total',
  none: 'sin datos',
  institution: 'Institución',
  cutOff: 'Día de corte',
  handIn: 'Presentar a más tardar',
  digest: 'Huella SHA-256 de las cifras',
}
