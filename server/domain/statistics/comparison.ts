import { addDays, dayNumber } from '../calendar/calendar-date.ts'
import type { Window } from './cohorts.ts'
import { roundedInterval, sixDecimals, type Figure } from './figure.ts'
import { newcombeInterval, type Interval } from './intervals.ts'

/** Where a group stands to all: by whether its interval holds the overall rate. Never a rank. */
export type Position = 'above' | 'not-different' | 'below' | 'too-few'

export function positionOf(group: Pick<Figure, 'interval'>, overall: Pick<Figure, 'rate'>): Position {
  if (group.interval === null || overall.rate === null) return 'too-few'
  if (group.interval.low > overall.rate) return 'above'
  return group.interval.high < overall.rate ? 'below' : 'not-different'
}

/** Y1: the change of a share from the period before, in shares (0.05 is five points). */
export interface ChangeFigure {
  readonly code: 'Y1'
  readonly of: Figure['code']
  readonly before: Figure
  readonly after: Figure
  /** Null where either period has fewer than ten. */
  readonly difference: number | null
  /** Newcombe, 95 %. */
  readonly interval: Interval | null
}

export function changeOf(before: Figure, after: Figure): ChangeFigure {
  const start = { code: 'Y1', of: after.code, before, after } as const
  if (before.rate === null || after.rate === null) return { ...start, difference: null, interval: null }
  const interval = newcombeInterval(shareIn(after), shareIn(before))
  return {
    ...start,
    difference: sixDecimals(after.rate - before.rate),
    interval: interval && roundedInterval(interval),
  }
}

function shareIn({ count, n }: Figure) {
  return { count, n: n ?? 0 }
}

/** As many days, ending on the eve of the window; known as of the same cut-off day. */
export function periodBefore({ from, to, asOf }: Window): Window {
  const length = dayNumber(to) - dayNumber(from) + 1
  return { from: addDays(from, -length), to: addDays(from, -1), asOf }
}
