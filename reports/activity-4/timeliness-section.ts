import { grouped } from '../../server/domain/statistics/cohorts.ts'
import type { Block, TableBlock } from '../blocks.ts'
import { formatDays, formatDecimal, formatInteger, formatMonth } from '../format.ts'
import { bandLabel, daysChart, monthsChart, timelinessChart } from './charts.ts'
import { column, heading, opening, paragraph, rateCell, rateTable, said, spreadBlocks } from './parts.ts'
import type { ReportContext } from './report-context.ts'
import { tableNote } from './table-note.ts'

/** V series and the months. */
export function volumeSection(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const { volume } = figures.indicators
  const { withdrawnInTerm, referredInTerm, notYetDue } = volume
  return [
    heading(2, 'volume', texts.sections.volume),
    ...monthsChart(context),
    rateTable(context, texts.tables.volumeCaption, [
      volume.received,
      volume.institutionsAsked,
      volume.pending,
      volume.pendingLate,
      withdrawnInTerm,
      referredInTerm,
      notYetDue,
    ]),
    paragraph(texts.said.excluded(formatInteger(withdrawnInTerm.count), formatInteger(referredInTerm.count))),
    monthsTable(context),
  ]
}

function monthsTable(context: ReportContext): TableBlock {
  const { figures, texts, language } = context
  const { tables } = texts
  const years = grouped(figures.monthly, ({ month }) => month.slice(0, 4))
  return {
    kind: 'table',
    caption: tables.monthlyCaption,
    note: tableNote(context, tables.monthlyNote, ['received', 'due']),
    columns: [
      column('month', tables.month, 18, 'start'),
      column('received', tables.received, 10),
      column('due', tables.due, 10),
      column('onTime', tables.onTime, 10),
      column('rate', tables.rate, 12),
      column('late', tables.late, 10),
      column('unanswered', tables.unanswered, 10),
      column('silent', tables.silent, 10),
    ],
    groups: [...years.values()].map(months => ({
      rows: months.map(({ month, received, onTime, late, unanswered, silentAtDue }) => ({
        month: formatMonth(month, language),
        received: opening(context, received.count, received),
        due: opening(context, onTime.n ?? 0, onTime, late, unanswered),
        onTime: opening(context, onTime.count, onTime),
        rate: rateCell(texts, onTime),
        late: opening(context, late.count, late),
        unanswered: opening(context, unanswered.count, unanswered),
        silent: opening(context, silentAtDue.count, silentAtDue),
      })),
    })),
    empty: texts.frame.emptyTable,
  }
}

/** T1 to T8, in both readings of the ten days. */
export function timelinessSection(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const { timeliness: t } = figures.indicators
  return [
    heading(2, 'timeliness', texts.sections.timeliness),
    ...reconciliation(context),
    ...timelinessChart(context),
    rateTable(context, texts.tables.timelinessCaption, [
      t.onTime,
      t.onTimeCalendar,
      t.onTimeWithoutExtension,
      t.late,
      t.unanswered,
      t.answered,
      t.silentAtDue,
      t.acknowledgedOnly,
      t.persistentSilence,
      t.fictaHonoured,
    ]),
  ]
}

/** How the due requests add up, the other reading of the ten days, and the change from the period before. */
function reconciliation(context: ReportContext): readonly Block[] {
  const { figures, texts } = context
  const { onTime, onTimeCalendar, late, unanswered, silentAtDue } = figures.indicators.timeliness
  const { notYetDue } = figures.indicators.volume
  const due = onTime.n ?? 0
  if (due + notYetDue.count === 0) return [paragraph(texts.summary.leadNothingDue.trim())]
  const [a = '', b = '', c = ''] = [onTime, late, unanswered].map(({ count }) => formatInteger(count))
  const sum = texts.said.reconcile(a, b, c, formatInteger(due))
  const readings = [
    texts.said.calendar(said(texts, onTime), said(texts, onTimeCalendar)),
    texts.said.silence(said(texts, silentAtDue)),
    ...changeSaid(context),
  ]
  if (notYetDue.count === 0) return [paragraph([sum, ...readings].join(' '))]
  const all = texts.frame.requests(due + notYetDue.count)
  const running = texts.said.notYetDue(formatInteger(notYetDue.count), all)
  return [paragraph([sum, running, ...(due === 0 ? [] : readings)].join(' '))]
}

function changeSaid({ figures, texts }: ReportContext): readonly string[] {
  const { difference, interval } = figures.change
  if (difference === null || interval === null) return []
  const points = (share: number) => `${share > 0 ? '+' : ''}${formatDecimal(share * 100, 1)}`
  return [texts.said.change(points(difference), `${points(interval.low)} / ${points(interval.high)}`)]
}

function daysSaid({ figures, texts }: ReportContext): readonly Block[] {
  const { working, survivalWorking } = figures.indicators.days
  const sentences =
    working.median === null || working.p90 === null
      ? []
      : [texts.said.median(formatDays(working.median), formatDays(working.p90))]
  const { caution, median } = survivalWorking
  if (caution !== 'no-data' && caution !== 'counts-only')
    sentences.push(median === null ? texts.said.survivalOpen : texts.said.survival(formatDays(median)))
  return sentences.length === 0 ? [] : [paragraph(sentences.join(' '))]
}

/** T9 to T13. */
export function daysSection(context: ReportContext): readonly Block[] {
  const { days } = context.figures.indicators
  const { tables, sections } = context.texts
  return [
    heading(2, 'days', sections.days),
    ...daysSaid(context),
    ...daysChart(context),
    ...spreadBlocks(context, tables.daysCaption, [
      days.working,
      days.calendar,
      days.net,
      days.survivalWorking,
      days.survivalCalendar,
      days.daysLate,
    ]),
    bandsTable(context),
  ]
}

function bandsTable(context: ReportContext): TableBlock {
  const { figures, texts } = context
  const { bandsWorking, bandsCalendar } = figures.indicators.days
  const { tables, frame, indicators } = texts
  const n = bandsWorking[0]?.figure.n ?? 0
  return {
    kind: 'table',
    caption: tables.bandsCaption,
    note: tableNote(context, `T12. ${indicators.T12.formula}; n = ${formatInteger(n)}.`, ['closed']),
    columns: [
      column('band', tables.band, 16, 'start'),
      column('working', tables.working, 14),
      column('workingRate', tables.workingRate, 20),
      column('calendar', tables.calendar, 14),
      column('calendarRate', tables.calendarRate, 20),
    ],
    groups: [
      {
        rows: bandsWorking.map((band, at) => {
          const calendar = bandsCalendar[at]?.figure ?? band.figure
          return {
            band: bandLabel(band),
            working: opening(context, band.figure.count, band.figure),
            workingRate: { text: rateCell(texts, band.figure), bar: band.figure.rate ?? 0 },
            calendar: opening(context, calendar.count, calendar),
            calendarRate: { text: rateCell(texts, calendar), bar: calendar.rate ?? 0 },
          }
        }),
      },
    ],
    empty: frame.emptyTable,
  }
}

/** S series. */
export function testimonySection(context: ReportContext): readonly Block[] {
  const { texts } = context
  const { disputed, evidenced, loggingDelay } = context.figures.indicators.testimony
  return [
    heading(2, 'testimony', texts.sections.testimony),
    rateTable(context, texts.tables.testimonyCaption, [disputed, evidenced]),
    ...spreadBlocks(context, texts.indicators.S3.name, [loggingDelay]),
  ]
}
