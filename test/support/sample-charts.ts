import { daysHistogram } from '../../client/charts/days-histogram.ts'
import type { DaysHistogram } from '../../client/charts/days-histogram.ts'
import { funnelPlot } from '../../client/charts/funnel-plot.ts'
import type { FunnelPlot } from '../../client/charts/funnel-plot.ts'
import { intervalPlot } from '../../client/charts/interval-plot.ts'
import type { IntervalPlot } from '../../client/charts/interval-plot.ts'
import { monthlyLines } from '../../client/charts/monthly-lines.ts'
import type { MonthlyLines } from '../../client/charts/monthly-lines.ts'
import { outcomeBars } from '../../client/charts/outcome-bars.ts'
import type { OutcomeBars } from '../../client/charts/outcome-bars.ts'
import type { ChartBlock } from '../../reports/blocks.ts'

/** Invented figures for each chart. */

const format = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
const percent = (rate: number): string => `${(rate * 100).toFixed(0)}\u00a0%`

export const sampleMonthly: MonthlyLines = {
  title: 'Solicitudes por mes',
  months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
  series: [
    {
      label: 'recibidas',
      tone: 'first',
      values: [880, 930, 1010, 920, 1040, 1100, 1060, 1150, 1180, 1254, 1080, 727],
    },
    {
      label: 'respondidas en plazo',
      tone: 'second',
      values: [700, 760, 830, 740, 860, 900, 850, 940, 990, 1010, 890, 615],
    },
    { label: 'fuera de plazo', tone: 'breach', values: [24, 30, 41, 33, 28, 30, 36, 40, 38, 35, 34, 15] },
  ],
  format,
  empty: 'Sin datos',
}

export const sampleHistogram: DaysHistogram = {
  title: 'Días hábiles hasta la respuesta',
  counts: [
    30, 120, 420, 810, 1030, 1310, 1340, 1180, 1290, 1320, 1110, 260, 230, 210, 190, 160, 150, 140, 170, 180,
    240, 22, 20, 18, 15, 14, 12, 12, 10, 9, 8, 8, 7, 6, 6, 5, 5, 4, 4, 3, 3,
  ],
  beyond: 62,
  zones: [
    { upTo: 10, value: '81.0\u00a0%', label: 'en plazo, hasta 10 días', tone: 'first' },
    { upTo: 20, value: '15.9\u00a0%', label: 'en prórroga, 11 a 20', tone: 'second' },
    { upTo: null, value: '3.1\u00a0%', label: 'fuera de plazo, más de 20 días', tone: 'breach' },
  ],
  axisLabel: 'Días hábiles desde la recepción',
  beyondLabel: 'más de 40',
  format,
  empty: 'Sin datos',
}

export const sampleOutcomes: OutcomeBars = {
  title: 'Resultado de las solicitudes',
  outcomes: ['Entregada', 'Parcial', 'Inexistente', 'Negada', 'Sin respuesta'],
  rows: [
    { label: 'Todas', counts: [8736, 1372, 1123, 999, 250], strong: true },
    { label: 'Ministerios', counts: [4904, 771, 700, 561, 70] },
    { label: 'Institutos y registros', counts: [2409, 325, 260, 195, 66] },
    { label: 'Municipalidades', counts: [756, 180, 132, 108, 24] },
    { label: 'Otros sujetos obligados', counts: [667, 96, 81, 75, 0] },
    { label: 'Sin solicitudes', counts: [0, 0, 0, 0, 0] },
  ],
  totalLabel: 'Solicitudes',
  format,
  empty: 'Sin datos',
}

export const sampleIntervals: IntervalPlot = {
  title: 'Respuestas en plazo por institución',
  rows: [
    { label: 'Ministerio de Hacienda Común', n: 968, interval: { rate: 0.92, low: 0.9, high: 0.935 } },
    { label: 'Ministerio de Caminos y Puentes', n: 1217, interval: { rate: 0.851, low: 0.83, high: 0.87 } },
    { label: 'Registro de Tierras', n: 52, interval: { rate: 0.81, low: 0.68, high: 0.89 } },
    { label: 'Municipalidad de San Telmo', n: 301, interval: { rate: 0.55, low: 0.49, high: 0.61 } },
    {
      label: 'Dirección Nacional de Bibliotecas, Archivos y Caminos Antiguos de los Kʼicheʼ',
      n: 9,
      interval: { rate: 0.67, low: 0.35, high: 0.88 },
    },
    { label: 'Instituto del Censo', n: 0, interval: null },
  ],
  overall: { rate: 0.81, label: 'Todas: 81\u00a0%' },
  format: percent,
  formatCount: n => `n = ${format(n)}`,
  empty: 'sin datos',
}

export const sampleFunnel: FunnelPlot = {
  title: 'Respuestas en plazo por número de vencidas',
  points: [
    { label: 'MHC', n: 968, rate: 0.92 },
    { label: 'MCP', n: 1217, rate: 0.851 },
    { label: 'RTI', n: 52, rate: 0.81 },
    { label: 'San Telmo', n: 301, rate: 0.55 },
    { label: 'INC', n: 64, rate: 0.7 },
    { label: 'INAB', n: 66, rate: 0.69 },
    { label: 'Dirección Nacional de Bibliotecas, Archivos y Caminos de los Kʼicheʼ', n: 68, rate: 0.69 },
    { label: 'SAC', n: 11, rate: 0.45 },
    { label: 'IGP', n: 24, rate: 1 },
    { label: 'DGC', n: 24, rate: 0.875 },
    { label: 'UPC', n: 16, rate: 0.75 },
  ],
  overall: { rate: 0.81, label: 'general 81\u00a0%' },
  limits: { 'outside-95': '95\u00a0%', 'outside-998': '99.8\u00a0%' },
  axis: 'Vencidas (D), en escala de raíz',
  format: percent,
  formatCount: n => `n = ${format(n)}`,
  outside: { 'outside-95': 'fuera de 95\u00a0%', 'outside-998': 'fuera de 99.8\u00a0%' },
  within: points => `Dentro de los límites: ${format(points)}.`,
  empty: 'sin datos',
}

export const sampleCharts: readonly ChartBlock[] = [
  {
    kind: 'chart',
    number: '1',
    title: 'Llegaron 542 solicitudes más en el segundo semestre que en el primero',
    subtitle: 'Solicitudes por mes de recepción, 2025',
    alt: 'Líneas por mes. Recibidas: de 880 en enero a 727 en diciembre, con un máximo de 1,254 en octubre.',
    height: 150,
    scene: frame => monthlyLines(sampleMonthly, frame),
  },
  {
    kind: 'chart',
    number: '2',
    title: 'Las respuestas se acumulan justo antes de cada límite',
    subtitle: 'Solicitudes según los días hábiles que tardó la respuesta',
    alt: 'Histograma de días hábiles: 81.0 % hasta 10 días, 15.9 % de 11 a 20, 3.1 % más de 20 días.',
    source: 'historial de solicitudes.',
    height: 165,
    scene: frame => daysHistogram(sampleHistogram, frame),
  },
  {
    kind: 'chart',
    number: '3',
    title: 'Siete de cada diez recibieron todo lo pedido',
    subtitle: 'Porcentaje de solicitudes por resultado y tipo de institución',
    alt: 'Barras apiladas por tipo de institución; entregada: 70 % en total, 63 % en municipalidades.',
    height: 130,
    scene: frame => outcomeBars(sampleOutcomes, frame),
  },
  {
    kind: 'chart',
    number: '4',
    span: 'full',
    title: 'Una municipalidad queda por debajo del conjunto más allá del azar',
    subtitle:
      'Respuestas en plazo con su intervalo de Wilson del 95\u00a0%; la línea es la tasa de todas. En rojo y negrita, por debajo; en azul y negrita, por encima.',
    alt: 'Seis instituciones con su tasa en plazo e intervalo; San Telmo, con 55 %, queda por debajo de 81 %.',
    height: 130,
    scene: frame => intervalPlot(sampleIntervals, frame),
  },
  {
    kind: 'chart',
    number: '5',
    span: 'full',
    title: 'Fuera de los límites de control: MHC, San Telmo, SAC, INAB y MCP',
    subtitle: 'Porcentaje en plazo por número de vencidas, un punto por institución',
    alt: 'Once instituciones entre límites de 95 % y 99.8 %; San Telmo, con 55 %, queda por debajo.',
    height: 190,
    scene: frame => funnelPlot(sampleFunnel, frame),
  },
]
