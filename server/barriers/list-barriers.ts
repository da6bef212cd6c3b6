import type { Context } from '../context.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { BarrierFilter } from '../store/barrier-store.ts'
import type { Cursor, Page } from '../store/collection.ts'
import { barrierScopeOf } from './barrier-permissions.ts'
import { presentBarrier, type BarrierView } from './barrier-view.ts'

export interface ListBarriers extends BarrierFilter {
  readonly limit: number
  readonly cursor: Cursor | null
}

/** A page of the barriers that the actor may see, the latest first. @throws AppError 'sign-in-required', 'forbidden' */
export async function listBarriers(
  context: Context,
  actor: Actor,
  { limit, cursor, ...filter }: ListBarriers,
): Promise<Page<BarrierView>> {
  const scope = barrierScopeOf(actor)
  const { items, next } = await context.stores.barriers.list(scope, filter, { limit, after: cursor })
  return { items: await Promise.all(items.map(each => presentBarrier(context, each))), next }
}

/** @throws AppError 'not-found', also where it exists for others. */
export async function getBarrier(context: Context, actor: Actor, id: string): Promise<BarrierView> {
  const barrier = await context.stores.barriers.find(id, barrierScopeOf(actor))
  if (!barrier) throw new AppError('not-found')
  return presentBarrier(context, barrier)
}
