import type { Context } from '../context.ts'
import { maySeeInFull, requestScopeOf } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { AppError } from '../errors.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { sidesAndLawFor, type Sides } from './directory.ts'
import { presentRequest } from './present-request.ts'
import { publishableView } from './publishable-view.ts'
import type { RequestView } from './request-view.ts'

export interface Loaded {
  readonly request: InformationRequest
  readonly sides: Sides
  readonly law: LawContext
}

/**
 * A request that the actor may see, with its names and its calendar.
 * @throws AppError 'not-found', also where it exists for others: "forbidden" would tell a stranger so.
 */
export async function loadRequest(context: Context, actor: Actor, id: string): Promise<Loaded> {
  const request = await context.stores.requests.find(id, requestScopeOf(actor))
  if (!request) throw new AppError('not-found')
  return withLaw(context, request)
}

export async function withLaw(context: Context, request: InformationRequest): Promise<Loaded> {
  return { request, ...(await sidesAndLawFor(context, [request]))(request) }
}

/** The one way out for a single request: page, JSON, PDF and feed all pass here. */
export function viewFor(context: Context, actor: Actor, { request, sides, law }: Loaded): RequestView {
  const view = presentRequest(request, { actor, today: context.clock.today(), law, sides })
  return maySeeInFull(actor, request) ? view : publishableView(view)
}
