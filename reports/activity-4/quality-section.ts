import type { Block, TableBlock } from '../blocks.ts'
import {
  formatDecimal,
  formatInteger,
  formatPercent,
  formatShareInterval,
  formatShareRange,
} from '../format.ts'
import type { RatedQuality } from '../../server/domain/statistics/quality.ts'
import {
  column,
  heading,
  opening,
  paragraph,
  rateCell,
  rateTable,
  said,
  shareTable,
  spreadBlocks,
} from './parts.ts'
import { qualityTexts } from './quality-texts.ts'
import type { ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'

/** Q series: what came, in what form and at what cost. */
export function qualitySection(context: ReportContext): readonly Block[] {
  const { charged, costUnknown, cost, rated } = context.figures.quality
  const words = qualityTexts(context.language)
  const charges = [charged, costUnknown]
  const lines = rated === null ? charges : [rated.rated, rated.formatRespected, ...charges]
  return [
    heading(2, 'quality', words.title),
    ...(rated === null ? [paragraph(words.elsewhere)] : ratedBlocks(context, rated)),
    rateTable(context, words.caption, lines),
    ...spreadBlocks(context, context.texts.indicators['Q4-cost'].name, [cost]),
  ]
}

function ratedBlocks(context: ReportContext, rated: RatedQuality): readonly Block[] {
  const words = qualityTexts(context.language)
  if (rated.rated.count === 0) return [paragraph(words.none)]
  const lines = rated.formats.map(({ format, figure }) => ({ name: words.formats[format], figure }))
  return [
    paragraph(`${completenessSaid(context, rated)} ${completenessFormula(context)}`),
    paragraph(words.limits),
    shareTable(context, words.formatsCaption, words.format, 'Q2', lines),
    agreementTable(context, rated),
  ]
}

function completenessSaid(context: ReportContext, { completeness, rated }: RatedQuality): string {
  const { texts, language } = context
  const words = qualityTexts(language)
  const { share, mean, interval, n } = completeness
  const answers = `${formatInteger(n)} ${words.answers.toLowerCase()}`
  if (share === null || mean === null || interval === null) return words.few(answers, said(texts, rated))
  const range = formatShareInterval(interval)
  return words.said(formatPercent(share), formatDecimal(mean, 1), answers, said(texts, rated), range)
}

function completenessFormula({ texts, figures, language }: ReportContext): string {
  const { methodVersion } = figures
  return `Q1: ${texts.indicators.Q1.formula}. ${qualityTexts(language).noteMethod(methodVersion)}`
}

function agreementTable(context: ReportContext, rated: RatedQuality): TableBlock {
  const { texts, language } = context
  const words = qualityTexts(language)
  return {
    kind: 'table',
    caption: words.agreementCaption,
    note: tableNote(
      context,
      `Q5. ${texts.indicators.Q5.formula}. ${words.kappaNote} n = ${formatInteger(rated.agreement.n)}.`,
      ['doubleRated'],
    ),
    columns: [
      column('name', texts.tables.indicator, 40, 'start'),
      column('n', words.answers, 15),
      column('pairs', words.pairs, 15),
      column('agreed', words.agreed, 15),
      column('kappa', words.kappa, 15),
    ],
    groups: [
      {
        rows: [rated.agreement, rated.formatAgreement].map(each => ({
          name: texts.indicators[each.code].name,
          n: opening(context, each.n, each),
          pairs: formatInteger(each.pairs),
          agreed: formatInteger(each.agreed),
          kappa: each.kappa === null ? kappaMissing(context, each.n) : formatDecimal(each.kappa, 2),
        })),
      },
    ],
    empty: texts.frame.emptyTable,
  }
}

function kappaMissing({ texts }: ReportContext, n: number): string {
  if (n === 0) return texts.frame.noData
  return n < 10 ? texts.frame.few : '–'
}

/** B1: what stood between organisations and their requests. */
export function barriersSection(context: ReportContext): readonly Block[] {
  const { figures, texts, language } = context
  const words = qualityTexts(language)
  const { barriers } = figures
  const title = heading(2, 'barriers', words.barriersTitle)
  if (barriers === null) return [title, paragraph(words.barriersElsewhere)]
  return [
    title,
    paragraph(`${words.barriersSaid(said(texts, barriers.any))} ${words.barriersLimits}`),
    {
      kind: 'table',
      caption: words.barriersCaption,
      note: tableNote(context, `B1. ${texts.indicators.B1.formula}. ${words.barriersNote}`, ['received']),
      columns: [
        column('name', words.barrier, 40, 'start'),
        column('count', texts.tables.count, 10),
        column('n', texts.tables.n, 10),
        column('rate', texts.tables.rate, 24),
        column('interval', texts.tables.interval, 16),
      ],
      groups: [
        {
          rows: barriers.classes.map(({ kind, figure }) => ({
            name: words.barriers[kind],
            count: formatInteger(figure.count),
            n: formatInteger(figure.n ?? 0),
            rate: { text: rateCell(texts, figure), bar: figure.rate ?? 0 },
            interval: figure.interval === null ? '' : formatShareRange(figure.interval),
          })),
        },
      ],
      empty: texts.frame.emptyTable,
    },
  ]
}
