import type { Position } from '../../server/domain/statistics/comparison.ts'
import type { Figure } from '../../server/domain/statistics/figure.ts'
import type { Block, CalloutBlock, KeyFigure, Run } from '../blocks.ts'
import { formatInteger } from '../format.ts'
import { heading, medianCell, paragraph, rateCell } from './parts.ts'
import type { Notice } from './notices.ts'
import type { ReportContext } from './report-context.ts'
import type { Activity4Texts } from './texts.es.ts'

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
  const institutions = frame.institutions(volume.institutionsAsked.count)
  const opening = summary.lead(from, to, frame.requests(volume.received.count), institutions)
  const { onTime, unanswered } = timeliness
  const due = onTime.n ?? 0
  if (due === 0) return opening + summary.leadNothingDue
  const counts = [onTime.count, due, unanswered.count].map(formatInteger)
  const [answered = '', all = '', silent = ''] = counts
  return opening + summary.leadDue(answered, all, silent)
}

function keyFigures(context: ReportContext): readonly KeyFigure[] {
  const { figures, texts, opensAt } = context
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
      opens: opensAt(volume.received),
    },
    {
      value: rateCell(texts, onTime),
      label: summary.keyOnTime,
      note: summary.keyOnTimeNote(formatInteger(onTime.count), formatInteger(onTime.n ?? 0)),
      tone: 'neutral',
      opens: opensAt(onTime),
    },
    {
      value: days.working.median === null ? median : frame.days(median),
      label: summary.keyMedian,
      note: summary.keyMedianNote(formatInteger(days.working.n)),
      tone: 'neutral',
      opens: opensAt(days.working),
    },
    {
      value: formatInteger(breaches.any.count),
      label: summary.keyBreaches,
      note: summary.keyBreachesNote(formatInteger(breaches.uncured.count)),
      tone: breaches.any.count > 0 ? 'breach' : 'neutral',
      opens: opensAt(breaches.any),
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

interface Finding {
  readonly title: string
  readonly said: string
}

function findingsOf(context: ReportContext): readonly (readonly Run[])[] {
  if (isEmpty(context.figures.notices)) return []
  const findings = [
    ...deadlineFindings(context),
    ...answerFindings(context),
    ...changeFinding(context),
    ...institutionFinding(context),
  ]
  return findings.map(({ title, said }): readonly Run[] => [{ kind: 'strong', text: title }, ` ${said}`])
}

function deadlineFindings({ figures, texts }: ReportContext): readonly Finding[] {
  const { summary } = texts
  const { timeliness, days } = figures.indicators
  if ((timeliness.onTime.n ?? 0) === 0) return []
  const { onTime, onTimeCalendar, silentAtDue } = timeliness
  const [working, calendar, silent] = [onTime, onTimeCalendar, silentAtDue].map(figure =>
    inWords(texts, figure, summary.requests),
  )
  const open = days.survivalWorking.median === null && days.survivalWorking.caution !== 'counts-only'
  return [
    { title: summary.timeliness.title, said: summary.timeliness.said(working ?? '', calendar ?? '') },
    { title: summary.silence.title, said: summary.silence.said(silent ?? '') },
    ...(open ? [summary.wait] : []),
  ]
}

function answerFindings({ figures, texts }: ReportContext): readonly Finding[] {
  const { summary } = texts
  const { extensions, outcomes } = figures.indicators
  const [full, refused] = [outcomes.full, outcomes.refused].map(f => inWords(texts, f, summary.answers))
  const used = inWords(texts, extensions.used, summary.requests)
  const invalid = inWords(texts, extensions.invalid, summary.extended)
  return [
    ...((outcomes.full.n ?? 0) === 0
      ? []
      : [{ title: summary.outcomes.title, said: summary.outcomes.said(full ?? '', refused ?? '') }]),
    ...(extensions.used.count === 0
      ? []
      : [{ title: summary.extensions.title, said: summary.extensions.said(used, invalid) }]),
  ]
}

/** A share in words; counts where they are too few for a share. */
function inWords(texts: Activity4Texts, { count, n, rate }: Figure, words: (rate: number) => string): string {
  return rate === null ? texts.frame.ofN(formatInteger(count), formatInteger(n ?? 0)) : words(rate)
}

function changeFinding({ figures, texts }: ReportContext): readonly Finding[] {
  const { difference, interval } = figures.change
  if (difference === null || interval === null) return []
  const { title, up, down, same } = texts.summary.change
  if (interval.low > 0) return [{ title, said: up }]
  return [{ title, said: interval.high < 0 ? down : same }]
}

function institutionFinding(context: ReportContext): readonly Finding[] {
  const sentences = positionsSaid(context)
  const { title } = context.texts.summary.institutions
  return sentences.length === 0 ? [] : [{ title, said: sentences.join(' ') }]
}

/** Who stands apart from the overall rate, by name. */
export function positionsSaid({ figures, texts, shortInstitution }: ReportContext): readonly string[] {
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
