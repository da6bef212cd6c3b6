import type { Context } from '../context.ts'
import { foldedFieldsOf } from '../domain/request/folded-fields.ts'
import { recountAct, type MovedDeadline } from '../domain/request/recount.ts'
import { AppError } from '../errors.ts'
import { inBatches } from '../in-batches.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { sealEvents, systemActor } from '../store/seal-events.ts'
import {
  isSettled,
  movedRequests,
  type CalendarChange,
  type MovedRequest,
  type OnBroken,
} from './moved-requests.ts'

/** One due day before and after a change. */
export interface DeadlineMove extends MovedDeadline {
  readonly requestId: string
  readonly reference: string
  readonly title: string
  readonly institutionId: string
  readonly institution: string
}

export interface Moves {
  /** Requests that move; one may move several due days. */
  readonly requests: number
  readonly moves: readonly DeadlineMove[]
}

export interface ToldMoves extends Moves {
  /** References of requests whose history could not be written; telling again completes them. */
  readonly failed: readonly string[]
}

/** What a change moves, before its histories are told. */
export interface FoundMoves extends Moves {
  /** The first that move, at most as many as were asked for. */
  readonly first: readonly MovedRequest[]
  /** References of requests whose history cannot be counted. */
  readonly broken: readonly string[]
}

/** What came of telling histories. */
export interface Told {
  readonly told: number
  /** References of requests whose history could not be written; telling again completes them. */
  readonly failed: readonly string[]
}

export interface TellOptions {
  /** Ends the telling between two batches, with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** After each batch, with how many were told so far. */
  readonly onTold?: ((told: number) => Promise<void>) | undefined
}

/** What a change would move; nothing is written. */
export async function foreseeMoves(context: Context, change: CalendarChange): Promise<Moves> {
  const { requests, moves } = await findMoves(context, change, 0)
  return { requests, moves }
}

/** As `foreseeMoves`, with the first `most` of the requests themselves, so that a few can be told at once. */
export async function findMoves(context: Context, change: CalendarChange, most: number): Promise<FoundMoves> {
  const moves: DeadlineMove[] = []
  const first: MovedRequest[] = []
  const broken: string[] = []
  let requests = 0
  for await (const found of movedRequests(context, change, noting(context, change, broken))) {
    requests += 1
    if (requests <= most) first.push(found)
    moves.push(...movesOf(found))
  }
  return { requests, moves, first, broken }
}

/** As `tellHistories`, with the list of what moved. */
export async function tellMoves(context: Context, change: CalendarChange): Promise<ToldMoves> {
  const moves: DeadlineMove[] = []
  const broken: string[] = []
  let requests = 0
  async function* found() {
    for await (const each of movedRequests(context, change, noting(context, change, broken))) {
      requests += 1
      moves.push(...movesOf(each))
      yield each
    }
  }
  const { failed } = await tellFound(context, change, found())
  return { requests, moves, failed: [...broken, ...failed] }
}

/**
 * Leaves in the history of each request the due days that a change moves. Cut off half-way, telling again
 * completes what is missing and doubles nothing.
 */
export async function tellHistories(
  context: Context,
  change: CalendarChange,
  options: TellOptions = {},
): Promise<Told> {
  const broken: string[] = []
  const found = movedRequests(context, change, noting(context, change, broken))
  const { told, failed } = await tellFound(context, change, found, options)
  return { told, failed: [...broken, ...failed] }
}

/** As `tellHistories`, of those that were found to move. */
export async function tellFound(
  context: Context,
  change: CalendarChange,
  found: AsyncIterable<MovedRequest> | Iterable<MovedRequest>,
  { signal, onTold }: TellOptions = {},
): Promise<Told> {
  const failed: string[] = []
  let told = 0
  for await (const batch of inBatches(found, batchSize)) {
    signal?.throwIfAborted()
    const areTold = await Promise.all(batch.map(each => tell(context, change, each)))
    const untold = batch.filter((_, at) => !areTold[at])
    failed.push(...untold.map(({ request }) => request.reference))
    told += batch.length - untold.length
    await onTold?.(told)
  }
  return { told, failed }
}

/** Enough for one durable commit to carry, few enough for their folding to hold the event loop a few milliseconds. */
const batchSize = 32

const mostShown = 1_000

/** Of a long list of moves the first, and how many there are. */
export function shownMoves({ moves }: Moves) {
  return { moves: moves.slice(0, mostShown), movesTotal: moves.length }
}

function movesOf({ request, laws: { institution }, moved }: MovedRequest): DeadlineMove[] {
  const { id, reference, title } = request
  return moved.map(move => ({
    requestId: id,
    reference,
    title,
    institutionId: institution.id,
    institution: institution.acronym,
    ...move,
  }))
}

/** The reference of each request whose history cannot be counted is added to a list, and the rest go on. */
function noting(context: Context, change: CalendarChange, broken: string[]): OnBroken {
  const log = report(context, change)
  return (request, error) => {
    log(request, error)
    broken.push(request.reference)
  }
}

function report({ log }: Context, { id: changeId }: CalendarChange): OnBroken {
  return ({ id: requestId }, err) =>
    log.error({ err, requestId, changeId }, 'A request could not be recounted')
}

const tries = 3

/** False where it could not be written: it is logged, and the others go on. */
async function tell(context: Context, change: CalendarChange, found: MovedRequest): Promise<boolean> {
  let request: InformationRequest | null = found.request
  for (let attempt = 0; request && attempt < tries; attempt += 1) {
    if (isSettled(request, change)) return true
    const outcome = await append(context, change, { ...found, request }).then(() => 'told' as const, failure)
    if (outcome === 'told') return true
    if (outcome !== 'stale') {
      report(context, change)(request, outcome.error)
      return false
    }
    request = await context.stores.requests.find(request.id, { kind: 'everything' })
  }
  return false
}

function failure(error: unknown): 'stale' | { readonly error: unknown } {
  return error instanceof AppError && error.code === 'stale' ? 'stale' : { error }
}

async function append(
  { stores, clock, calendars }: Context,
  change: CalendarChange,
  { request, moved, laws }: MovedRequest,
): Promise<void> {
  const act = recountAct(moved, change.id, clock.today(), laws.after)
  if (!act) return
  const signed = [{ acts: [act], actor: systemActor }]
  const events = sealEvents(request.events.at(-1), signed, clock.now())
  const whole = { ...request, events: [...request.events, ...events] }
  // Another acuerdo may have been recorded, and told, since this change was looked at.
  const present = await calendars.lawOf(laws.institution)
  await stores.requests.append(request, events, foldedFieldsOf(whole, present, clock.today()))
}
