import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { CalendarChange } from '../recounts/moved-requests.ts'
import { tellHistories, type Told } from '../recounts/tell-moves.ts'
import type { OwedTelling, RecordedClosure, Telling } from '../store/closure-store.ts'
import { closureChange } from './closure-change.ts'

/**
 * Tells the requests what the acuerdos moved, as far as they were not told, in the order in which the acuerdos
 * were recorded. An acuerdo is owed until every history says it: what is cut off half-way is made up by the
 * next call. One that fails is logged, and the others go on.
 *
 * A history that cannot be told stays owed and is tried again once a day: a pass that tells none of those left
 * is not repeated before the next day, unless somebody records the same acuerdo again.
 * @returns how many histories were written, and what failed: references of requests, and the id of an acuerdo
 * whose requests could not be read.
 */
export async function tellClosures(
  context: Context,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Told> {
  const failed: string[] = []
  let told = 0
  for (const owed of await context.stores.closures.owed()) {
    if (isResting(owed, context.clock.today())) continue
    try {
      const one = await tellClosure(context, owed, signal)
      told += one.told
      failed.push(...one.failed)
    } catch (err) {
      signal?.throwIfAborted()
      failed.push(owed.closure.id)
      context.log.error({ err, closureId: owed.closure.id }, 'An acuerdo could not be told')
    }
  }
  return { told, failed }
}

/** What a recorded acuerdo moves, counted without those that are told after it: each starts where the one before ended. */
export async function recordedChange(context: Context, closure: RecordedClosure): Promise<CalendarChange> {
  const { closures } = context.stores
  const owed = (await closures.owed()).map(each => each.closure.id)
  const later = new Set(owed.slice(owed.indexOf(closure.id) + 1))
  const all = async () => (await closures.all()).filter(({ id }) => !later.has(id))
  const stores = { ...context.stores, closures: { ...closures, all } }
  return closureChange({ ...context, stores }, closure, closure.recordedAt)
}

/** Whether an acuerdo that was recorded before this one is told first, by the next turn of the jobs. */
export async function isBehindAnother(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  { id }: RecordedClosure,
): Promise<boolean> {
  const owed = await stores.closures.owed()
  const at = owed.findIndex(({ closure }) => closure.id === id)
  return owed.slice(0, Math.max(at, 0)).some(each => !isResting(each, clock.today()))
}

/** Keeps what is left after a pass over all of its requests. */
export async function settleOrOwe(
  { stores, clock }: Pick<Context, 'stores' | 'clock'>,
  { id }: RecordedClosure,
  { told, failed }: Told,
): Promise<void> {
  if (failed.length === 0) return stores.closures.settle(id)
  await stores.closures.owe(id, { left: failed.length, failedOn: told > 0 ? null : clock.today() })
}

function isResting({ failedOn }: Telling, today: CalendarDate): boolean {
  return failedOn === today
}

async function tellClosure(context: Context, owed: OwedTelling, signal?: AbortSignal): Promise<Told> {
  const change = await recordedChange(context, owed.closure)
  const candidates = until(signal, change.candidates)
  const onTold = notingProgress(context, owed)
  const told = await tellHistories(context, { ...change, candidates }, { signal, onTold })
  await settleOrOwe(context, owed.closure, told)
  return told
}

const noteEvery = 1_000

/** People read how many are left: now and then is enough, for each note is a commit of its own. */
function notingProgress({ stores }: Context, { closure, left }: OwedTelling) {
  let noted = 0
  return async (told: number): Promise<void> => {
    if (left === null || told - noted < noteEvery) return
    noted = told
    await stores.closures.owe(closure.id, { left: Math.max(left - told, 1), failedOn: null })
  }
}

/** A pass that finds little to tell is ended too. */
async function* until<T>(signal: AbortSignal | undefined, stream: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const each of stream) {
    signal?.throwIfAborted()
    yield each
  }
}
