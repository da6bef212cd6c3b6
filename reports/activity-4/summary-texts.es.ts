import { formatInteger } from '../format.ts'
import { shareInWords, type ShareWords } from './share-in-words.ts'

/** All three nouns are feminine: «ninguna», «pocas» and «todas» agree with each of them. */
const noun = (one: string, many: string): ShareWords => ({
  none: `ninguna ${one}`,
  veryFew: `muy pocas ${many}`,
  lessThanOne: `menos de una de cada diez ${many}`,
  tenths: tenths =>
    tenths === 5 ? `la mitad de las ${many}` : `${numbers[tenths] ?? ''} de cada diez ${many}`,
  nearly: words => `casi ${words}`,
  littleMore: words => `poco más de ${words}`,
  moreThanNine: `más de nueve de cada diez ${many}`,
  nearlyAll: `casi todas las ${many}`,
  all: `todas las ${many}`,
})

const numbers = ['', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve']

/** The page of plain language: shares in words, so that the reader meets few numbers. */
export const summaryEs = {
  title: 'Resumen',
  requests: (rate: number) => shareInWords(rate, noun('solicitud', 'solicitudes')),
  answers: (rate: number) => shareInWords(rate, noun('respuesta', 'respuestas')),
  extended: (rate: number) => shareInWords(rate, noun('prórroga', 'prórrogas')),
  leadEmpty: (from: string, to: string) =>
    `Entre el ${from} y el ${to} no hay solicitudes recibidas, vencidas ni respondidas: sin datos.`,
  lead: (from: string, to: string, received: string, institutions: string) =>
    `Entre el ${from} y el ${to} se recibieron ${received} en ${institutions}.`,
  leadDue: (onTime: string, due: string, unanswered: string) =>
    ` De ${due} con plazo vencido, ${onTime} con respuesta en plazo y ${unanswered} sin respuesta al corte.`,
  leadNothingDue: ' Ningún plazo venció en el período: de los plazos todavía no se puede decir nada.',
  keyReceived: 'solicitudes recibidas',
  keyReceivedNote: (institutions: string) => `en ${institutions}`,
  keyOnTime: 'con respuesta en plazo',
  keyOnTimeNote: (count: string, n: string) => `${count} de ${n} con plazo vencido`,
  keyMedian: 'mediana hasta la respuesta',
  keyMedianNote: (n: string) => `días hábiles; n = ${n}`,
  keyBreaches: 'con incumplimiento',
  keyBreachesNote: (uncured: string) => `${uncured} sin subsanar al corte`,
  timeliness: {
    title: 'Plazos.',
    said: (working: string, calendar: string) =>
      `La respuesta llegó en plazo en ${working} con plazo vencido. Si los diez días de la ley fueran calendario, habría llegado en plazo en ${calendar}.`,
  },
  silence: {
    title: 'Silencio.',
    said: (silent: string) => `La institución no hizo nada antes del vencimiento en ${silent}.`,
  },
  wait: {
    title: 'Espera.',
    said: 'Si se cuenta también lo que sigue pendiente, menos de la mitad de las solicitudes tuvo respuesta al corte.',
  },
  outcomes: {
    title: 'Resultado.',
    said: (full: string, refused: string) =>
      `La entrega fue total en ${full}; la información se negó por reserva o confidencialidad en ${refused}.`,
  },
  extensions: {
    title: 'Prórrogas.',
    said: (used: string, invalid: string) =>
      `Hubo prórroga en ${used}. Con alguna falta frente al artículo 43: ${invalid}.`,
  },
  change: {
    title: 'Frente al período anterior.',
    up: 'La proporción con respuesta en plazo aumentó, más allá del azar.',
    down: 'La proporción con respuesta en plazo disminuyó, más allá del azar.',
    same: 'La proporción con respuesta en plazo no cambió más allá del azar.',
  },
  institutions: { title: 'Instituciones.' },
  below: (names: string) =>
    `Por debajo de la cifra general de respuesta en plazo, más allá del azar: ${names}.`,
  above: (names: string) =>
    `Por encima de la cifra general de respuesta en plazo, más allá del azar: ${names}.`,
  more: (n: number) => ` y ${formatInteger(n)} más`,
}

export type SummaryTexts = typeof summaryEs
