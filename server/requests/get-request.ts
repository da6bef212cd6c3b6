import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { loadRequest, viewFor } from './load-request.ts'
import type { RequestView } from './request-view.ts'

/** One request as the actor may see it today. @throws AppError 'not-found' */
export async function getRequest(context: Context, actor: Actor, id: string): Promise<RequestView> {
  return viewFor(context, actor, await loadRequest(context, actor, id))
}
