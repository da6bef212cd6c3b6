import type { ChangeFigure } from '../../server/domain/statistics/comparison.ts'
import type { RepeatOffender } from '../../server/domain/statistics/repeat-offenders.ts'
import type { Block, TableBlock, TableRow } from '../blocks.ts'
import { formatDecimal, formatInteger } from '../format.ts'
import { column, heading, opening, paragraph, printed, rateCell } from './parts.ts'
import { qualityTexts } from './quality-texts.ts'
import { mostRowsPrinted, type ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'

/** Y1, the Simpson check and Y2; and why there is no D2 and no D3. */
export function comparisonSection(context: ReportContext): readonly Block[] {
  const words = qualityTexts(context.language)
  return [
    heading(2, 'requesters', words.requesterTitle),
    paragraph(words.requester),
    heading(2, 'comparison', words.comparisonTitle),
    changesTable(context),
    ...reversalsSaid(context).map(paragraph),
    ...repeatBlocks(context),
  ]
}

function changesTable(context: ReportContext): TableBlock {
  const { figures, texts, date, language } = context
  const words = qualityTexts(language)
  const { from, to } = figures.previousPeriod
  return {
    kind: 'table',
    caption: words.changesCaption,
    note: tableNote(context, words.changesNote(date(from), date(to)), ['due', 'closed']),
    columns: [
      column('code', texts.tables.code, 7, 'start'),
      column('name', texts.tables.indicator, 27, 'start'),
      column('countBefore', words.before, 9),
      column('nBefore', words.beforeN, 9),
      column('before', texts.tables.rate, 10),
      column('countAfter', words.after, 9),
      column('nAfter', words.afterN, 9),
      column('after', texts.tables.rate, 10),
      column('difference', words.difference, 9),
      column('interval', texts.tables.interval, 13),
    ],
    groups: [{ rows: figures.changes.map(change => changeRow(context, change)) }],
    empty: texts.frame.emptyTable,
  }
}

function changeRow(
  context: ReportContext,
  { of, before, after, difference, interval }: ChangeFigure,
): TableRow {
  const { texts } = context
  return {
    code: of,
    name: texts.indicators[of].name,
    countBefore: opening(context, before.count, before),
    nBefore: formatInteger(before.n ?? 0),
    before: rateCell(texts, before),
    countAfter: opening(context, after.count, after),
    nAfter: formatInteger(after.n ?? 0),
    after: rateCell(texts, after),
    difference: difference === null ? '' : points(difference),
    interval: interval === null ? '' : `${points(interval.low)} / ${points(interval.high)}`,
  }
}

function points(share: number): string {
  return `${share > 0 ? '+' : ''}${formatDecimal(share * 100, 1)}`
}

function reversalsSaid({ figures, language }: ReportContext): readonly string[] {
  const words = qualityTexts(language)
  const [onTime] = figures.changes
  if (!onTime?.before.n || !onTime.after.n) return [words.simpsonNothing]
  if (figures.reversals.length === 0) return [words.simpsonNone]
  return figures.reversals.map(({ by, overall, parts }) =>
    words.simpson(words.partings[by], overall === 'up', formatInteger(parts.length)),
  )
}

function repeatBlocks(context: ReportContext): readonly Block[] {
  const { figures, date, language, institution, files } = context
  const words = qualityTexts(language)
  const { quarters, share, offenders } = figures.repeatOffenders
  const [first, last] = [quarters[0], quarters.at(-1)]
  const [from, to] = [date(first?.from ?? null), date(last?.to ?? null)]
  const counted = words.repeatSaid(formatInteger(share.count), formatInteger(share.n ?? 0), from, to)
  const sentence = paragraph(offenders.length === 0 ? `${counted} ${repeatNote(context)}` : counted)
  if (offenders.length === 0) return [sentence]
  const named = offenders
    .map(body => ({ ...body, name: institution(body.institutionId) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const list = printed(context, named, mostRowsPrinted, files.figures.attachment.name)
  return [sentence, repeatTable(context, list.rows), ...list.blocks]
}

type Named = RepeatOffender & { readonly name: string }

function repeatTable(context: ReportContext, named: readonly Named[]): TableBlock {
  const { figures, texts, language } = context
  const { quarters } = figures.repeatOffenders
  return {
    kind: 'table',
    caption: qualityTexts(language).repeatCaption,
    note: repeatNote(context),
    columns: [
      column('name', texts.tables.institution, 40, 'start'),
      column('due', texts.tables.due, 12),
      ...quarters.map(({ id }) => column(id, id, 12)),
    ],
    groups: [
      {
        rows: named.map(({ name, due, quarters: counts }) => ({
          name,
          due: opening(context, due.count, due),
          ...Object.fromEntries(
            quarters.flatMap(({ id }, at) => {
              const figure = counts[at]
              return figure ? [[id, opening(context, figure.count, figure)]] : []
            }),
          ),
        })),
      },
    ],
    empty: texts.frame.emptyTable,
  }
}

function repeatNote({ figures, texts, language }: ReportContext): string {
  const words = qualityTexts(language)
  const n = formatInteger(figures.repeatOffenders.share.n ?? 0)
  const { formula } = texts.indicators.Y2
  return `Y2. ${formula} (n = ${n}). ${words.repeatNote} ${words.noteMethod(figures.methodVersion)}`
}
