import { minimumForRate, type Figure } from '../../server/domain/statistics/figure.ts'
import { digestOf } from '../activity-4/attachments.ts'
import type { Activity4Figures } from '../activity-4/figures.ts'
import type { Activity4Document } from '../activity-4/document.ts'
import { paragraph, rateCell } from '../activity-4/parts.ts'
import { reportContext, type ReportContext } from '../activity-4/report-context.ts'
import type { Block, HeadingBlock, KeyFigure, ReportDocument, ReportMeta, Run, Tone } from '../blocks.ts'
import { formatDays, formatInteger, formatPeriod } from '../format.ts'
import { plainEn } from './texts.en.ts'
import { plainEs, type PlainTexts } from './texts.es.ts'

/**
 * A published report on one page in plain words. Every number and every word of quantity follows from the figures;
 * the same input gives the same bytes.
 */
export function plainSummary(report: Activity4Document): ReportDocument {
  const context = reportContext(report.figures, report.cases, report.language)
  const plain = report.language === 'en' ? plainEn : plainEs
  const { caseIds } = report.figures
  const meta = metaOf(report, context, plain)
  return {
    meta,
    blocks: [
      heading(1, 'plain', meta.title),
      heading(2, 'plain-what', plain.what),
      paragraph(whatText(context, plain)),
      ...(caseIds.length === 0 ? [paragraph(plain.empty)] : tellingBlocks(context, plain)),
      heading(2, 'plain-care', plain.care),
      paragraph(plain.careText),
      ...moreBlocks(report, plain),
    ],
    attachments: [],
  }
}

function metaOf(
  report: Activity4Document,
  { figures, files, texts, date }: ReportContext,
  plain: PlainTexts,
): ReportMeta {
  const { language, notice } = report
  const home = homeOf(report)
  return {
    title: plain.title(formatPeriod(figures.period, language)),
    ...{ author: texts.frame.author, subject: plain.subject, keywords: texts.frame.keywords },
    ...{ lang: language, asOf: date(figures.asOf), version: figures.methodVersion },
    createdAt: new Date(`${figures.asOf}T18:00:00Z`),
    digest: digestOf([files.cases, files.figures]),
    ...(notice !== undefined && { notice }),
    ...(home !== null && { casesAt: `${home}/casos?` }),
  }
}

/** Where the edition is published; null of a report that is none, or where the site has no public address. */
function homeOf({ language, edition, site }: Activity4Document): string | null {
  if (!edition || !site) return null
  return `${site}/${language === 'en' ? 'en' : 'es'}/informes/${edition.code}`
}

function heading(level: 1 | 2, id: string, text: string): HeadingBlock {
  return { kind: 'heading', level, id, text }
}

function whatText({ figures, date }: ReportContext, { whatText: said }: PlainTexts): string {
  return said(date(figures.period.from), date(figures.period.to), date(figures.asOf))
}

function moreBlocks(report: Activity4Document, plain: PlainTexts): readonly Block[] {
  if (!report.edition) return []
  const home = homeOf(report)
  const link: readonly Run[] = home === null ? [] : [' ', { kind: 'link', text: home, href: home }]
  const runs = [plain.moreText(report.edition.code), ...link]
  return [heading(2, 'plain-more', plain.more), { kind: 'paragraph', runs }]
}

function tellingBlocks(context: ReportContext, plain: PlainTexts): readonly Block[] {
  const items = sentences(context, plain).map((text): readonly Run[] => [text])
  return [
    heading(2, 'plain-figures', plain.figures),
    { kind: 'keyFigures', figures: fiveFigures(context, plain) },
    heading(2, 'plain-means', plain.means),
    { kind: 'list', ordered: false, items },
  ]
}

function fiveFigures(context: ReportContext, plain: PlainTexts): readonly KeyFigure[] {
  const { figures, texts, opensAt } = context
  const { volume, timeliness, outcomes } = figures.indicators
  const { received, institutionsAsked } = volume
  const share = (figure: Figure, label: string, of: (n: string) => string, tone: Tone): KeyFigure => ({
    // Too few for a percentage: then the count, with the n beside it as ever.
    value: figure.rate === null ? formatInteger(figure.count) : rateCell(texts, figure),
    label,
    note: `${formatInteger(figure.count)} ${of(formatInteger(figure.n ?? 0))}`,
    tone: figure.count > 0 ? tone : 'neutral',
    opens: opensAt(figure),
  })
  return [
    {
      value: formatInteger(received.count),
      label: plain.received,
      note: plain.atInstitutions(texts.frame.institutions(institutionsAsked.count)),
      tone: 'neutral',
      opens: opensAt(received),
    },
    share(timeliness.onTime, plain.onTime, plain.ofDue, 'neutral'),
    share(timeliness.late, plain.late, plain.ofDue, 'neutral'),
    share(timeliness.unanswered, plain.unanswered, plain.ofDue, 'breach'),
    share(outcomes.full, plain.full, plain.ofClosed, 'neutral'),
  ]
}

function sentences(context: ReportContext, plain: PlainTexts): readonly string[] {
  return [...deadlineSentences(context, plain), ...answerSentences(context, plain), ...praise(context, plain)]
}

function deadlineSentences({ figures, texts }: ReportContext, plain: PlainTexts): readonly string[] {
  const { onTime, unanswered } = figures.indicators.timeliness
  const n = onTime.n ?? 0
  if (n === 0) return [plain.nothingDue]
  return [
    onTime.rate === null
      ? plain.onTimeFew(formatInteger(onTime.count), texts.frame.requests(n))
      : plain.onTimeText(plain.share(onTime.rate)),
    ...(unanswered.count === 0
      ? [plain.unansweredNone]
      : [plain.unansweredText(texts.frame.requests(unanswered.count)), plain.silence]),
  ]
}

function answerSentences({ figures }: ReportContext, plain: PlainTexts): readonly string[] {
  const { days, outcomes } = figures.indicators
  const { median } = days.working
  const { count, n } = outcomes.full
  return [
    ...(median === null ? [] : [plain.medianText(formatDays(median))]),
    ...(n === null || n === 0 ? [] : [plain.fullText(formatInteger(count), formatInteger(n))]),
  ]
}

/** At most three names, of those with enough cases that it says something. */
function praise({ figures, institution, texts }: ReportContext, plain: PlainTexts): readonly string[] {
  const names = praised(figures).map(institution)
  const [first, ...rest] = names
  if (first === undefined) return []
  if (rest.length === 0) return [plain.praiseOne(first)]
  const more = names.length > 3 ? texts.summary.more(names.length - 3) : ''
  return [plain.praiseText(names.slice(0, 3).join(', ') + more)]
}

function praised({ praised: keys, byInstitution }: Activity4Figures): readonly string[] {
  const named = new Set(keys)
  return byInstitution
    .filter(({ key, onTime }) => named.has(key) && (onTime.n ?? 0) >= minimumForRate)
    .map(({ key }) => key)
}
