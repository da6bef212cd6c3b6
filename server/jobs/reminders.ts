import type { Context } from '../context.ts'
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date.ts'
import { reminderOf } from '../domain/notices.ts'
import { foldRequest } from '../domain/request/fold.ts'
import { termsToRemindOf } from '../domain/request/reminders.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { lawsByInstitution, type LawOf } from './laws-by-institution.ts'
import { messagesFor } from './messages-for.ts'
import type { NoticeSummary } from './notices.ts'
import { passOver } from './pass-over.ts'
import { recipientsByRequest, type RecipientsOf } from './recipients.ts'

/** No run of days off is longer: a term that has been due a reminder for this many calendar days is over. */
const longestReach = 60

/**
 * Two working days before a term ends, tells whoever must act: the unit (K1, K3, K4, K7), the organisation
 * (K2, K5) or the máxima autoridad (K6). Once for each term, due day and recipient, however often it runs; a
 * day that did not run is made up while the term has not ended.
 */
export async function queueReminders(
  context: Context,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<NoticeSummary> {
  const today = context.clock.today()
  const terms = { today, lawOf: lawsByInstitution(context), recipientsOf: recipientsByRequest(context) }
  const { examined, written, failed } = await passOver(
    context.stores.requests.withRemindersDue(addDays(today, -longestReach), today),
    request => queue(context, request, terms),
    {
      signal,
      onFailure({ id: requestId }, err) {
        context.log.error({ err, requestId }, 'Reminders of a request could not be queued')
      },
    },
  )
  return { examined, queued: written, failed }
}

interface Terms {
  readonly today: CalendarDate
  readonly lawOf: LawOf
  readonly recipientsOf: RecipientsOf
}

async function queue(
  { stores, clock }: Context,
  request: InformationRequest,
  { today, lawOf, recipientsOf }: Terms,
): Promise<number> {
  const law = await lawOf(request.institutionId)
  const due = termsToRemindOf(foldRequest(request.events, law), today, law)
  const notices = due.map(term => reminderOf(request.id, term))
  const messages = await Promise.all(
    notices.map(async notice =>
      messagesFor(request, notice, await recipientsOf(request, notice.to), clock.now()),
    ),
  )
  return stores.outbox.addMissing(messages.flat())
}
