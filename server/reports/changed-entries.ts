import type { EntryLine } from '../../reports/activity-4/follow-up.ts'
import type { Context } from '../context.ts'
import { dayIn, guatemalaTimeZone, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { printableText } from '../domain/names.ts'
import { knownAt } from '../domain/register/corrections.ts'
import type { Edition } from '../store/edition-store.ts'
import type { Recorded } from '../store/recorded.ts'

/**
 * Entries of the period of an edition that were corrected, annulled or recorded after it could know; `until` null
 * is now. One that a correction moved into the period or out of it is told too.
 */
export async function changedEntries(
  { trainings, assistances, disseminations }: Context['stores'],
  { from, to }: Edition,
  since: Date,
  until: Date | null,
): Promise<readonly EntryLine[]> {
  const span = { from, to, since, until }
  return [
    ...(await linesOf(trainings.all(), 'trainings', span, ({ subject, days }) => [subject, days[0] ?? from])),
    ...(await linesOf(assistances.all(), 'assistance', span, ({ subject, day }) => [subject, day])),
    ...(await linesOf(disseminations.all(), 'dissemination', span, ({ institutionId, day }) => [
      institutionId ?? '',
      day,
    ])),
  ]
}

interface Span {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly since: Date
  readonly until: Date | null
}

async function linesOf<Item extends Recorded>(
  items: AsyncIterable<Item>,
  register: EntryLine['register'],
  { from, to, since, until }: Span,
  called: (item: Item) => readonly [name: string, on: CalendarDate],
): Promise<readonly EntryLine[]> {
  const lines: EntryLine[] = []
  for await (const item of items) {
    const now = until === null ? item : knownAt(item, until)
    if (!now) continue
    const before = knownAt(now, since)
    const isCounted = [now, ...(before ? [before] : [])].some(each => isWithin(called(each)[1], from, to))
    if (isCounted) lines.push(...linesFor(now, before, register, since, called))
  }
  return lines
}

function linesFor<Item extends Recorded>(
  now: Item,
  before: Item | null,
  register: EntryLine['register'],
  since: Date,
  called: (item: Item) => readonly [name: string, on: CalendarDate],
): readonly EntryLine[] {
  const { id, annulled, recordedAt, corrections } = now
  if (before === null) {
    if (annulled) return []
    const [name, on] = called(now)
    return [{ register, change: 'late', id, name, on, changedOn: dayOf(recordedAt), reason: null }]
  }
  const [name, on] = called(before)
  return corrections
    .filter(({ at }) => at > since)
    .map(({ at, reason, before: fields }) => ({
      ...{ register, id, name, on, changedOn: dayOf(at), reason: printableText(reason) },
      change: fields === '{}' ? 'annulled' : 'corrected',
    }))
}

function isWithin(day: CalendarDate, from: CalendarDate, to: CalendarDate): boolean {
  return day >= from && day <= to
}

function dayOf(instant: Date): CalendarDate {
  return dayIn(guatemalaTimeZone, instant)
}
