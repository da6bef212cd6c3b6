import type { Context } from '../context.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import { hasPermission } from '../domain/permissions.ts'
import { foldedFieldsOf } from '../domain/request/folded-fields.ts'
import type { Actor } from '../domain/request/events.ts'
import { recountAct } from '../domain/request/recount.ts'
import { AppError } from '../errors.ts'
import type { RecordedClosure } from '../store/closure-store.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { sealEvents, systemActor } from '../store/seal-events.ts'
import { closureFrom } from './closure-from.ts'
import { isSettled, movedRequests, type MovedRequest } from './moved-requests.ts'
import { idleDaysOf, movesOf, type ClosureMove, type ClosurePreview } from './preview-closure.ts'
import type { NewClosure } from './schemas.ts'

export interface AddedClosure extends ClosurePreview {
  readonly closure: RecordedClosure
  /** References of requests whose history could not be written; the same input again completes them. */
  readonly failed: readonly string[]
}

/**
 * Records an acuerdo and leaves in the history of each request the due days that it moves. Cut off half-way,
 * the same input again completes what is missing and doubles nothing.
 * @throws AppError 'forbidden', 'unknown-institution', 'duplicate' (recorded already, with nothing left to do)
 */
export async function addClosure(context: Context, actor: Actor, input: NewClosure): Promise<AddedClosure> {
  if (!hasPermission(actor, 'proposeClosure')) throw new AppError('forbidden')
  const asked = await closureFrom(context, input)
  const idleDays = await idleDaysOf(context, asked)
  const { closure, isNew } = await recorded(context, actor, asked)
  context.calendars.refresh()
  const moves: ClosureMove[] = []
  const failed: string[] = []
  let requests = 0
  for await (const found of movedRequests(context, closure, closure.recordedAt)) {
    const isTold = await tell(context, closure, found)
    if (!isTold) failed.push(found.request.reference)
    requests += 1
    moves.push(...movesOf(found))
  }
  if (!isNew && requests === 0) throw new AppError('duplicate', { id: closure.id })
  return { closure, idleDays, requests, moves, failed }
}

/** @throws AppError 'duplicate' where another acuerdo is on record under its id. */
async function recorded(
  { stores, clock }: Context,
  actor: Actor,
  asked: Closure,
): Promise<{ closure: RecordedClosure; isNew: boolean }> {
  const known = await stores.closures.find(asked.id)
  if (known) {
    if (known.days.join() !== asked.days.join()) throw new AppError('duplicate', { id: asked.id })
    return { closure: known, isNew: false }
  }
  const closure = { ...asked, recordedAt: clock.now(), recordedBy: actor.userId }
  await stores.closures.add(closure)
  return { closure, isNew: true }
}

const tries = 3

/** False where it could not be written: it is logged, and the others go on. */
async function tell(context: Context, closure: RecordedClosure, found: MovedRequest): Promise<boolean> {
  const { stores, log } = context
  let request: InformationRequest | null = found.request
  for (let attempt = 0; request && attempt < tries; attempt += 1) {
    if (isSettled(request, closure.id, closure.recordedAt)) return true
    const outcome = await append(context, closure, { ...found, request }).then(() => 'told' as const, failure)
    if (outcome === 'told') return true
    if (outcome !== 'stale') {
      log.error({ err: outcome.error, requestId: request.id, closureId: closure.id }, 'recount failed')
      return false
    }
    request = await stores.requests.find(request.id, { kind: 'everything' })
  }
  return false
}

function failure(error: unknown): 'stale' | { readonly error: unknown } {
  return error instanceof AppError && error.code === 'stale' ? 'stale' : { error }
}

async function append(
  { stores, clock }: Context,
  closure: RecordedClosure,
  { request, moved, law }: MovedRequest,
): Promise<void> {
  const act = recountAct(moved, closure.id, clock.today(), law)
  if (!act) return
  const signed = [{ acts: [act], actor: systemActor }]
  const events = sealEvents(request.events.at(-1), signed, clock.now())
  const whole = { ...request, events: [...request.events, ...events] }
  await stores.requests.append(request, events, foldedFieldsOf(whole, law, clock.today()))
}
