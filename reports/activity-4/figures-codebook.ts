import { indicatorCodes } from '../../server/domain/statistics/indicator-codes.ts'
import type { Figure, SpreadFigure } from '../../server/domain/statistics/figure.ts'
import type { AgreementFigure, ScoreFigure } from '../../server/domain/statistics/quality.ts'
import type { SurvivalFigure } from '../../server/domain/statistics/days-to-answer.ts'
import type { Activity4Figures } from './figures.ts'
import { cohortsEn, indicatorsEn } from './indicator-texts.en.ts'
import { cohortsEs, indicatorsEs } from './indicator-texts.es.ts'

/** What a name in the figures says, in Spanish and in English. */
type Said = readonly [es: string, en: string]

/** One row a name in the figures' JSON: fields, then codes, then cohorts. */
export function figuresCodebook(): readonly (readonly [string, string, string])[] {
  const entries = <K extends string>(prefix: string, names: readonly K[], saidOf: (name: K) => Said) =>
    names.map((name): readonly [string, string, string] => [`${prefix}${name}`, ...saidOf(name)])
  return [
    ...Object.entries(parts).map(([name, said]) => row(`cifras.${name}`, said)),
    ...Object.entries(fields).map(([name, said]) => row(`cifra.${name}`, said)),
    ...entries('code=', indicatorCodes, code => [
      `${indicatorsEs[code].name}: ${indicatorsEs[code].formula}`,
      `${indicatorsEn[code].name}: ${indicatorsEn[code].formula}`,
    ]),
    ...Object.entries(cohortsEs).map(([name, es]) => {
      const [, en = ''] = Object.entries(cohortsEn).find(([other]) => other === name) ?? []
      return row(`cohort=${name}`, [es, en])
    }),
  ]
}

function row(name: string, [es, en]: Said): readonly [string, string, string] {
  return [name, es, en]
}

const parts: Readonly<Record<keyof Activity4Figures, Said>> = {
  schema: ['Forma de este archivo', 'Shape of this file'],
  methodVersion: ['Versión del método', 'Version of the method'],
  calendarVersion: ['Versión del calendario', 'Version of the calendar'],
  period: ['Primer y último día del período', 'First and last day of the period'],
  asOf: ['Día del corte, con lo ocurrido en él', 'Cut-off day, with what happened on it'],
  policy: ['Opciones de conteo de los puntos dudosos de la ley', 'Readings of the doubtful points of law'],
  notices: ['Advertencias al lector', 'Warnings to the reader'],
  institutions: ['Instituciones con solicitudes', 'Institutions with requests'],
  institutionsInRegister: ['Instituciones en el registro', 'Institutions in the register'],
  organisations: ['Organizaciones con solicitudes', 'Organisations with requests'],
  indicators: ['Indicadores V, T, E, P, O, G, A, I y S', 'Indicators V, T, E, P, O, G, A, I and S'],
  silence: [
    'Silencio y afirmativa ficta (art. 44): cuántas, dónde, por cuánto tiempo y qué siguió',
    'Silence and the afirmativa ficta (art. 44): how many, where, for how long and what followed',
  ],
  quality: [
    'Indicadores Q; `rated` es null donde el informe no alcanza las valoraciones',
    'Indicators Q; `rated` is null where the report does not reach the ratings',
  ],
  barriers: [
    'Indicador B1; null donde el informe no lo alcanza. Sus casos son intentos',
    'Indicator B1; null where the report does not reach it. Its cases are attempts',
  ],
  previousPeriod: ['Período con que se compara', 'Period compared with'],
  change: ['Y1 de T1', 'Y1 of T1'],
  changes: ['Y1 de T1, T4, O1 y O3, en proporciones', 'Y1 of T1, T4, O1 and O3, in shares'],
  reversals: [
    'Cortes en que todas las partes se mueven al revés que el total',
    'Breakdowns in which all parts move against the whole',
  ],
  repeatOffenders: [
    'Y2: cuatro trimestres; sus casos son instituciones',
    'Y2: four quarters; its cases are institutions',
  ],
  byInstitution: ['D1 por institución', 'D1 by institution'],
  byInstitutionKind: ['D1 por tipo de institución', 'D1 by kind of institution'],
  byOrganisation: ['D1 por organización', 'D1 by organisation'],
  byChannel: ['D1 por canal', 'D1 by channel'],
  byRequestKind: ['D1 por tipo de solicitud', 'D1 by kind of request'],
  monthly: ['D1 por mes', 'D1 by month'],
  breaches: ['Incumplimientos del período', 'Breaches of the period'],
  oldestOpen: ['T14', 'T14'],
  praised: ['Instituciones con toda su cohorte D en plazo', 'Institutions with their whole cohort D on time'],
  daysOff: ['Asuetos y cierres que tocan los plazos', 'Days off and closures that touch the terms'],
  followUp: [
    'Y3, recomendaciones y registro de correcciones; null en un informe de parte',
    'Y3, recommendations and corrections log; null in a report on a part',
  ],
  activities: ['Resultados 2 a 4; null en un informe de parte', 'Results 2 to 4; null in a report on a part'],
  caseIds: [
    'Casos detrás de las cifras, en el orden de sus filas',
    'Cases behind the figures, in the order of their rows',
  ],
}

type Field =
  | keyof Figure
  | keyof SpreadFigure
  | keyof SurvivalFigure
  | keyof ScoreFigure
  | keyof AgreementFigure
  | 'caseRows'

const fields: Readonly<Record<Field, Said>> = {
  code: ['Indicador', 'Indicator'],
  cohort: ['Cohorte del denominador', 'Cohort of the denominator'],
  n: ['Denominador; null de un conteo', 'Denominator; null of a plain count'],
  count: ['Numerador', 'Numerator'],
  rate: ['count ÷ n, de 0 a 1; null con n menor de 10', 'count ÷ n, from 0 to 1; null with n below 10'],
  interval: ['Intervalo de 95 %', '95 % interval'],
  caution: [
    'none; caution (n de 10 a 29); counts-only (n menor de 10); no-data (n = 0)',
    'none; caution (n from 10 to 29); counts-only (n below 10); no-data (n = 0)',
  ],
  caseIds: [
    'En lugar de caseRows: instituciones o intentos',
    'In place of caseRows: institutions or attempts',
  ],
  caseRows: ['Filas de los casos contados; 1 es la primera', 'Rows of the counted cases; 1 is the first'],
  median: ['Mediana', 'Median'],
  p90: ['Nueve de cada diez, ese valor o menos', 'Nine in ten, that value or less'],
  mean: ['Media', 'Mean'],
  min: ['Mínimo', 'Minimum'],
  max: ['Máximo', 'Maximum'],
  low: ['Extremo inferior del intervalo', 'Lower end of the interval'],
  high: ['Extremo superior del intervalo', 'Upper end of the interval'],
  answered: ['De n, con respuesta', 'Of n, answered'],
  censored: ['De n, sin respuesta al dejar de observarse', 'Of n, unanswered when last observed'],
  items: ['Cosas pedidas y valoradas', 'Items asked and rated'],
  score: ['Suma de puntos', 'Sum of marks'],
  most: ['Suma máxima posible', 'Highest sum possible'],
  share: ['score ÷ most', 'score ÷ most'],
  pairs: ['Pares comparados', 'Pairs compared'],
  agreed: ['Pares iguales', 'Pairs alike'],
  kappa: ['Kappa de Cohen; null con menos de 10 respuestas', 'Cohen’s kappa; null below 10 answers'],
}
