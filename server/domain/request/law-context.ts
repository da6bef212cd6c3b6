import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { CountingPolicy } from '../law/counting-policy.ts'

/** What a request is counted by: the calendar of its institution and the reading of the law in force. */
export interface LawContext {
  readonly calendar: WorkingCalendar
  readonly policy: CountingPolicy
}
