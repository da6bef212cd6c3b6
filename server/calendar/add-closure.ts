import type { Context } from '../context.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import { tellMoves, type ToldMoves } from '../recounts/tell-moves.ts'
import type { RecordedClosure } from '../store/closure-store.ts'
import { closureChange } from './closure-change.ts'
import { closureFrom } from './closure-from.ts'
import { idleDaysOf, type ClosurePreview } from './preview-closure.ts'
import type { NewClosure } from './schemas.ts'

export interface AddedClosure extends ClosurePreview, ToldMoves {
  readonly closure: RecordedClosure
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
  const told = await tellMoves(context, await closureChange(context, closure, closure.recordedAt))
  if (!isNew && told.requests === 0) throw new AppError('duplicate', { id: closure.id })
  return { closure, idleDays, ...told }
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
  await stores.systemLog.record('closure_added', { at: closure.recordedAt, actor, subject: closure.id })
  return { closure, isNew: true }
}
