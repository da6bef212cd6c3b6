import { rectMark, textMark, textSize } from '../../client/charts/marks.ts'
import { palette } from '../../client/charts/palette.ts'
import type { Mark, Scene, SceneFrame } from '../../client/charts/scene.ts'
import {
  addDays,
  dayNumber,
  dayOfWeek,
  type CalendarDate,
} from '../../server/domain/calendar/calendar-date.ts'

export interface DayStrip {
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Requests received by day. */
  readonly received: ReadonlyMap<CalendarDate, number>
  /** Days on which a term to answer ended without an answer. */
  readonly missed: ReadonlySet<CalendarDate>
  /** 'YYYY-MM' as the label of a month. */
  readonly month: (month: string) => string
  readonly title: string
  readonly desc: string
}

/** More weeks than this would be too small to see. */
export const mostWeeks = 54

/** A square a day, a column a week from Monday to Sunday: darker with more requests, with a dot where a term was missed. */
export function dayStrip(strip: DayStrip, { width }: SceneFrame): Scene {
  const pitch = Math.min(15, width / weeksOf(strip))
  const most = Math.max(1, ...strip.received.values())
  const marks: Mark[] = []
  for (let day = strip.from; day <= strip.to; day = addDays(day, 1)) {
    const x = weekOf(strip.from, day) * pitch
    const y = head + weekday(day) * pitch
    const missed = strip.missed.has(day)
    const fill = missed ? palette.brick : shadeOf((strip.received.get(day) ?? 0) / most)
    marks.push(rectMark(x, y, pitch - 1.2, pitch - 1.2, fill))
    // Red alone tells nothing to who does not see it.
    if (missed)
      marks.push(rectMark(x + pitch * 0.34, y + pitch * 0.34, pitch * 0.24, pitch * 0.24, palette.white))
    if (isLabelled(strip, day)) marks.push(labelOf(strip, day, x))
  }
  return {
    width,
    height: Math.ceil(head + 7 * pitch),
    title: strip.title,
    desc: strip.desc,
    marks,
  }
}

const head = 12

export function weeksOf({ from, to }: Pick<DayStrip, 'from' | 'to'>): number {
  return weekOf(from, to) + 1
}

function weekOf(from: CalendarDate, day: CalendarDate): number {
  return Math.floor((dayNumber(day) - dayNumber(from) + weekday(from)) / 7)
}

/** 0 is Monday. */
function weekday(day: CalendarDate): number {
  return (dayOfWeek(day) + 6) % 7
}

/** Where the period begins and each month does; not where the first label has no room before the next. */
function isLabelled({ from, to }: DayStrip, day: CalendarDate): boolean {
  if (day.endsWith('-01')) return addDays(day, 13) <= to
  return day === from && Number(day.slice(8)) < 15
}

function labelOf({ month }: DayStrip, day: CalendarDate, x: number): Mark {
  return textMark(x, 7, month(day.slice(0, 7)), { size: textSize.axis, fill: palette.muted })
}

function shadeOf(share: number): string {
  if (share === 0) return palette.mist
  if (share <= 1 / 3) return palette.sky
  return share <= 2 / 3 ? palette.blueText : palette.navy
}
