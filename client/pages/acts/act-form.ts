import { personalTypes, type PersonalType, type StatableFact } from '../../../server/domain/request/events.ts'
import type { AllowedAction, BreachView, RequestView } from '../../../server/requests/request-view.ts'
import type { CalendarDate } from '../../../server/domain/calendar/calendar-date.ts'
import type { FormState } from '../../form-state.ts'
import type { PageContext } from '../../page-context.ts'
import type { Option } from '../../parts/fields.tsx'

/** The acts that people record by form: the rest are the system's. */
export const formActs = personalTypes

export type FormAct = PersonalType

export interface ActPageData {
  readonly request: RequestView
  readonly type: FormAct
  /** Its article and window, where the law gives them. */
  readonly action: AllowedAction | null
  readonly form: FormState
  readonly maxMegabytes: number
  /** For a referral: where it may go. */
  readonly institutions: readonly Option[]
  /** For a correction: who of the same side may approve it. */
  readonly approvers: readonly Option[]
  /** The day that was typed, whatever its form; null where it is none. */
  readonly happenedOn: CalendarDate | null
  /** For an extension: where the days typed lead; null until they are a number. */
  readonly newDue: { readonly days: number; readonly dueOn: CalendarDate } | null
  /** After silence nothing may be charged (article 44). */
  readonly free: boolean
}

export interface ActProps {
  readonly ctx: PageContext
  readonly data: ActPageData
}

/** Facts that carry a result, and so ask for one. */
export const factsWithResult: readonly StatableFact[] = ['resolved', 'review_decided']

export function breachOptions(ctx: PageContext, breaches: readonly BreachView[]): Option[] {
  return [
    { value: '', label: ctx.t('act.disputed.general') },
    ...breaches.map(({ id, clock }) => ({ value: id, label: ctx.t(`breach.${clock}`) })),
  ]
}
