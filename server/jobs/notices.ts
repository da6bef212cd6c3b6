import type { Context } from '../context.ts'
import { noticeOf } from '../domain/notices.ts'
import type { InformationRequest } from '../store/request-store.ts'
import type { NewMessage } from '../store/outbox-store.ts'
import { messagesFor } from './messages-for.ts'
import { passOver } from './pass-over.ts'
import { recipientsByRequest, type RecipientsOf } from './recipients.ts'

export interface NoticeSummary {
  /** Requests with events of which nobody had been told. */
  readonly examined: number
  /** Messages put into the outbox. */
  readonly queued: number
  readonly failed: number
}

/**
 * Fills the outbox from the requests' own events. A request is ticked off only after its messages are stored,
 * and only if it is still as it was read; a message's id follows from its event. So whatever is cut off at
 * whatever point is done again by the next run, and nothing is lost or told twice.
 */
export async function queueNotices(
  context: Context,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<NoticeSummary> {
  const recipientsOf = recipientsByRequest(context)
  const { examined, written, failed } = await passOver(
    context.stores.requests.withNoticesOwed(),
    owed => queue(context, owed, recipientsOf),
    {
      signal,
      onFailure({ request }, err) {
        context.log.error({ err, requestId: request.id }, 'Notices of a request could not be queued')
      },
    },
  )
  return { examined, queued: written, failed }
}

interface Owed {
  readonly request: InformationRequest
  readonly noticed: number
}

async function queue({ stores, clock }: Context, owed: Owed, recipientsOf: RecipientsOf): Promise<number> {
  const queued = await stores.outbox.addMissing(await messagesOf(owed, recipientsOf, clock.now()))
  await stores.requests.markNoticed(owed.request)
  return queued
}

async function messagesOf({ request, noticed }: Owed, recipientsOf: RecipientsOf, now: Date) {
  const messages: NewMessage[] = []
  for (const event of request.events.slice(noticed)) {
    const notice = noticeOf(request, event)
    if (notice) messages.push(...messagesFor(request, notice, await recipientsOf(request, notice.to), now))
  }
  return messages
}
