import type { CalendarDate } from '../../server/domain/calendar/calendar-date.ts'
import type { CoverBlock, CoverPicture } from '../blocks.ts'
import { formatInteger, formatPeriod, formatShortMonth } from '../format.ts'
import { dayStrip, mostWeeks, weeksOf, type DayStrip } from './day-strip.ts'
import type { ReportContext } from './report-context.ts'

/** What, when and how much, with the period drawn day by day. */
export function cover(context: ReportContext, edition: string | null): CoverBlock {
  const { figures, texts, cases, language, date } = context
  const { frame } = texts
  const { from, to } = figures.period
  const { received, institutionsAsked } = figures.indicators.volume
  const counted = new Set(received.caseIds)
  const organisations = new Set(
    cases.filter(({ id }) => counted.has(id)).map(({ organisationId }) => organisationId),
  )
  return {
    kind: 'cover',
    kicker: frame.kicker,
    title: frame.title,
    accent: formatPeriod(figures.period, language),
    subtitle: frame.subtitle,
    facts: [
      ...(edition === null ? [] : [context.texts.results.edition(edition)]),
      frame.activity,
      frame.period(date(from), date(to)),
      frame.asOf(date(figures.asOf)),
      frame.scope(
        frame.requests(received.count),
        frame.institutions(institutionsAsked.count),
        frame.organisations(organisations.size),
      ),
      frame.version(figures.methodVersion, figures.calendarVersion),
    ],
    ...pictureOf(context),
    date: date(figures.asOf),
  }
}

/** None of a period too short or too long for it, nor of one without requests. */
function pictureOf(context: ReportContext): { picture?: CoverPicture } {
  const { figures, texts, language } = context
  const { from, to } = figures.period
  // After the cut-off nothing is known, which is not the same as nothing received.
  const shown = { from, to: figures.asOf < to ? figures.asOf : to }
  const weeks = weeksOf(shown)
  const received = receivedByDay(context)
  if (weeks < 4 || weeks > mostWeeks || received.size === 0) return {}
  const missed = new Set(figures.breaches.filter(({ clock }) => clock === 'K1').map(({ dueOn }) => dueOn))
  const { title, note } = texts.frame.strip
  const desc = described(context, received, missed)
  const month = (text: string) => formatShortMonth(text, language)
  const strip: DayStrip = { ...shown, received, missed, month, title, desc }
  const most = formatInteger(Math.max(...received.values()))
  return { picture: { scene: frame => dayStrip(strip, frame), note: note(most), alt: `${title}. ${desc}` } }
}

function receivedByDay({ figures, cases }: ReportContext): ReadonlyMap<CalendarDate, number> {
  const counted = new Set(figures.indicators.volume.received.caseIds)
  const days = new Map<CalendarDate, number>()
  for (const { id, receivedOn } of cases) {
    if (counted.has(id)) days.set(receivedOn, (days.get(receivedOn) ?? 0) + 1)
  }
  return days
}

function described(
  { figures, texts, date }: ReportContext,
  received: ReadonlyMap<CalendarDate, number>,
  missed: ReadonlySet<CalendarDate>,
): string {
  const most = Math.max(...received.values())
  const [busiest = null] = [...received]
    .filter(([, count]) => count === most)
    .map(([day]) => day)
    .sort()
  return texts.frame.strip.desc(
    formatInteger(received.size),
    formatInteger(figures.indicators.volume.received.count),
    formatInteger(most),
    date(busiest),
    formatInteger(missed.size),
  )
}
