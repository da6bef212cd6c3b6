import type { Position } from '../../server/domain/statistics/comparison.ts'
import type { Block, CalloutBlock, KeyFigure, Run } from '../blocks.ts'
import { formatDays, formatDecimal, formatInteger } from '../format.ts'
import { heading, medianCell, paragraph, rateCell, said } from './parts.ts'
import type { Notice } from './notices.ts'
import type { ReportContext } from './report-context.ts'

/** One page in plain words: every number is taken from the figures. */
export function summarySection(context: ReportContext): readonly Block[] {
  const { texts } = context
  const findings = findingsOf(context)
  return [
    heading(1, 'summary', texts.summary.title),
    { kind: 'lead', runs: [lead(context)] },
    { kind: 'keyFigures', figures: keyFigures(context) },
    ...noticeBlocks(context),
    ...(findings.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: findings }]),
    paragraph(`${texts.frame.chapters} ${texts.said.sample}`),
  ]
}

function lead({ figures, texts, date }: ReportContext): string {
  const { frame, summary } = texts
  const { volume, timeliness } = figures.indicators
  const [from, to] = [date(figures.period.from), date(figures.period.to)]
  if (isEmpty(figures.notices)) return summary.leadEmpty(from, to)
  const { count: received } = volume.received
  const opening = summary.lead(
    from,
    to,
    frame.requests(received),
    frame.institutions(volume.institutionsAsked.count),
  )
  const due = timeliness.onTime.n ?? 0
  if (due === 0) return opening + summary.leadNothingDue
  const counts = [timeliness.onTime, timeliness.late, timeliness.unanswered].map(f => formatInteger(f.count))
  const [onTime = '', late = '', unanswered = ''] = counts
  return opening + summary.leadDue(formatInteger(due), onTime, late, unanswered)
}

function keyFigures({ figures, texts }: ReportContext): readonly KeyFigure[] {
  const { frame, summary } = texts
  const { volume, timeliness, days, breaches } = figures.indicators
  const { onTime } = timeliness
  const median = medianCell(texts, days.working.median, days.working.caution)
  return [
    {
      value: formatInteger(volume.received.count),
      label: summary.keyReceived,
      note: summary.keyReceivedNote(frame.institutions(volume.institutionsAsked.count)),
      tone: 'neutral',
    },
    {
      value: rateCell(texts, onTime),
      label: summary.keyOnTime,
      note: summary.keyOnTimeNote(formatInteger(onTime.count), formatInteger(onTime.n ?? 0)),
      tone: 'neutral',
    },
    {
      value: days.working.median === null ? median : frame.days(median),
      label: summary.keyMedian,
      note: summary.keyMedianNote(formatInteger(days.working.n)),
      tone: 'neutral',
    },
    {
      value: formatInteger(breaches.any.count),
      label: summary.keyBreaches,
      note: summary.keyBreachesNote(formatInteger(breaches.uncured.count)),
      tone: breaches.any.count > 0 ? 'breach' : 'neutral',
    },
  ]
}

export function noticeBlocks({ figures, texts, date }: ReportContext): readonly CalloutBlock[] {
  if (figures.notices.length === 0) return []
  const [from, to, asOf] = [date(figures.period.from), date(figures.period.to), date(figures.asOf)]
  const { notices, frame } = texts
  const sentence = (notice: Notice): string => {
    switch (notice.code) {
      case 'period-not-over':
        return notices['period-not-over'](to, asOf)
      case 'period-not-begun':
        return notices['period-not-begun'](from, asOf)
      case 'no-requests':
        return notices['no-requests']
      case 'not-yet-due':
        return notices['not-yet-due'](frame.requests(notice.count))
      case 'few-due':
        return notices['few-due'](frame.requests(notice.count))
    }
  }
  const runs = [figures.notices.map(sentence).join(' ')]
  return [{ kind: 'callout', tone: 'neutral', title: notices.title, runs }]
}

function findingsOf(context: ReportContext): readonly (readonly Run[])[] {
  const { figures, texts } = context
  if (isEmpty(figures.notices)) return []
  const { summary } = texts
  const { timeliness, extensions, outcomes, breaches } = figures.indicators
  const due = timeliness.onTime.n ?? 0
  const sentences = [
    ...(due === 0
      ? []
      : [
          summary.calendar(said(texts, timeliness.onTime), said(texts, timeliness.onTimeCalendar)),
          summary.silence(said(texts, timeliness.silentAtDue)),
        ]),
    ...daysFindings(context),
    ...(extensions.used.count === 0
      ? []
      : [summary.extensions(said(texts, extensions.used), said(texts, extensions.invalid))]),
    ...((outcomes.full.n ?? 0) === 0
      ? []
      : [summary.outcomes(said(texts, outcomes.full), said(texts, outcomes.refused))]),
    summary.breaches(formatInteger(breaches.any.count), formatInteger(breaches.uncured.count)),
    ...changeFinding(context),
    ...positionFindings(context),
  ]
  return sentences.map(sentence => [sentence])
}

function daysFindings({ figures, texts }: ReportContext): readonly string[] {
  const { summary } = texts
  const { working, survivalWorking } = figures.indicators.days
  const spread =
    working.median === null || working.p90 === null
      ? []
      : [summary.median(formatDays(working.median), formatDays(working.p90))]
  if (survivalWorking.caution === 'no-data' || survivalWorking.caution === 'counts-only') return spread
  const { median } = survivalWorking
  return [...spread, median === null ? summary.survivalOpen : summary.survival(formatDays(median))]
}

function changeFinding({ figures, texts }: ReportContext): readonly string[] {
  const { difference, interval } = figures.change
  if (difference === null || interval === null) return []
  const points = (share: number) => `${share > 0 ? '+' : ''}${formatDecimal(share * 100, 1)}`
  return [texts.summary.change(points(difference), `${points(interval.low)} / ${points(interval.high)}`)]
}

function positionFindings({ figures, texts, shortInstitution }: ReportContext): readonly string[] {
  const { summary } = texts
  const named = (position: Position) => {
    const keys = figures.byInstitution.filter(group => group.position === position).map(({ key }) => key)
    const rest = keys.length > 6 ? summary.more(keys.length - 6) : ''
    return keys.slice(0, 6).map(shortInstitution).join(', ') + rest
  }
  const [below, above] = [named('below'), named('above')]
  return [...(below === '' ? [] : [summary.below(below)]), ...(above === '' ? [] : [summary.above(above)])]
}

function isEmpty(notices: readonly Notice[]): boolean {
  return notices.some(({ code }) => code === 'no-requests')
}
