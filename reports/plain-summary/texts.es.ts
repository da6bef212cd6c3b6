import { shareInWords, type ShareWords } from '../activity-4/share-in-words.ts'

const numbers = ['', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve']

/** «Solicitudes» is feminine, and every word of quantity agrees with it. */
const requests: ShareWords = {
  none: 'ninguna solicitud',
  veryFew: 'muy pocas solicitudes',
  lessThanOne: 'menos de una de cada diez solicitudes',
  tenths: tenths =>
    tenths === 5 ? 'la mitad de las solicitudes' : `${numbers[tenths] ?? ''} de cada diez solicitudes`,
  nearly: words => `casi ${words}`,
  littleMore: words => `poco más de ${words}`,
  moreThanNine: 'más de nueve de cada diez solicitudes',
  nearlyAll: 'casi todas las solicitudes',
  all: 'todas las solicitudes',
}

/** One page for who has never read the law: short sentences, one number each. */
export const plainEs = {
  title: (period: string) => `El informe en una página · ${period}`,
  subject: 'Cómo responden las instituciones a las solicitudes de información pública, en palabras llanas',
  what: 'Qué es esto',
  whatText: (from: string, to: string, asOf: string) =>
    `La ley dice que cualquier persona puede pedir información a una institución pública. La institución tiene diez días hábiles para responder. Aquí se cuenta qué pasó con lo que pidieron organizaciones civiles entre el ${from} y el ${to}. Los datos llegan hasta el ${asOf}.`,
  empty: 'En este período no hay solicitudes. No hay nada que contar.',
  figures: 'Cinco cifras',
  n: (n: string) => `n = ${n}`,
  received: 'solicitudes recibidas',
  onTime: 'con respuesta a tiempo',
  late: 'con respuesta tarde',
  unanswered: 'sin ninguna respuesta',
  full: 'con entrega de todo lo pedido',
  ofDue: (n: string) => `de ${n} que ya debían tener respuesta`,
  ofClosed: (n: string) => `de ${n} con respuesta`,
  atInstitutions: (institutions: string) => `en ${institutions}`,
  means: 'Qué quiere decir',
  share: (rate: number) => shareInWords(rate, requests),
  onTimeText: (share: string) => `La respuesta llegó a tiempo en ${share}.`,
  onTimeFew: (count: string, n: string) =>
    `La respuesta llegó a tiempo en ${count} de ${n}. Son muy pocas para hablar de un porcentaje.`,
  nothingDue: 'Todavía ninguna solicitud debía tener respuesta. De los plazos no se puede decir nada.',
  unansweredText: (requests: string) =>
    `Sin respuesta el día de los datos: ${requests} con el plazo vencido.`,
  unansweredNone: 'No quedó ninguna solicitud vencida sin respuesta.',
  silence: 'Si la institución calla, la ley manda entregar la información en diez días más y sin costo.',
  medianText: (days: string) =>
    `La mitad de las respuestas llegó en ${days === '1' ? '1 día hábil' : `${days} días hábiles`} o menos.`,
  fullText: (count: string, n: string) => `De ${n} con respuesta, en ${count} se entregó todo lo pedido.`,
  praiseText: (institutions: string) => `Respondieron a tiempo en todos los casos: ${institutions}.`,
  praiseOne: (institution: string) => `Respondió a tiempo en todos los casos: ${institution}.`,
  care: 'Hay que leerlo con cuidado',
  careText:
    'Solo se cuentan las solicitudes registradas por organizaciones que usan Vigía. Otras personas también piden información. Donde hay pocos casos, una cifra puede cambiar mucho por azar.',
  more: 'Cómo saber más',
  moreText: (edition: string) =>
    `Cada cifra de la edición ${edition} abre la lista de sus casos en la página del informe. Ahí están también la respuesta de cada institución, el método y los archivos.`,
}

export type PlainTexts = typeof plainEs
