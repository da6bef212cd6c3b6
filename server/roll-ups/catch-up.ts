import type { Context } from '../context.ts'
import type { OwedRequest } from '../store/counted-requests.ts'
import { countInstitution } from './count-institution.ts'
import { countingLaw } from './counting-law.ts'

export type RollUpContext = Pick<Context, 'stores' | 'calendars' | 'clock' | 'log'>

export interface CaughtUp {
  /** Requests that had changed since they were counted. */
  readonly examined: number
  /** Months whose count is another now. */
  readonly written: number
}

export interface CatchUpOptions {
  /** Ends it between two institutions: what was not reached is found by the next one. */
  readonly signal?: AbortSignal | undefined
}

/** So many changed requests are looked up by their months; of more, everything is counted from the first on. */
const mostSought = 20_000

/** Ticked off together, so that one durable commit carries them. */
const settledAtOnce = 64

/**
 * Counts what has changed since the last time: requests that were written, terms that have passed, offices that
 * count by another law. It asks the store what is not counted and never "what came since?", so nothing is lost
 * that a stopped process, a stepped clock or another instance left undone, and a second run writes nothing.
 * What is recorded while it runs may or may not be in it. @throws AppError as `countInstitution`.
 */
export async function catchUp(context: RollUpContext, { signal }: CatchUpOptions = {}): Promise<CaughtUp> {
  const { rollUps } = context.stores
  const startedAt = context.clock.now()
  const isFirst = (await rollUps.state()) === null
  const isMuch = isFirst || (await rollUps.countOwed(mostSought + 1)) > mostSought
  const caughtUp = isMuch ? await countEverything(context, signal) : await countChanged(context, signal)
  await rollUps.noteCounted(startedAt)
  return caughtUp
}

async function countEverything(context: RollUpContext, signal: AbortSignal | undefined): Promise<CaughtUp> {
  const sum = { examined: 0, written: 0 }
  for await (const institutionId of context.stores.rollUps.institutionsAsked()) {
    signal?.throwIfAborted()
    const { written, owed } = await countInstitution(context, institutionId, 'all')
    await settle(context, owed)
    sum.examined += owed.length
    sum.written += written
  }
  return sum
}

async function countChanged(context: RollUpContext, signal: AbortSignal | undefined): Promise<CaughtUp> {
  const sum = { examined: 0, written: 0 }
  for (const [institutionId, { months, owed }] of await changedInstitutions(context)) {
    signal?.throwIfAborted()
    const { written } = await countInstitution(context, institutionId, months)
    await settle(context, owed)
    sum.examined += owed.length
    sum.written += written
  }
  return sum
}

interface Changed {
  readonly months: Set<string>
  readonly owed: OwedRequest[]
}

/** Of what was written, of what has passed, of those left unfinished and of those that count by another law. */
async function changedInstitutions(context: RollUpContext): Promise<ReadonlyMap<string, Changed>> {
  const { rollUps } = context.stores
  const changed = new Map<string, Changed>()
  const changedAt = (institutionId: string) => {
    const known = changed.get(institutionId) ?? { months: new Set<string>(), owed: [] }
    changed.set(institutionId, known)
    return known
  }
  for await (const request of rollUps.owed()) {
    const { months, owed } = changedAt(request.institutionId)
    owed.push(request)
    for (const month of request.months) months.add(month)
  }
  for (const { institutionId, month } of await rollUps.changingBy(context.clock.today()))
    changedAt(institutionId).months.add(month)
  for await (const { institutionId, law, unfinished } of rollUps.allTotals()) {
    const { text } = await countingLaw(context, institutionId)
    // That another law asks for all months is seen where they are counted.
    if (unfinished || law !== text) changedAt(institutionId)
  }
  return changed
}

async function settle(
  { stores: { rollUps } }: Pick<Context, 'stores'>,
  owed: readonly Pick<OwedRequest, 'id' | 'revision'>[],
): Promise<void> {
  for (let start = 0; start < owed.length; start += settledAtOnce)
    await Promise.all(owed.slice(start, start + settledAtOnce).map(one => rollUps.settle(one)))
}
