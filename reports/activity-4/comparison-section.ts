import type { ChangeFigure } from '../../server/domain/statistics/comparison.ts'
import type { Block, TableBlock, TableRow } from '../blocks.ts'
import { formatDecimal, formatInteger } from '../format.ts'
import { column, heading, opening, paragraph, rateCell } from './parts.ts'
import { qualityTexts } from './quality-texts.ts'
import type { ReportContext } from './report-context.ts'

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
    note: words.changesNote(date(from), date(to)),
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
  const { figures, texts, date, language, institution } = context
  const words = qualityTexts(language)
  const { quarters, share, offenders } = figures.repeatOffenders
  const [first, last] = [quarters[0], quarters.at(-1)]
  const [from, to] = [date(first?.from ?? null), date(last?.to ?? null)]
  const sentence = paragraph(
    words.repeatSaid(formatInteger(share.count), formatInteger(share.n ?? 0), from, to),
  )
  if (offenders.length === 0) return [sentence]
  const named = offenders
    .map(body => ({ ...body, name: institution(body.institutionId) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const table: TableBlock = {
    kind: 'table',
    caption: words.repeatCaption,
    note: words.repeatNote,
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
  return [sentence, table]
}
