import { type CalendarDate } from '../calendar/calendar-date.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { CountingPolicy } from './counting-policy.ts'
import { laip } from './laip.ts'
import { termEnd } from './terms.ts'

export interface NoticeWindow {
  readonly from: CalendarDate
  readonly by: CalendarDate
}

/**
 * When an extension must be notified (article 43), in working days before the due day. `startedOn` opens
 * the window where a notice is only asked to be early enough.
 */
export function extensionWindow(
  startedOn: CalendarDate,
  dueOn: CalendarDate,
  calendar: WorkingCalendar,
  policy: CountingPolicy,
): NoticeWindow {
  const twoBefore = calendar.addWorkingDays(dueOn, -2)
  switch (policy.extensionWindow) {
    case 'd-2-to-d-1':
      return { from: twoBefore, by: calendar.addWorkingDays(dueOn, -1) }
    case 'at-least-two-days-before':
      return { from: startedOn, by: twoBefore }
    case 'until-due-day':
      return { from: twoBefore, by: dueOn }
  }
}

/** What is wrong with an extension; `early-notice` harms nobody and is not among them. */
export type ExtensionDefect = 'late-notice' | 'too-long' | 'no-motive' | 'second'

export interface ExtensionNotice {
  readonly notifiedOn: CalendarDate
  /** Null where the notice gave no number: the most that the law allows. */
  readonly days: number | null
  /** Null where it is not known whether the notice gave its reasons (article 45). */
  readonly motivated: boolean | null
}

export interface Extension {
  readonly notifiedOn: CalendarDate
  /** Days granted, within what the law allows. */
  readonly days: number
  readonly valid: boolean
  readonly defects: readonly ExtensionDefect[]
  /** Before the window opened: noted, not a defect. */
  readonly early: boolean
  /**
   * The due day it leads to. Null where it has no effect: notified once the term had ended, a second one,
   * or no days at all. A defect that leaves an effect is for the review to weigh.
   */
  readonly dueOn: CalendarDate | null
}

/** Judges a notice of extension against the term that it extends. */
export function extensionOf(
  notice: ExtensionNotice,
  term: { readonly dueOn: CalendarDate; readonly window: NoticeWindow; readonly isSecond: boolean },
  calendar: WorkingCalendar,
): Extension {
  const { notifiedOn } = notice
  const asked = notice.days ?? laip.extension.days
  const days = Math.max(0, Math.min(asked, laip.extension.days))
  const defects = defectsOf(notice, asked, term)
  const hasEffect = !term.isSecond && notifiedOn <= term.dueOn && days > 0
  return {
    notifiedOn,
    days,
    valid: defects.length === 0,
    defects,
    early: notifiedOn < term.window.from,
    dueOn: hasEffect ? termEnd(term.dueOn, { ...laip.extension, days }, calendar) : null,
  }
}

function defectsOf(
  { notifiedOn, motivated }: ExtensionNotice,
  asked: number,
  { window, isSecond }: { readonly window: NoticeWindow; readonly isSecond: boolean },
): readonly ExtensionDefect[] {
  const found: readonly (ExtensionDefect | null)[] = [
    notifiedOn > window.by ? 'late-notice' : null,
    asked > laip.extension.days ? 'too-long' : null,
    motivated === false ? 'no-motive' : null,
    isSecond ? 'second' : null,
  ]
  return found.filter(defect => defect !== null)
}
