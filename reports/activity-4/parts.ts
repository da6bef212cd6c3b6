import type { Caution, Figure, SpreadFigure } from '../../server/domain/statistics/figure.ts'
import type { CohortId } from '../../server/domain/statistics/cohorts.ts'
import type { IndicatorCode } from '../../server/domain/statistics/indicator-codes.ts'
import type { SurvivalFigure } from '../../server/domain/statistics/days-to-answer.ts'
import type {
  Block,
  Cell,
  HeadingBlock,
  ParagraphBlock,
  TableBlock,
  TableColumn,
  TableRow,
} from '../blocks.ts'
import {
  formatDays,
  formatDecimal,
  formatInteger,
  formatPercent,
  formatShareInterval,
  formatShareRange,
} from '../format.ts'
import type { ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'
import type { Activity4Texts } from './texts.es.ts'

/** A chapter or a section; `numbered` gives it its number. */
export function heading(level: 1 | 2, id: string, text: string): HeadingBlock {
  return { kind: 'heading', level, id, text }
}

export function paragraph(text: string): ParagraphBlock {
  return { kind: 'paragraph', runs: [text] }
}

/** '45 de 60 (75.0 %; intervalo de 95 %: 62.8–84.2 %)', as far as n allows. */
export function said({ frame }: Activity4Texts, { n, count, rate, interval, caution }: Figure): string {
  if (n === null) return formatInteger(count)
  if (caution === 'no-data') return frame.noData
  const counts = frame.ofN(formatInteger(count), formatInteger(n))
  if (rate === null || interval === null) return counts
  return frame.share(counts, formatPercent(rate), formatShareInterval(interval))
}

/** A rate in a cell: '75.0 %', '62.5 %*' below 30, words where n does not carry a rate. */
export function rateCell({ frame }: Activity4Texts, { n, rate, caution }: Figure): string {
  if (n === null) return ''
  if (caution === 'no-data') return frame.noData
  return rate === null ? frame.few : marked(formatPercent(rate), caution)
}

/** A number that opens: as many cases as it says, one figure's after the other's. A nought opens nothing. */
export function opening(
  { opensAt }: Pick<ReportContext, 'opensAt'>,
  count: number,
  ...figures: readonly object[]
): Cell {
  const opens = count === 0 ? [] : opensAt(...figures)
  const text = formatInteger(count)
  return opens.length === 0 ? text : { text, opens }
}

export interface RateLine {
  readonly figure: Figure
  /** In place of the indicator's own name. */
  readonly name?: string
}

/** Indicators one below the other, each with code, formula, cohort, count, n and interval. */
export function rateTable(
  context: ReportContext,
  caption: string,
  lines: readonly (Figure | RateLine)[],
): TableBlock {
  const { tables, frame } = context.texts
  const figures = lines.map(line => ('figure' in line ? line.figure : line))
  return {
    kind: 'table',
    caption,
    note: tableNote(context, '', cohortsOf(figures)),
    columns: [
      column('code', tables.code, 6, 'start'),
      column('name', tables.indicator, 22, 'start'),
      column('formula', tables.formula, 32, 'start'),
      column('count', tables.count, 8),
      column('n', tables.n, 8),
      column('rate', tables.rate, 10),
      column('interval', tables.interval, 14),
    ],
    groups: [{ rows: lines.map(line => rateRow(context, 'figure' in line ? line : { figure: line })) }],
    empty: frame.emptyTable,
  }
}

function cohortsOf(figures: readonly { readonly cohort: CohortId }[]): readonly CohortId[] {
  return figures.map(({ cohort }) => cohort)
}

function rateRow(context: ReportContext, { figure, name }: RateLine): TableRow {
  const { texts } = context
  const { code, count, n, interval } = figure
  return {
    code: baseCode(code),
    name: name ?? texts.indicators[code].name,
    formula: texts.indicators[code].formula,
    count: opening(context, count, figure),
    n: n === null ? '' : formatInteger(n),
    rate: rateCell(texts, figure),
    interval: interval === null ? '' : formatShareRange(interval),
  }
}

/** Parts of one indicator, such as the grounds of refusals: its formula is said once, above them. */
export function shareTable(
  context: ReportContext,
  caption: string,
  label: string,
  code: IndicatorCode,
  lines: readonly Required<RateLine>[],
): TableBlock {
  const { texts } = context
  const { tables, frame, indicators } = texts
  return {
    kind: 'table',
    caption,
    note: tableNote(
      context,
      `${baseCode(code)}. ${indicators[code].formula}.`,
      cohortsOf(lines.map(line => line.figure)),
    ),
    columns: [
      column('name', label, 40, 'start'),
      column('count', tables.count, 10),
      column('n', tables.n, 10),
      column('rate', tables.rate, 24),
      column('interval', tables.interval, 16),
    ],
    groups: [
      {
        rows: lines.map(({ name, figure }) => ({
          name,
          count: opening(context, figure.count, figure),
          n: formatInteger(figure.n ?? 0),
          rate: { text: rateCell(texts, figure), bar: figure.rate ?? 0 },
          interval: figure.interval === null ? '' : formatShareRange(figure.interval),
        })),
      },
    ],
    empty: frame.emptyTable,
  }
}

/** A table of medians; where no line bears one, a sentence a line in place of empty columns. */
export function spreadBlocks(
  context: ReportContext,
  caption: string,
  lines: readonly (SpreadFigure | SurvivalFigure)[],
): readonly Block[] {
  const { texts } = context
  if (lines.some(({ caution }) => caution !== 'no-data' && caution !== 'counts-only'))
    return [spreadTable(context, caption, lines)]
  return lines.map(({ code, n }) => {
    const { name } = texts.indicators[code]
    if (n === 0) return paragraph(`${name}: ${texts.frame.noData}.`)
    return paragraph(texts.said.tooFewForMedian(name, texts.frame.requests(n)))
  })
}

/** Medians and their company. A survival median has no mean and no extremes. */
function spreadTable(
  context: ReportContext,
  caption: string,
  lines: readonly (SpreadFigure | SurvivalFigure)[],
): TableBlock {
  const { tables, frame } = context.texts
  return {
    kind: 'table',
    caption,
    note: tableNote(context, tables.spreadNote, cohortsOf(lines)),
    columns: [
      column('code', tables.code, 6, 'start'),
      column('name', tables.indicator, 22, 'start'),
      column('formula', tables.formula, 26, 'start'),
      column('n', tables.n, 6),
      column('median', tables.median, 9),
      column('interval', tables.interval, 9),
      column('mean', tables.mean, 7),
      column('p90', tables.p90, 6),
      column('min', tables.min, 6),
      column('max', tables.max, 6),
    ],
    groups: [{ rows: lines.map(line => spreadRow(context, line)) }],
    empty: frame.emptyTable,
  }
}

function spreadRow(context: ReportContext, line: SpreadFigure | SurvivalFigure): TableRow {
  const { texts } = context
  const { code, n, caution } = line
  const start = {
    code: baseCode(code),
    name: texts.indicators[code].name,
    formula: texts.indicators[code].formula,
    n: opening(context, n, line),
    median: medianCell(texts, line.median, caution),
  }
  if ('censored' in line) return { ...start, interval: range(line.low, line.high) }
  return {
    ...start,
    interval: line.interval === null ? '' : range(line.interval.low, line.interval.high),
    mean: line.mean === null ? '' : formatDecimal(line.mean, 1),
    p90: dayCell(line.p90),
    min: dayCell(line.min),
    max: dayCell(line.max),
  }
}

export function medianCell({ frame }: Activity4Texts, median: number | null, caution: Caution): string {
  if (caution === 'no-data') return frame.noData
  if (caution === 'counts-only') return frame.few
  return median === null ? '–' : marked(formatDays(median), caution)
}

function range(low: number | null, high: number | null): string {
  if (low === null) return ''
  return high === null ? `≥ ${formatDays(low)}` : `${formatDays(low)}–${formatDays(high)}`
}

function dayCell(days: number | null): string {
  return days === null ? '' : formatDays(days)
}

function marked(text: string, caution: Caution): string {
  return caution === 'caution' ? `${text}*` : text
}

/** The second reading of an indicator bears its code; its name says which reading it is. */
function baseCode(code: IndicatorCode): string {
  return code.replace(/-.*$/, '')
}

export function column(
  key: string,
  label: string,
  width: number,
  align: TableColumn['align'] = 'end',
  format: TableColumn['format'] = 'text',
): TableColumn {
  return { key, label, width, align, format }
}

/** The first rows of a long list, and the sentence that says where the rest is. */
export function printed<T>(
  { texts }: ReportContext,
  rows: readonly T[],
  most: number,
  file: string,
): { readonly rows: readonly T[]; readonly blocks: readonly Block[] } {
  if (rows.length <= most) return { rows, blocks: [] }
  return {
    rows: rows.slice(0, most),
    blocks: [paragraph(texts.frame.printedOf(most, rows.length, file))],
  }
}
