import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { foldedFieldsOf } from '../domain/request/folded-fields.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import type { InformationRequest } from './request-store.ts'
import { sealEvents, type Signed } from './seal-events.ts'

export type RequestHeader = Pick<
  InformationRequest,
  | 'id'
  | 'reference'
  | 'importKey'
  | 'referredFrom'
  | 'organisationId'
  | 'institutionId'
  | 'title'
  | 'body'
  | 'kind'
  | 'channel'
  | 'published'
  | 'attachments'
>

/**
 * A new request from its first acts, of which the first is the filing.
 * @param today the day of writing, `recordedAt` its instant; `newId` as in `sealEvents`. @throws RangeError as `foldRequest`.
 */
export function composeRequest(
  header: RequestHeader,
  signed: readonly Signed[],
  law: LawContext,
  { recordedAt, today, newId }: { recordedAt: Date; today: CalendarDate; newId?: () => string },
): InformationRequest {
  const events = sealEvents(undefined, signed, recordedAt, newId)
  return {
    ...header,
    events,
    createdAt: recordedAt,
    version: 1,
    ...foldedFieldsOf({ ...header, events }, law, today),
  }
}
