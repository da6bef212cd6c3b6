import { parse } from 'csv-parse/sync'
import { parseCalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import { indicatorCodes, type IndicatorCode } from '../../server/domain/statistics/indicator-codes.ts'
import type { Attachment, ReportDocument, ReportLanguage } from '../blocks.ts'
import type { Workbook, WorkbookCell, WorkbookSheet } from '../workbook.ts'
import type { Activity4Figures } from './figures.ts'
import { textsEn } from './texts.en.ts'
import { textsEs, type Activity4Texts } from './texts.es.ts'

type Row = readonly WorkbookCell[]

/** Rows of cases in the spreadsheet at most: a longer list takes a spreadsheet long to open; the CSV has all. */
export const mostCaseRows = 2000

/**
 * The figures of the Activity 4 report and the cases behind them as a spreadsheet. Every figure stands with its
 * code, formula, count and n; rates and medians are numbers, and missing where n does not carry them.
 */
export function activity4Workbook(figures: Activity4Figures, report: ReportDocument): Workbook {
  const { lang: language, notice } = report.meta
  const texts = language === 'es-GT' ? textsEs : textsEn
  const cases = embedded(report, /^casos_/)
  return {
    language,
    sheets: [
      figuresSheet(figures, texts, { language, notice, file: cases.name }),
      casesSheet(parsed(cases), cases.name, texts),
      codebookSheet(parsed(embedded(report, /^diccionario/)), words[language].book),
    ],
  }
}

/** The very file that the PDF embeds: the spreadsheet cannot say otherwise. */
function embedded({ attachments }: ReportDocument, name: RegExp): Attachment {
  const file = attachments.find(each => name.test(each.name))
  if (file === undefined) throw new RangeError(`The report embeds no file like ${String(name)}`)
  return file
}

const words = {
  'es-GT': {
    figures: 'Cifras',
    detail: 'Detalle',
    low: 'Desde',
    high: 'Hasta',
    asOf: 'Corte',
    cases: 'Casos',
    book: 'Diccionario',
  },
  en: {
    figures: 'Figures',
    detail: 'Detail',
    low: 'From',
    high: 'To',
    asOf: 'Cut-off',
    cases: 'Cases',
    book: 'Dictionary',
  },
} as const

interface Around {
  readonly language: ReportLanguage
  readonly notice: string | undefined
  /** That has all cases. */
  readonly file: string
}

function figuresSheet(
  figures: Activity4Figures,
  texts: Activity4Texts,
  { language, notice, file }: Around,
): WorkbookSheet {
  const said = words[language]
  const { tables, frame } = texts
  const { period, asOf, caseIds } = figures
  const heads = [tables.code, tables.indicator, said.detail, tables.formula, tables.count, tables.n]
  const days = [tables.median, tables.mean, tables.min, tables.max]
  return {
    name: said.figures,
    widths: [10, 40, 44, 60, 10, 10, 10, 10, 10, 10, 10, 10, 10],
    rows: [
      [{ kind: 'title', value: frame.fullTitle(`${period.from} – ${period.to}`) }],
      ...(notice === undefined ? [] : [[{ kind: 'warning', value: notice } as const]]),
      [said.asOf, { kind: 'day', day: asOf }],
      [said.cases, casesSaid(texts, caseIds.length, file)],
      [],
      [...heads, tables.rate, said.low, said.high, ...days].map(head),
      ...figuresIn(toldIn(figures), []).map(({ path, figure }) => figureRow(texts, path, figure)),
    ],
  }
}

/** Groups and months have too many to stand in one sheet: they are in the JSON. */
function toldIn({ indicators, silence, quality, barriers }: Activity4Figures): object {
  const { byInstitution: _bodies, ...overall } = silence
  return { ...indicators, silence: overall, quality, barriers }
}

/** Said on the first sheet too: whoever counts the rows of the other must know that there are more. */
function casesSaid(texts: Activity4Texts, all: number, file: string): string {
  return all > mostCaseRows ? texts.frame.printedOf(mostCaseRows, all, file) : texts.frame.requests(all)
}

interface FoundFigure {
  /** Where it stands in the figures' JSON. */
  readonly path: readonly string[]
  readonly figure: Readonly<Record<string, unknown>> & { readonly code: IndicatorCode }
}

function figuresIn(value: unknown, path: readonly string[]): readonly FoundFigure[] {
  if (typeof value !== 'object' || value === null) return []
  if (isFigure(value)) return [{ path, figure: { ...value } }]
  return Object.entries(value).flatMap(([key, inner]) => figuresIn(inner, [...path, key]))
}

function isFigure(value: object): value is FoundFigure['figure'] {
  return 'code' in value && indicatorCodes.some(code => code === value.code) && 'n' in value
}

function figureRow(texts: Activity4Texts, path: readonly string[], figure: FoundFigure['figure']): Row {
  const { name, formula } = texts.indicators[figure.code]
  const isShare = 'rate' in figure
  const interval = typeof figure['interval'] === 'object' ? figure['interval'] : null
  const [low, high] = interval === null ? [null, null] : boundsOf(interval)
  const shown = (value: unknown) => (isShare ? share(value) : decimal(value))
  return [
    figure.code.replace(/-.*$/, ''),
    name,
    path.join(' · '),
    formula,
    number(figure['count']),
    number(figure.n),
    share(figure['rate']),
    shown(low),
    shown(high),
    ...['median', 'mean', 'min', 'max'].map(key => decimal(figure[key])),
  ]
}

function boundsOf(interval: object): readonly [unknown, unknown] {
  return ['low' in interval ? interval.low : null, 'high' in interval ? interval.high : null]
}

function casesSheet(
  rows: readonly (readonly string[])[],
  file: string,
  texts: Activity4Texts,
): WorkbookSheet {
  const [columns = [], ...cases] = rows
  const shown = cases.slice(0, mostCaseRows)
  const rest = texts.frame.printedOf(mostCaseRows, cases.length, file)
  return {
    name: texts.method.casesTitle.slice(0, 31),
    widths: columns.map(() => 16),
    fixedRows: 1,
    rows: [
      columns.map(head),
      ...shown.map(row => row.map((text, at) => caseCell(columns[at] ?? '', text))),
      ...(cases.length > shown.length ? [[], [rest]] : []),
    ],
  }
}

/** Columns whose digits are names, not amounts. */
const codes = new Set(['caso', 'id', 'institucion_id', 'organizacion_id', 'articulo', 'clasificacion'])

function caseCell(column: string, text: string): WorkbookCell {
  if (text === '') return null
  // In a spreadsheet a text is no formula: the mark that guards it in the CSV is not needed.
  const plain = text.replace(/^'(?=[=+\-@])/, '')
  if (codes.has(column)) return plain
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseCalendarDate(text) : null
  if (day !== null) return { kind: 'day', day }
  return /^\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : plain
}

function codebookSheet(rows: readonly (readonly string[])[], name: string): WorkbookSheet {
  const [columns = [], ...lines] = rows
  return {
    name,
    widths: [34, 60, 60],
    fixedRows: 1,
    rows: [columns.map(head), ...lines],
  }
}

function parsed({ bytes }: Attachment): readonly (readonly string[])[] {
  const rows: string[][] = parse(Buffer.from(bytes), { bom: true, relax_column_count: true })
  return rows
}

function head(value: string): WorkbookCell {
  return { kind: 'head', value }
}

function number(value: unknown): WorkbookCell {
  return typeof value === 'number' ? value : null
}

function decimal(value: unknown): WorkbookCell {
  return typeof value === 'number' ? { kind: 'decimal', value } : null
}

function share(value: unknown): WorkbookCell {
  return typeof value === 'number' ? { kind: 'share', value } : null
}
