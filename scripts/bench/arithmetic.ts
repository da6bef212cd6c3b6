import {
  dayNumber,
  fromDayNumber,
  calendarDate,
  type CalendarDate,
} from '../../server/domain/calendar/calendar-date.ts'
import { knownClosures } from '../../server/domain/calendar/closures.ts'
import { workingCalendar, type WorkingCalendar } from '../../server/domain/calendar/working-calendar.ts'
import { laip } from '../../server/domain/law/laip.ts'
import { termEnd } from '../../server/domain/law/terms.ts'
import { chanceFrom } from '../../server/seeding/prng.ts'
import { atLeast, atMost, figure, type SceneResult } from './figures.ts'
import type { Sizes } from './sizes.ts'
import { inTurns } from './timing.ts'

const firstDay = dayNumber(calendarDate('2010-01-01'))
const lastDay = dayNumber(calendarDate('2050-12-31'))
const today = calendarDate('2026-03-02')

/** Working-day arithmetic, and the scan's own, against a loop over typed arrays that does the same. */
export function arithmeticScene({ dueDates, rounds }: Sizes): SceneResult {
  const calendar = workingCalendar({ inCapital: true, closures: knownClosures })
  const chance = chanceFrom('arithmetic')
  const numbers = Int32Array.from({ length: dueDates }, () => chance.whole(firstDay, lastDay))
  const requests = Array.from(numbers, (number, at) => ({ id: at, receivedOn: fromDayNumber(number) }))
  const tables = tablesOf(calendar)
  const counts = { overdue: 0, overdueByTypedArrays: 0, months: 0 }
  const ms = inTurns(
    {
      dates: () => {
        for (const { receivedOn } of requests) {
          counts.months += calendar.addWorkingDays(receivedOn, 10).charCodeAt(6)
        }
      },
      scan: () => {
        counts.overdue = overdueAmong(requests, calendar)
      },
      typed: () => {
        counts.overdueByTypedArrays = overdueByTypedArrays(numbers, tables)
      },
    },
    // A round takes a quarter of a second.
    4 * rounds,
  )
  if (counts.overdue !== counts.overdueByTypedArrays) throw new Error('The two ways disagree')
  const limit = { name: 'typed arrays', value: nanoseconds(ms.typed, dueDates) }
  return {
    scene: 'arithmetic',
    sizes: { dueDates, rounds },
    counts: { overdue: counts.overdue },
    figures: [
      figure({
        name: 'due dates',
        value: (dueDates / ms.dates) * 1000,
        unit: 'dates/s',
        bar: atLeast(1e6, 'figure'),
      }),
      figure({
        name: 'a term judged by the scan',
        value: nanoseconds(ms.scan, dueDates),
        unit: 'ns',
        limit,
        bar: atMost(10),
      }),
    ],
  }
}

function nanoseconds(ms: number, count: number): number {
  return (ms * 1e6) / count
}

/** What the scan asks of each term: when it ends, and whether that day has passed. */
function overdueAmong(requests: readonly { receivedOn: CalendarDate }[], calendar: WorkingCalendar): number {
  let overdue = 0
  for (const { receivedOn } of requests) {
    if (termEnd(receivedOn, laip.response, calendar) < today) overdue += 1
  }
  return overdue
}

interface CalendarTables {
  /** Working days up to and including a day, from the first. */
  readonly upTo: Uint16Array
  /** The day number of the n-th working day. */
  readonly nth: Int32Array
}

function tablesOf(calendar: WorkingCalendar): CalendarTables {
  const days = Array.from({ length: lastDay - firstDay + 60 }, (_, at) => fromDayNumber(firstDay + at))
  const working = days.filter(day => calendar.isWorkingDay(day))
  let count = 0
  const upTo = Uint16Array.from(days, day => (calendar.isWorkingDay(day) ? ++count : count))
  return { upTo, nth: Int32Array.from(working, dayNumber) }
}

function overdueByTypedArrays(received: Int32Array, { upTo, nth }: CalendarTables): number {
  const now = dayNumber(today)
  const { days } = laip.response
  let overdue = 0
  for (let at = 0; at < received.length; at += 1) {
    const before = upTo[(received[at] ?? 0) - firstDay] ?? 0
    if ((nth[before + days - 1] ?? 0) < now) overdue += 1
  }
  return overdue
}
