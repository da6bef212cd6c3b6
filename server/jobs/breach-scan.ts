import { tellClosures } from '../calendar/tell-closures.ts'
import type { Context } from '../context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { foldedFieldsOf } from '../domain/request/folded-fields.ts'
import { foldRequest } from '../domain/request/fold.ts'
import type { LawContext } from '../domain/request/law-context.ts'
import { unrecordedMarks } from '../domain/request/marks.ts'
import { AppError } from '../errors.ts'
import { recountOffices } from '../recounts/office-changes.ts'
import type { InformationRequest } from '../store/request-store.ts'
import { sealEvents, systemActor } from '../store/seal-events.ts'
import { lawsByInstitution, type LawOf } from './laws-by-institution.ts'
import { openMissingCases } from './missing-cases.ts'
import { passOver } from './pass-over.ts'

export interface ScanSummary {
  readonly asOf: CalendarDate
  /** Requests with something to write down. */
  readonly examined: number
  /** Events written. */
  readonly recorded: number
  /** Requests that could not be read or written: each is in the log by its id. */
  readonly failed: number
}

export interface ScanOptions {
  /** Up to which day; by default today. */
  readonly asOf?: CalendarDate
  /** Ends the scan between two batches: what was not reached is found by the next one. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes down what the law has already decided. It asks "what is not written down?" and never "what fell due
 * since yesterday?", so a missed night is made up by the next and a second run finds nothing to do. One bad
 * record is logged and counted, and the rest go on. What people began and could not see through is done
 * first: telling what an acuerdo or other hours of an office moved, opening the case of a referral.
 * @throws AppError 'in-the-future' for a day that has not come: nobody can know what will be done until then.
 */
export async function scanForBreaches(
  context: Context,
  { asOf = context.clock.today(), signal }: ScanOptions = {},
): Promise<ScanSummary> {
  if (asOf > context.clock.today()) throw new AppError('in-the-future', { field: 'asOf' })
  const closures = await tellClosures(context, { signal })
  const offices = await recountOffices(context)
  const cases = await openMissingCases(context, signal)
  const lawOf = lawsByInstitution(context)
  const { examined, written, failed } = await passOver(
    context.stores.requests.withMarksDue(asOf),
    request => writeOrRetry(context, request, asOf, lawOf),
    {
      signal,
      onFailure: ({ id: requestId }, err) =>
        context.log.error({ err, requestId }, 'A request could not be scanned'),
    },
  )
  const told = closures.told + offices.told
  const notTold = closures.failed.length + offices.failed
  const summary = {
    asOf,
    examined: examined + told + notTold + cases.examined,
    recorded: written + told + cases.written,
    failed: failed + notTold + cases.failed,
  }
  await noteScan(context, summary)
  return summary
}

/** A scan that found nothing to do is no event: there is one at every ring. */
async function noteScan({ stores, clock }: Context, { asOf, recorded, failed }: ScanSummary): Promise<void> {
  if (recorded + failed === 0) return
  await stores.systemLog.record('scan', { at: clock.now(), actor: systemActor, subject: asOf })
}

/** Somebody may act in the same moment: what is left to write is then judged anew, once, by the law as it now is. */
async function writeOrRetry(
  context: Context,
  request: InformationRequest,
  asOf: CalendarDate,
  lawOf: LawOf,
): Promise<number> {
  try {
    return await writeMarks(context, request, asOf, await lawOf(request.institutionId))
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'stale')) throw error
    const changed = await context.stores.requests.find(request.id, { kind: 'everything' })
    if (!changed) throw error
    return writeMarks(context, changed, asOf, await lawsByInstitution(context)(changed.institutionId))
  }
}

/** What is written depends on nothing but the request and the day; the version it was read at guards the write. */
async function writeMarks(
  { stores, clock }: Context,
  request: InformationRequest,
  asOf: CalendarDate,
  law: LawContext,
): Promise<number> {
  const folded = foldRequest(request.events, law)
  const acts = unrecordedMarks(request.id, folded, request.events).filter(act => act.occurredOn <= asOf)
  const events = sealEvents(request.events.at(-1), [{ acts, actor: systemActor }], clock.now())
  const after = { ...request, events: [...request.events, ...events] }
  const fields = foldedFieldsOf(after, law, clock.today())
  // Without events too: an acuerdo has moved the day from which there is something to write.
  if (events.length > 0 || fields.nextMarkOn !== request.nextMarkOn) {
    await stores.requests.append(request, events, fields)
  }
  return events.length
}
