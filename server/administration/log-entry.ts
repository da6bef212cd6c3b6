import type { Context } from '../context.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { Cursor, Page } from '../store/collection.ts'
import { systemEventKinds, type SystemEvent, type SystemEventKind } from '../store/system-log-store.ts'

export type { SystemEvent, SystemEventKind }

export { systemEventKinds }

export interface LogQuery {
  readonly kind: SystemEventKind | null
  readonly actorId: string | null
  readonly limit: number
  readonly cursor: Cursor | null
}

/** How many are read past for one page where both filters are set: by who, and of those by kind. */
const mostExamined = 500

/** @throws AppError 'sign-in-required', 'forbidden' */
export async function readSystemLog(
  { stores }: Pick<Context, 'stores'>,
  actor: Actor,
  { kind, actorId, limit, cursor }: LogQuery,
): Promise<Page<SystemEvent>> {
  if (actor.role === 'public') throw new AppError('sign-in-required')
  if (!hasPermission(actor, 'readSystemLog')) throw new AppError('forbidden')
  const items: SystemEvent[] = []
  let after = cursor
  for (let examined = 0; examined < mostExamined; examined += limit) {
    const page = await stores.systemLog.list({ kind, actorId }, { limit, after })
    items.push(...page.items.filter(event => kind === null || event.kind === kind))
    after = page.next
    if (after === null || items.length >= limit) break
  }
  return { items, next: after }
}
