import type { Context } from '../context.ts'
import type { Closure } from '../domain/calendar/closures.ts'
import { hasPermission } from '../domain/permissions.ts'
import type { Actor } from '../domain/request/events.ts'
import { AppError } from '../errors.ts'
import type { CalendarChange } from '../recounts/moved-requests.ts'
import { findMoves, tellFound, type FoundMoves, type Told } from '../recounts/tell-moves.ts'
import type { RecordedClosure } from '../store/closure-store.ts'
import { closureFrom } from './closure-from.ts'
import { idleDaysOf, type ClosurePreview } from './preview-closure.ts'
import type { NewClosure } from './schemas.ts'
import { isBehindAnother, recordedChange, settleOrOwe } from './tell-closures.ts'

export interface AddedClosure extends ClosurePreview, Told {
  readonly closure: RecordedClosure
  /** Histories that do not say yet what it moved: the jobs tell them. 0 where all do. */
  readonly untold: number
}

/** As many are told within a fraction of a second. */
const mostAtOnce = 256

/**
 * Records an acuerdo and lists the due days that it moves. A few requests are told of it in their histories at
 * once, many by the jobs, which are called: pages count by it in any case. Cut off anywhere, the jobs complete
 * what is missing, and so does the same input again.
 * @throws AppError 'forbidden', 'unknown-institution', 'duplicate' (recorded already, with nothing left to do)
 */
export async function addClosure(context: Context, actor: Actor, input: NewClosure): Promise<AddedClosure> {
  if (!hasPermission(actor, 'proposeClosure')) throw new AppError('forbidden')
  const asked = await closureFrom(context, input)
  const idleDays = await idleDaysOf(context, asked)
  const { closure, isNew } = await recorded(context, actor, asked)
  const change = await recordedChange(context, closure)
  const found = await findMoves(context, change, mostAtOnce)
  const outcome = await tellOrLeave(context, closure, change, found)
  const { requests, moves } = found
  if (!isNew && requests === 0) throw new AppError('duplicate', { id: closure.id })
  return { closure, idleDays, requests, moves, ...outcome }
}

async function tellOrLeave(
  context: Context,
  closure: RecordedClosure,
  change: CalendarChange,
  { requests, first, broken }: FoundMoves,
): Promise<Told & Pick<AddedClosure, 'untold'>> {
  const isLong = requests > first.length
  if (isLong || (requests > 0 && (await isBehindAnother(context, closure)))) {
    const untold = requests + broken.length
    await context.stores.closures.owe(closure.id, { left: untold, failedOn: null })
    context.bell.ring()
    return { told: 0, failed: broken, untold }
  }
  const { told, failed } = await tellFound(context, change, first)
  const outcome = { told, failed: [...broken, ...failed] }
  await settleOrOwe(context, closure, outcome)
  return { ...outcome, untold: outcome.failed.length }
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
