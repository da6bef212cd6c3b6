import type { CalendarDate } from '../calendar/calendar-date.ts'
import { laip } from '../law/laip.ts'
import type { LawContext } from './law-context.ts'

/** What is wrong with an extension under articles 43 and 45. */
export type ExtensionFault = 'late-notice' | 'after-due' | 'too-long' | 'no-motive' | 'second'

export interface ExtensionNotice {
  readonly on: CalendarDate
  /** Working days. */
  readonly days: number
  /** Null where only the organisation speaks of the extension: then its motive is not known, nor faulted. */
  readonly motive: string | null
  /** Due day of the answer before the extension. */
  readonly dueOn: CalendarDate
  readonly isSecond: boolean
}

/** First and last day on which notice of an extension is in order: "dentro de los dos días anteriores" (43). */
export function extensionWindow(dueOn: CalendarDate, { calendar, policy }: LawContext) {
  const twoBefore = calendar.addWorkingDays(dueOn, -2)
  switch (policy.extensionWindow) {
    case 'd-2-to-d-1':
      return { from: twoBefore, by: calendar.addWorkingDays(dueOn, -1) }
    case 'at-least-two-days-before':
      return { from: twoBefore, by: twoBefore }
    case 'until-due-day':
      return { from: twoBefore, by: dueOn }
  }
}

/** An earlier notice harms nobody and is no fault; one on the last day or after it is. */
export function extensionFaults(notice: ExtensionNotice, law: LawContext): ExtensionFault[] {
  const window = extensionWindow(notice.dueOn, law)
  const faults: [ExtensionFault, boolean][] = [
    ['after-due', notice.on > notice.dueOn],
    ['late-notice', notice.on > window.by && notice.on <= notice.dueOn],
    ['too-long', notice.days > laip.extension.days],
    ['no-motive', notice.motive !== null && notice.motive.trim() === ''],
    ['second', notice.isSecond],
  ]
  return faults.filter(([, holds]) => holds).map(([fault]) => fault)
}
