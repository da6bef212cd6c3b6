import type { Context } from '../context.ts'
import { openLinkedCase } from '../requests/linked-case.ts'
import { passOver, type Pass } from './pass-over.ts'

/** Opens the cases at the receiving bodies that whoever referred a request could not see through. */
export function openMissingCases(context: Context, signal: AbortSignal | undefined): Promise<Pass> {
  return passOver(
    context.stores.requests.withLinkOwed(),
    async request => {
      await openLinkedCase(context, request)
      return 1
    },
    {
      signal,
      onFailure: ({ id: requestId }, err) =>
        context.log.error({ err, requestId }, 'The case of a referral could not be opened'),
    },
  )
}
