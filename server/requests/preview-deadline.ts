import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { LedgerDay } from '../domain/calendar/day-ledger.ts'
import { effectiveReceipt, type Moment } from '../domain/law/effective-receipt.ts'
import { extensionWindow } from '../domain/law/extension.ts'
import { rulesOf } from '../domain/law/laip.ts'
import { overdueFrom, termEnd, termLedger } from '../domain/law/terms.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { RequestKind } from '../domain/request/states.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'

export interface DeadlinePreview {
  readonly countedReceipt: CalendarDate
  readonly dueOn: CalendarDate
  readonly overdueFrom: CalendarDate
  readonly extensionNotice: { readonly from: CalendarDate; readonly by: CalendarDate } | null
  readonly latestDueOn: CalendarDate
  readonly article: string
  readonly ledger: readonly LedgerDay[]
}

export interface PreviewDeadline {
  /** Null counts for an office outside the capital, without closures of its own. */
  readonly institutionId: string | null
  readonly kind: RequestKind
  readonly received: Moment
  /** Minutes after midnight from which receipt counts as of the next working day; left out, as the institution does. */
  readonly cutoffMinutes?: number
}

/**
 * When an answer would be due, day by day.
 * @throws AppError 'unknown-institution'; 'invalid-input' where the term leaves the known calendar
 */
export async function previewDeadline(context: Context, input: PreviewDeadline): Promise<DeadlinePreview> {
  const law = await lawFor(context, input)
  try {
    return count(input, law)
  } catch (error) {
    throw error instanceof RangeError ? invalidInput([fault('received', 'day.unknown')]) : error
  }
}

function count({ kind, received }: PreviewDeadline, { calendar, policy }: LawContext): DeadlinePreview {
  const { response, extension } = rulesOf[kind]
  const countedReceipt = effectiveReceipt(received, calendar, policy)
  const dueOn = termEnd(countedReceipt, response, calendar)
  return {
    countedReceipt,
    dueOn,
    overdueFrom: overdueFrom(dueOn),
    extensionNotice: extension && extensionWindow(countedReceipt, dueOn, calendar, policy),
    latestDueOn: extension ? termEnd(dueOn, extension, calendar) : dueOn,
    article: response.article,
    ledger: termLedger(countedReceipt, response, calendar),
  }
}

async function lawFor({ stores, calendars }: Context, { institutionId: id, cutoffMinutes }: PreviewDeadline) {
  const institution = id === null ? anywhere : await stores.institutions.find(id)
  if (!institution) throw new AppError('unknown-institution', { field: 'institutionId' })
  return calendars.lawOf(cutoffMinutes === undefined ? institution : { ...institution, cutoffMinutes })
}

const anywhere = { id: '', inCapital: false, cutoffMinutes: null }
