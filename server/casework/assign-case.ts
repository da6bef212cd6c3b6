import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { fault, invalidInput } from '../http/parse.ts'
import { unitCasework } from './unit-request.ts'

export interface AssignCase {
  readonly requestId: string
  /** An active account of the same unit; null puts it back on the pile. */
  readonly assigneeId: string | null
  /** Whoever the actor saw it with: for undoing, so that a later assignment is not undone with it. */
  readonly expected?: string | null
}

/**
 * Gives a request to somebody of the unit. No term moves and nothing is notified: it may be undone.
 * @returns who had it before
 * @throws AppError 'forbidden', 'not-found', 'stale', 'invalid-input' (nobody of this unit)
 */
export async function assignCase(
  context: Pick<Context, 'stores'>,
  actor: Actor,
  { requestId, assigneeId, expected }: AssignCase,
): Promise<{ readonly before: string | null }> {
  const work = await unitCasework(context, actor, requestId)
  if (expected !== undefined && expected !== work.assigneeId) throw new AppError('stale', { id: requestId })
  if (assigneeId !== null) await requireColleague(context, work.institutionId, assigneeId)
  if (assigneeId !== work.assigneeId) await context.stores.casework.change(work, { assigneeId })
  return { before: work.assigneeId }
}

async function requireColleague(
  { stores }: Pick<Context, 'stores'>,
  institutionId: string,
  userId: string,
): Promise<void> {
  const user = await stores.users.find(userId)
  if (!user?.active || user.institutionId !== institutionId)
    throw invalidInput([fault('assigneeId', 'any.only')])
}
